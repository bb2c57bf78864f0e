import { z } from "zod";
import {
  type ThirdParty,
  type ThirdPartyFact,
  defaultThirdParties,
  thirdParties,
  thirdPartyNames,
} from "../../../catalogue/third-parties";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { type Reading, UNKNOWN, readProperty } from "../../../core/value";
import { policyOfApp } from "../../lib/headers/app-policy";
import { hostSources } from "../../lib/headers/csp-sources";
import { headerStatements } from "../../lib/headers/response-headers";
import { itemsOf } from "../../lib/lists";
import { type IsOwnHost, ownHosts } from "../../lib/own-hosts";
import { owaspCsp } from "../../lib/references";
import { allRoutes } from "../../lib/sites";
import {
  type Answer,
  type Evidence,
  defineRule,
  fail,
  notApplicable,
  pass,
  unknown,
} from "../../rule";
import type { StackView } from "../../stack-view";

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
    const lists = hosting.map(({ urn, inputs }) => ({ urn, ...readProperty(inputs, [property]) }));
    const open = lists.filter(({ state }) => state === "unknown");
    if (open.length > 0) {
      return open.map(({ urn }) => unknown({ urn, property, input: property }));
    }
    const declared = lists.flatMap((list) =>
      list.state === "known" ? namesIn(list) : defaultThirdParties,
    );
    const isOwn = ownHosts(stack);
    return [
      ...statements.map((statement) => judgePolicy(statement, { declared, isOwn })),
      ...hosting.flatMap(({ urn }) => idleParties(urn, declared, statements)),
    ];
  },
});

interface Policy {
  evidence: Evidence;
  /** Absent while it is not known. */
  text?: string;
}

/** What routes and apps say about the policy, wherever they belong; that it is sent at all is another rule's. */
function policiesOf(stack: StackView): Policy[] {
  const routes = allRoutes(stack).flatMap((route) =>
    said(route, headerStatements(route, "Content-Security-Policy")),
  );
  const apps = stack.ofType(tokens.hostingProject).flatMap((app) => said(app, policyOfApp(app)));
  return [...routes, ...apps];
}

function said(
  { urn }: DeclaredResource,
  statements: ReturnType<typeof headerStatements>,
): Policy[] {
  return statements.flatMap(({ property: at, says }) => {
    const evidence = { urn, property: at, input: "headers.contentSecurityPolicy" };
    if (says === "removed") return [];
    return [says === UNKNOWN ? { evidence } : { evidence, text: says.value }];
  });
}

interface Allowed {
  declared: readonly ThirdParty[];
  isOwn: IsOwnHost;
}

function judgePolicy({ evidence, text }: Policy, { declared, isOwn }: Allowed): Answer {
  const wanted = "hosts of declared third parties and our own";
  if (text === undefined) return unknown({ ...evidence, wanted });
  const given = new Set(declared.flatMap((name) => sourcesOf(name)));
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
  declared: readonly ThirdParty[],
  policies: readonly Policy[],
): Answer[] {
  if (policies.some(({ text }) => text === undefined)) return [];
  const allowed = new Set(
    policies
      .flatMap(({ text = "" }) => hostSources(text))
      .map(({ directive, source }) => `${directive} ${source}`),
  );
  return declared
    .filter((name) => !sourcesOf(name).some((source) => allowed.has(source)))
    .map((name) => {
      const wanted = "third parties that the policy allows";
      return fail({ urn, property, input: property, found: name, wanted });
    });
}

function sourcesOf(name: ThirdParty): string[] {
  const { sources }: ThirdPartyFact = thirdParties[name];
  return Object.entries(sources).flatMap(([directive, list]) =>
    list.map((source) => `${directive} ${source}`),
  );
}

function namesIn(list: Reading): ThirdParty[] {
  const names = itemsOf(list);
  return thirdPartyNames.filter((name) => names.includes(name));
}
