import { z } from "zod";
import type { Tier } from "../../core/profile";
import { tokens } from "../../core/tokens";
import type { PropertyMap } from "../../core/value";
import { readMap } from "../lib/maps";
import { providerTypes } from "../lib/provider-types";
import { iso, secretHandling } from "../lib/references";
import { registeredSecrets } from "../lib/secrets/secret-registry";
import { readText } from "../lib/text";
import { type Answer, fail, notApplicable, pass } from "../rule";
import type { StackView } from "../stack-view";
import type { BetweenRule, Member } from "./rule";

/** Which tier a stack of another has to be like. */
const counterparts: Partial<Record<Tier, Tier>> = { staging: "prod", prod: "staging" };

// Requirement: SECR-10
export const sameSecretNames: BetweenRule = {
  id: "same-secret-names",
  title:
    "Staging and prod know the same secrets and variables by name, each with values of its own",
  why: "What staging lacks is tried out in prod for the first time, and what prod lacks breaks the release that staging let pass.",
  fix: "Declare it in both stack files, with another value in each.",
  severity: "medium",
  topics: ["secrets", "releases"],
  references: [secretHandling, iso("A.8.31")],
  appliesTo: "stacks",
  options: z.strictObject({}),
  check: (own, others) => {
    const counterpart = counterparts[own.settings.tier];
    const compared = others.filter(({ settings }) => settings.tier === counterpart);
    if (compared.length === 0) return notApplicable("no stack to compare it with");
    const answers = compared.flatMap((other) => kinds.flatMap((kind) => missing(kind, own, other)));
    return answers.length > 0 ? answers : pass();
  },
};

interface Kind {
  what: string;
  namesIn: (stack: StackView) => readonly string[];
  /** The component that is told of them, and where. */
  token: string;
  property: string;
}

const kinds: readonly Kind[] = [
  {
    what: "secret",
    namesIn: (stack) => stack.ofType(tokens.secrets).flatMap(({ inputs }) => secretsOf(inputs)),
    token: tokens.secrets,
    property: "registry",
  },
  {
    what: "variable",
    namesIn: variablesOf,
    token: tokens.hostingProject,
    property: "variables",
  },
];

/** But for what one stack alone measures, and so tells its app alone. */
function variablesOf(stack: StackView): string[] {
  const texts = (type: string, name: string) =>
    stack.ofType(type).flatMap(({ inputs }) => readText(inputs, [name]) ?? []);
  const measured = texts(tokens.webVitals, "variable");
  return texts(providerTypes.vercelVariable, "key").filter((key) => !measured.includes(key));
}

function missing({ what, namesIn, token, property }: Kind, own: Member, other: Member): Answer[] {
  const there = new Set(namesIn(own.view));
  const lacking = [...new Set(namesIn(other.view))].filter((name) => !there.has(name)).sort();
  const urn = own.view.ofType(token)[0]?.urn ?? own.view.urn;
  return lacking.map((name) => {
    const message = `${property}: found no ${what} ${name}, which the stack ${other.stack} has`;
    return fail({ urn, property, input: property, found: null, wanted: name, message });
  });
}

/** What goes to the repository alone is one value for all stacks, and sent by the one that owns it. */
function secretsOf(inputs: PropertyMap): string[] {
  return registeredSecrets(inputs).filter((name) => {
    const path = ["registry", name, "destinations"];
    const scope = readText(inputs, [...path, "github", "scope"]);
    const places = Object.keys(readMap(inputs, path));
    return !(scope === "repository" && places.length === 1);
  });
}
