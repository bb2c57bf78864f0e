import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import type { PropertyMap } from "../../../core/value";
import { readItems } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { secretNamesOf } from "../../lib/secrets/secret-names";
import { readText } from "../../lib/text";
import { variableNames } from "../../lib/secrets/variables";
import { type Answer, defineRule, fail, notApplicable, pass } from "../../rule";

const service = "sentry";
const isOfSentry = (name: string) => /(?:^|_)SENTRY_/.test(name);

// Requirement: SECR-01, SECR-03
export const sentryConsistent = defineRule({
  id: "sentry-consistent",
  title: "The app has Sentry's variables and origins where errors go to Sentry, and nowhere else",
  why: "Errors sent to a host that the Content-Security-Policy blocks are lost without a word, and an allowed host that nobody uses is a way out for injected script.",
  fix: "Bring hosting.thirdParties and the SENTRY_ variables in line with errorTracking.kind.",
  severity: "low",
  topics: ["secrets", "headers", "observability"],
  references: [
    {
      standard: "Sentry",
      clause: "Content Security Policy",
      url: "https://docs.sentry.io/platforms/javascript/install/loader/#content-security-policy",
    },
    iso("A.8.16"),
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const projects = stack.ofType(tokens.hostingProject);
    if (projects.length === 0) return notApplicable("the stack hosts no app");
    const kind = readText(stack.ofType(tokens.errorTracking)[0]?.inputs ?? {}, ["kind"]);
    const hasAddress = [...secretNamesOf(stack)].some(isOfSentry);
    const strays = kind === service ? [] : stack.ofType(providerTypes.sentryProject).map(stray);
    const answers = projects.flatMap(({ urn, inputs }): Answer[] => {
      const allowed = readItems(inputs, ["thirdParties"]).includes(service);
      const chosen = kind === undefined ? allowed : kind === service;
      const judged = { urn, inputs, allowed };
      return chosen ? withSentry(judged, hasAddress) : withoutSentry(judged);
    });
    return [...answers, ...strays];
  },
});

/** A project at Sentry that no error is to reach. */
function stray({ urn }: DeclaredResource): Answer {
  const message = "found a project at Sentry, wanted none where errors go elsewhere";
  return fail({ urn, input: "kind", found: service, wanted: `no project at ${service}`, message });
}

interface Judged {
  urn: string;
  inputs: PropertyMap;
  /** Whether the policy lets pages talk to Sentry. */
  allowed: boolean;
}

function withSentry({ urn, allowed }: Judged, hasAddress: boolean): Answer[] {
  const parties = { urn, property: "thirdParties", input: "thirdParties" };
  if (!allowed) return [fail({ ...parties, found: null, wanted: service })];
  if (hasAddress) return [pass(parties)];
  const variables = { urn, property: "variables", input: "variables" };
  return [fail({ ...variables, found: null, wanted: "SENTRY_DSN as a secret or a variable" })];
}

function withoutSentry({ urn, inputs, allowed }: Judged): Answer[] {
  const named = variableNames(inputs).filter(({ key }) => isOfSentry(key));
  const idle = named.map(({ key }) => {
    const path = `variables.${key}`;
    return fail({ urn, property: path, input: path, found: key, wanted: "no variable of Sentry" });
  });
  const parties = { urn, property: "thirdParties", input: "thirdParties" };
  if (allowed) idle.push(fail({ ...parties, found: service, wanted: `no ${service}` }));
  return idle.length > 0 ? idle : [pass(parties)];
}
