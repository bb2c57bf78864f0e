import { z } from "zod";
import { readProperty } from "../../../core/value";
import { appIngress, within } from "../../lib/hosting/app-platform";
import { providerTypes } from "../../lib/provider-types";
import { tlsOutside } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: HDR-09, HOST-16
export const appRedirectsHttps = defineRule({
  id: "app-redirects-https",
  title: "An app of App Platform sends nobody on to plain HTTP",
  why: "App Platform serves its domains over HTTPS alone, and one redirect to http:// asks for the page in clear all the same.",
  fix: "Leave scheme out of the redirect, or write https.",
  severity: "high",
  topics: ["https", "domains"],
  references: [
    tlsOutside,
    {
      standard: "DigitalOcean",
      clause: "App specification: ingress.rules.redirect",
      url: "https://docs.digitalocean.com/products/app-platform/reference/app-spec/",
    },
  ],
  appliesTo: [providerTypes.digitaloceanApp],
  options: z.strictObject({}),
  check: ({ urn, inputs }) => {
    const ingress = readProperty(inputs, ["spec", "ingress", "rules"]);
    if (ingress.state === "unknown") return unknown({ property: "spec.ingress.rules" });
    const answers = appIngress(inputs).flatMap((rule): Answer[] => {
      if (readProperty(rule.value, ["redirect"]).state === "absent") return [];
      const evidence = { property: within(rule, "redirect", "scheme"), wanted: "https" };
      const scheme = readProperty(rule.value, ["redirect", "scheme"]);
      if (scheme.state === "unknown") return [unknown(evidence)];
      const found = textOf(scheme) ?? "https";
      return [found === "https" ? pass({ ...evidence, found }) : fail({ ...evidence, found })];
    });
    return answers.length > 0 ? answers : notApplicable("the app redirects nobody", urn);
  },
});
