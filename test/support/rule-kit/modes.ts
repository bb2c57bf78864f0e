import type { DeclaredResource } from "../../../core/resource";
import { type PropertyMap, type Value, UNKNOWN } from "../../../core/value";
import { resource } from "./resources";

/** What the engine knows: in a preview no id and nothing that a provider computes, in an update all of it. */
export type Mode = "preview" | "up";
export const modes: readonly Mode[] = ["preview", "up"];

/** A value of one resource that others are given: its value as far as it is known, and where it comes from. */
export class Output {
  constructor(
    readonly value: Value,
    readonly urns: readonly string[],
  ) {}
}

/** Inputs as a program writes them: plain values, and outputs of other resources at any depth. */
export type Input = Value | Output | readonly Input[] | { readonly [name: string]: Input };

export interface Declaration extends Partial<Omit<DeclaredResource, "inputs">> {
  /** What the provider computes, `id` included: known once the resource is there. */
  computed?: PropertyMap;
}

export interface Added extends DeclaredResource {
  /** An input, or something computed; asking for anything else is the test's mistake, and throws. */
  output(name: string): Output;
}

export type Add = (
  type: string,
  name: string,
  inputs?: Readonly<Record<string, Input>>,
  declaration?: Declaration,
) => Added;

/**
 * The resources that a program declares, as rules see them in that mode: an output of another resource is unknown in a
 * preview, and the property depends on the resource in both.
 */
export function stackIn(mode: Mode, declare: (add: Add) => void): DeclaredResource[] {
  const resources: DeclaredResource[] = [];
  declare((type, name, given = {}, { computed = {}, ...rest } = {}) => {
    const read = Object.entries(given).map(([key, input]) => [key, resolve(input)] as const);
    const inputs: PropertyMap = Object.fromEntries(read.map(([key, one]) => [key, one.value]));
    const dependencies = read.filter(([, { urns }]) => urns.length > 0);
    const unknown = mapValues(computed, (): Value => UNKNOWN);
    const outputs: PropertyMap = { ...inputs, ...(mode === "up" ? computed : unknown) };
    const declared = resource(type, name, inputs, {
      outputs,
      propertyDependencies: Object.fromEntries(dependencies.map(([key, one]) => [key, one.urns])),
      ...rest,
    });
    resources.push(declared);
    return { ...declared, output: (key) => outputOf(declared, outputs, key) };
  });
  return resources;
}

/** Text out of plain parts and outputs: text`https://${domain.output("host")}/x`. */
export function text(parts: TemplateStringsArray, ...inputs: readonly Input[]): Output {
  const read = inputs.map(resolve);
  const urns = read.flatMap((one) => one.urns);
  if (read.some(({ value }) => value === UNKNOWN)) return new Output(UNKNOWN, urns);
  const all = parts.map((part, at) => part + textOf(read[at]?.value));
  return new Output(all.join(""), urns);
}

/** As a template would write it; the engine's own text for objects is JSON. */
function textOf(value: Value | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function outputOf({ urn, name }: DeclaredResource, outputs: PropertyMap, key: string): Output {
  const value = outputs[key];
  if (value !== undefined) return new Output(value, [urn]);
  throw new Error(`${name} has no output ${key}: give it as an input, or name it in computed`);
}

function resolve(input: Input): Output {
  if (input instanceof Output) return input;
  if (Array.isArray(input)) {
    const items = (input as readonly Input[]).map(resolve);
    return new Output(
      items.map(({ value }) => value),
      sources(items),
    );
  }
  if (typeof input !== "object" || input === null) return new Output(input, []);
  const members = mapValues(input as Record<string, Input>, resolve);
  return new Output(
    mapValues(members, ({ value }) => value),
    sources(Object.values(members)),
  );
}

const sources = (outputs: readonly Output[]): string[] => [
  ...new Set(outputs.flatMap(({ urns }) => urns)),
];

function mapValues<From, To>(
  map: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
