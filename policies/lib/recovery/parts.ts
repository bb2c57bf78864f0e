import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { isPropertyMap, type Reading, readProperty, type Value } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { sitesOf } from "../sites";

/** What a stack can lose. Each service is a part of its own kind, by its own name. */
export const partKinds = [
  "configuration",
  "database",
  "files",
  "previews",
  "services",
  "web",
] as const;
export type PartKind = (typeof partKinds)[number];

/** A part by the name under which something is promised of it. */
export interface Part {
  name: string;
  kind: PartKind;
}

/** The parts that a stack has, each once, in the order of their kinds. */
export function partsOf(stack: StackView): readonly Part[] {
  const services = servicesOf(stack);
  const named = (kind: PartKind, exists: boolean): Part[] => (exists ? [{ name: kind, kind }] : []);
  const has = (...types: string[]) => types.some((type) => stack.ofType(type).length > 0);
  return [
    ...named("configuration", true),
    ...named("database", has(providerTypes.supabaseProject)),
    ...named("files", has(providerTypes.awsBucket, providerTypes.supabaseBucket)),
    ...named("previews", Object.values(services).some(hasPreviews)),
    ...Object.keys(services).map((name): Part => ({ name, kind: "services" })),
    ...named("web", sitesOf(stack).length > 0),
  ];
}

/** What every container service of the stack says, by name. */
export function servicesOf(stack: StackView): Readonly<Record<string, Value | undefined>> {
  const declared = stack.ofType(tokens.containerService).map(({ inputs }) => inputs.services);
  return Object.assign({}, ...declared.filter(isPropertyMap)) as Record<string, Value | undefined>;
}

function hasPreviews(service: Value | undefined): boolean {
  return readProperty(service ?? null, ["previews"]).state !== "absent";
}

/** What says how the stack comes back: the first such component, by the order of URNs. */
export function recoveryOf(stack: StackView): DeclaredResource | undefined {
  return stack.ofType(tokens.recovery)[0];
}

/** Reads what the stack says of its recovery. Without a word, it is absent. */
export function readRecovery(stack: StackView, path: readonly (string | number)[]): Reading {
  return readProperty(recoveryOf(stack)?.inputs ?? null, path);
}
