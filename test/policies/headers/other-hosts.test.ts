import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { headersRules } from "../../../policies/families/headers";
import { cspUpgrade } from "../../../policies/rules/https/csp-upgrade";
import type { Rule } from "../../../policies/rule";
import { hostedRoute, hostedSite } from "../support/hosted";
import {
  compliantHeaders,
  headersRoute,
  headersWith,
  judge,
  removal,
  type RouteChange,
  resource,
  vercelProject,
} from "../support/stack";

/*
 * Whatever the rules about headers answer of a project of Vercel, they answer of a site on any other host that says the
 * same: with the same paths, arguments and levels.
 */

const app = resource(tokens.hostingProject, "app", {
  headers: { contentSecurityPolicy: { owner: "app", policy: "script-src 'unsafe-eval'" } },
});
const site = hostedSite();
const cookie = "id=1; Path=/";

interface Situation {
  name: string;
  routes: Pick<RouteChange, "headers" | "route" | "name">[];
  /** The app sends its own policy. */
  ofApp?: boolean;
}

const situations: readonly Situation[] = [
  { name: "all headers", routes: [{}] },
  { name: "no route", routes: [] },
  ...Object.keys(compliantHeaders).flatMap((header): Situation[] => {
    const name = header as keyof typeof compliantHeaders;
    return [
      { name: `no ${header}`, routes: [{ headers: headersWith(name) }] },
      { name: `a poor ${header}`, routes: [{ headers: headersWith(name, "poor") }] },
    ];
  }),
  { name: "headers that are not known yet", routes: [{ headers: UNKNOWN }] },
  { name: "some paths only", routes: [{ route: { src: "/app/(.*)" } }] },
  { name: "two values", routes: [{}, { name: "other", headers: { "X-Frame-Options": "no" } }] },
  { name: "a weak cookie", routes: [{}, { name: "other", headers: { "Set-Cookie": cookie } }] },
  {
    name: "an open door",
    routes: [{}, { name: "other", headers: { "Access-Control-Allow-Origin": "*" } }],
  },
  { name: "nothing removed", routes: [{ route: { transforms: [] } }] },
  {
    name: "a header taken away again",
    routes: [
      {},
      { name: "other", headers: {}, route: { transforms: [removal("X-Frame-Options")] } },
    ],
  },
  {
    name: "a policy of the app",
    routes: [{ headers: headersWith("Content-Security-Policy") }],
    ofApp: true,
  },
];

const below = (one: DeclaredResource, ofApp = false) =>
  ofApp ? [app, { ...one, parent: app.urn }] : [one];
const onVercel = ({ routes, ofApp }: Situation) => [
  ...below(vercelProject, ofApp),
  ...routes.map((route) => headersRoute(route)),
];
const elsewhere = ({ routes, ofApp }: Situation, sender: string) => [
  ...below(site, ofApp),
  ...routes.map((route) => hostedRoute(site, { ...route, inputs: { sender } })),
];

/** All of an answer but what it is called on either host. */
const answers = (rule: Rule, resources: readonly DeclaredResource[]) =>
  judge(rule, resources)
    .map(({ urn, message, ...rest }) => ({ ...rest, ofApp: urn === app.urn, says: message !== "" }))
    .map((one) => JSON.stringify(one))
    .sort();

// Requirement: HOST-14, HOST-15, HOST-16
describe.each([...headersRules, cspUpgrade].map((rule: Rule) => [rule.id, rule] as const))(
  "%s on another host",
  (_id, rule) => {
    it.each(situations.map((situation) => [situation.name, situation] as const))(
      "answers as on Vercel: %s",
      (_name, situation) => {
        const wanted = answers(rule, onVercel(situation));
        expect(answers(rule, elsewhere(situation, "host"))).toEqual(wanted);
        expect(answers(rule, elsewhere(situation, "app"))).toEqual(wanted);
      },
    );
  },
);
