import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { readProperty } from "../../../core/value";
import { allowsHost } from "../../lib/headers/csp-sources";
import { policiesOf } from "../../lib/headers/stack-policies";
import { owaspCsp } from "../../lib/references";
import { routesOf, sitesOf } from "../../lib/sites";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** What pages talk to: where they send, and where they get credentials. */
const endpoints = ["data", "guests"] as const;

// Requirement: ALRT-17, HDR-01
export const webVitalsReachMonitor = defineRule({
  id: "web-vitals-reach-monitor",
  title: "Pages may send what they measure, by HTTPS and by the policy",
  why: "A browser that the Content-Security-Policy holds back sends nothing and tells only its console: the alarms on web vitals are then green for ever.",
  fix: "Leave connect-src of contentSecurityPolicy.directives out, or name both addresses there.",
  severity: "medium",
  topics: ["performance", "headers", "third parties"],
  references: [owaspCsp],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const measured = stack.ofType(tokens.webVitals);
    if (measured.length === 0) return notApplicable("nobody asks browsers how pages feel");
    const ofSites = sitesOf(stack).flatMap((site) => routesOf(stack, site));
    const policies = policiesOf(stack, ofSites);
    if (policies.length === 0) return notApplicable("nothing sends a policy");
    return measured.flatMap((one) => policies.flatMap((policy) => judgePolicy(one, policy)));
  },
});

function judgePolicy(
  { inputs }: DeclaredResource,
  { evidence, text }: ReturnType<typeof policiesOf>[number],
): Answer[] {
  return endpoints.map((name) => {
    const path = ["endpoints", name];
    const address = readText(inputs, path);
    const wanted = `${address ?? "the address of the app monitor"} in connect-src`;
    const isOpen = readProperty(inputs, path).state === "unknown";
    if (text === undefined || isOpen) return unknown({ ...evidence, wanted });
    if (address?.startsWith("https://") && allowsHost(text, "connect-src", address)) {
      return pass({ ...evidence, wanted });
    }
    return fail({ ...evidence, found: null, wanted });
  });
}
