import { z } from "zod";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: COMP-03
export const previewsProtected = defineRule({
  id: "previews-protected",
  title: "Previews are seen by the team only",
  why: "A preview runs unreviewed code with credentials of its environment, at an address that search engines and strangers find.",
  fix: "Leave groundwork:hosting.vercelAuthentication out, or set its deploymentType to standard_protection_new.",
  severity: "high",
  topics: ["access", "hosting"],
  references: [
    ...accessControl,
    {
      standard: "Vercel",
      clause: "Deployment Protection",
      url: "https://vercel.com/docs/deployment-protection",
    },
  ],
  appliesTo: [providerTypes.vercelProject],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "vercelAuthentication.deploymentType";
    const evidence = { property, input: property, wanted: "previews for the team only" };
    const signIn = readProperty(inputs, ["vercelAuthentication", "deploymentType"]);
    const other = ["passwordProtection", "trustedIps"].find((name) =>
      coversPreviews(textOf(readProperty(inputs, [name, "deploymentType"]))),
    );
    if (other !== undefined) return pass({ ...evidence, found: other });
    if (signIn.state === "unknown") return unknown(evidence);
    // Left out, Vercel protects what is not in production.
    const found = textOf(signIn) ?? "standard_protection_new";
    return found === "none" ? fail({ ...evidence, found }) : pass({ ...evidence, found });
  },
});

const coversPreviews = (deployments: string | undefined): boolean =>
  deployments !== undefined && deployments !== "only_production_deployments";
