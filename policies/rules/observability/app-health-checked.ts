import { z } from "zod";
import { readProperty } from "../../../core/value";
import { appComponents, within } from "../../lib/hosting/app-platform";
import { readMap } from "../../lib/maps";
import { monitoring } from "../../lib/observability/references";
import { providerTypes } from "../../lib/provider-types";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** What a check can ask: a path, or another port. */
const asks = ["httpPath", "port"] as const;

// Requirement: HOST-16
export const appHealthChecked = defineRule({
  id: "app-health-checked",
  title: "Every server of an app of App Platform says how to ask whether it is well",
  why: "Without it App Platform takes an open port for health, and puts a release in place that answers every request with an error.",
  fix: "Give the service a healthCheck with httpPath, or with port where it speaks no HTTP.",
  severity: "medium",
  topics: ["uptime", "services"],
  references: [
    ...monitoring,
    {
      standard: "DigitalOcean",
      clause: "Health checks in App Platform",
      url: "https://docs.digitalocean.com/products/app-platform/how-to/manage-health-checks/",
    },
  ],
  appliesTo: [providerTypes.digitaloceanApp],
  options: z.strictObject({}),
  check: ({ urn, inputs }) => {
    const servers = readProperty(inputs, ["spec", "services"]);
    if (servers.state === "unknown") return unknown({ property: "spec.services" });
    const answers = appComponents(inputs, "services").map((server): Answer => {
      const evidence = { property: within(server, "healthCheck"), wanted: asks.join(" or ") };
      const check = readProperty(server.value, ["healthCheck"]);
      if (check.state === "unknown") return unknown(evidence);
      const said = readMap(server.value, ["healthCheck"]);
      const found = asks.filter((name) => said[name] !== undefined && said[name] !== null);
      return found.length > 0
        ? pass({ ...evidence, found })
        : fail({ ...evidence, found: check.state === "absent" ? null : "neither" });
    });
    return answers.length > 0 ? answers : notApplicable("the app has no server", urn);
  },
});
