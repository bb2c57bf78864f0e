import { z } from "zod";
import {
  type ThirdParty,
  defaultThirdParties,
  sourcesFor,
  thirdPartyNames,
} from "../../../catalogue/third-parties";
import { tokens } from "../../../core/tokens";
import { type Reading, readProperty } from "../../../core/value";
import { hostSources } from "../../lib/headers/csp-sources";
import { type Policy, policiesOf } from "../../lib/headers/stack-policies";
import { itemsOf } from "../../lib/lists";
import { type IsOwnHost, ownHosts } from "../../lib/own-hosts";
import { owaspCsp } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

const property = "thirdParties";

// Requirement: HDR-01
export const cspThirdPartiesDeclared = defineRule({
  id: "csp-third-parties-declared",
  title: "The policy allows the hosts of declared third parties and the stack's own, and no others",
  why: "Every further host is a way in for script and a way out for data, and one that nobody declared is one that nobody looks after.",
  fix: "Name the service in hosting.thirdParties, or take the host out of the policy; a party that nothing needs is taken out of the list.",
  severity: "medium",
  topics: ["headers", "third parties"],
  references: [
    owaspCsp,
    {
      standard: "W3C Content Security Policy Level 3",
      clause: "6.7.2 URL matching",
      url: "https://www.w3.org/TR/CSP3/",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const hosting = stack.ofType(tokens.hostingProject);
    const statements = policiesOf(stack);
    if (statements.length === 0) return notApplicable("nothing sends a policy");
    const lists = hosting.map(({ urn, inputs }) => ({
      ...{ urn, region: readText(inputs, ["awsRegion"]) },
      ...readProperty(inputs, [property]),
    }));
    const open = lists.filter(({ state }) => state === "unknown");
    if (open.length > 0) {
      return open.map(({ urn }) => unknown({ urn, property, input: property }));
    }
    const declared = lists.flatMap((list) =>
      (list.state === "known" ? namesIn(list) : defaultThirdParties).map((name) => {
        return { name, region: list.region };
      }),
    );
    const isOwn = ownHosts(stack);
    return [
      ...statements.map((statement) => judgePolicy(statement, { declared, isOwn })),
      ...hosting.flatMap(({ urn }) => idleParties(urn, declared, statements)),
    ];
  },
});

interface Party {
  name: ThirdParty;
  /** Of AWS, where the component says it. */
  region: string | undefined;
}

interface Allowed {
  declared: readonly Party[];
  isOwn: IsOwnHost;
}

function judgePolicy({ evidence, text }: Policy, { declared, isOwn }: Allowed): Answer {
  const wanted = "hosts of declared third parties and our own";
  if (text === undefined) return unknown({ ...evidence, wanted });
  const given = new Set(declared.flatMap((party) => sourcesOf(party)));
  const extra = hostSources(text).filter(
    ({ directive, source, host }) =>
      !given.has(`${directive} ${source}`) && !(host !== undefined && isOwn(host)),
  );
  if (extra.length === 0) return pass({ ...evidence, wanted });
  const found = extra.map(({ directive, source }) => `${source} in ${directive}`);
  return fail({ ...evidence, found, wanted });
}

/** Declared third parties of which no policy allows anything. While a policy is not known, it may. */
function idleParties(
  urn: string,
  declared: readonly Party[],
  policies: readonly Policy[],
): Answer[] {
  if (policies.some(({ text }) => text === undefined)) return [];
  const allowed = new Set(
    policies
      .flatMap(({ text = "" }) => hostSources(text))
      .map(({ directive, source }) => `${directive} ${source}`),
  );
  return declared
    .filter((party) => !sourcesOf(party).some((source) => allowed.has(source)))
    .map(({ name }) => {
      const wanted = "third parties that the policy allows";
      return fail({ urn, property, input: property, found: name, wanted });
    });
}

function sourcesOf({ name, region }: Party): string[] {
  return Object.entries(sourcesFor(name, region)).flatMap(([directive, list]) =>
    list.map((source) => `${directive} ${source}`),
  );
}

function namesIn(list: Reading): ThirdParty[] {
  const names = itemsOf(list);
  return thirdPartyNames.filter((name) => names.includes(name));
}
