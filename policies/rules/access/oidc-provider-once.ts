import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { itemsOf } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

// Requirement: COMP-03
export const oidcProviderOnce = defineRule({
  id: "oidc-provider-once",
  title: "Each identity provider is declared once, for named audiences",
  why: "AWS takes one for each address, so that a second one fails halfway through an update; and one that takes tokens of any audience takes those made for others.",
  fix: "Declare it in one stack, by groundwork:access.oidcProvider, with the audience sts.amazonaws.com.",
  severity: "medium",
  topics: ["access", "pipeline"],
  references: accessControl,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const providers = stack.ofType(providerTypes.awsOidcProvider);
    if (providers.length === 0) return notApplicable("this stack declares no identity provider");
    const seen = new Set<string>();
    return providers.map((provider) => judgeProvider(provider, seen));
  },
});

/** `seen`: issuers of the providers before this one. */
function judgeProvider({ urn, inputs }: DeclaredResource, seen: Set<string>): Answer {
  const issuer = readText(inputs, ["url"])
    ?.toLowerCase()
    .replace(/^https:\/\/|\/$/g, "");
  const address = { urn, property: "url", wanted: "one provider for each address" };
  if (issuer !== undefined && seen.has(issuer))
    return fail({ ...address, found: `a second ${issuer}` });
  if (issuer === undefined) return unknown(address);
  seen.add(issuer);
  const audiences = readProperty(inputs, ["clientIdLists"]);
  const evidence = { urn, property: "clientIdLists", wanted: "at least one audience by name" };
  if (audiences.state === "unknown") return unknown(evidence);
  const named = itemsOf(audiences);
  return named.length > 0 && !named.includes("*")
    ? pass(evidence)
    : fail({ ...evidence, found: named.length > 0 ? "any audience" : null });
}
