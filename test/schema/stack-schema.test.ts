import Ajv2020, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { stackSchema } from "../../config/json-schema";
import { parseSettings } from "../../config/parse";
import { formatPath, type PathStep } from "../../config/path";
import {
  edited,
  editorView,
  everyKeyFile,
  type StackFileView,
  stacks,
  textOf,
} from "../config/support";
import type { SchemaNode } from "../../config/shape";
import { broken } from "./broken";

const schemaText = textOf("schema/stack.schema.json");
const schema = JSON.parse(schemaText) as SchemaNode;
const validate: ValidateFunction = new Ajv2020({ allErrors: true, strict: true }).compile(schema);

const prod = editorView(textOf("Pulumi.prod.yaml"));

/** The file with one change below `config:`. */
function withEdit(path: string, value: unknown): StackFileView {
  const config = edited(prod.config, { [path]: value });
  return JSON.parse(JSON.stringify({ ...prod, config })) as StackFileView;
}

function refusedPaths(errors: readonly ErrorObject[]): string[] {
  return errors.map(({ instancePath, params }) => {
    const steps = instancePath
      .split("/")
      .slice(1)
      .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
      .map((step): PathStep => (/^\d+$/.test(step) ? Number(step) : step));
    const { missingProperty, additionalProperty, propertyName } = params as Record<string, string>;
    const key = missingProperty ?? additionalProperty ?? propertyName;
    return formatPath([...steps.slice(1), ...(key === undefined ? [] : [key])]);
  });
}

function sections({ config }: StackFileView): Record<string, unknown> {
  const own = Object.entries(config).filter(([key]) => key.startsWith("groundwork:"));
  return Object.fromEntries(own.map(([key, value]) => [key.slice("groundwork:".length), value]));
}

describe("schema/stack.schema.json", () => {
  it("is what the zod sections give", () => {
    expect(schemaText).toBe(`${JSON.stringify(stackSchema(), undefined, 2)}\n`);
  });

  it.each(stacks)("accepts Pulumi.%s.yaml", (stack) => {
    validate(editorView(textOf(`Pulumi.${stack}.yaml`)));
    expect(validate.errors).toBeNull();
  });

  it("accepts a file that has every key", () => {
    validate(editorView(textOf(everyKeyFile)));
    expect(validate.errors).toBeNull();
  });

  it.each(stacks)("is named on the first line of Pulumi.%s.yaml", (stack) => {
    expect(textOf(`Pulumi.${stack}.yaml`).split("\n")[0]).toBe(
      "# yaml-language-server: $schema=./schema/stack.schema.json",
    );
  });

  it("has at least 30 broken files to refuse", () => {
    expect(broken.length).toBeGreaterThanOrEqual(30);
  });

  it.each(broken)("refuses a file in which $name", ({ at, value, path }) => {
    expect(validate(withEdit(at, value))).toBe(false);
    expect(refusedPaths(validate.errors ?? [])).toContain(path);
  });

  it.each(broken)("agrees with the parser when $name", ({ at, value, path }) => {
    const parsed = parseSettings(sections(withEdit(at, value)));
    expect(parsed).toHaveProperty("problems");
    expect("problems" in parsed && parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it("refuses keys at the top that nothing reads, and keeps Pulumi's own", () => {
    expect(validate({ ...prod, confg: {} })).toBe(false);
    expect(validate({ ...prod, encryptionsalt: "v1:x", secretsprovider: "passphrase" })).toBe(true);
  });

  it("leaves other namespaces free", () => {
    expect(validate(withEdit("github:owner", { any: [1] }))).toBe(true);
    expect(validate(withEdit("hosting", {}))).toBe(false);
  });

  it.each([
    ["one by one", { API_KEY: { secure: "v1:abc" } }, true],
    ["as one encrypted object", { secure: "v1:abc" }, true],
    ["in clear text", { API_KEY: "abc" }, false],
    ["under a name that is none", { "API KEY": { secure: "v1:abc" } }, false],
  ])("judges secrets given %s", (_, secrets, accepted) => {
    expect(validate(withEdit("groundwork:secrets", secrets))).toBe(accepted);
  });

  it("describes every key to whoever edits a file", () => {
    const undescribed: string[] = [];
    const walk = (node: SchemaNode, path: string): void => {
      for (const [key, child] of Object.entries(node.properties ?? {})) {
        if (!child.description) undescribed.push(`${path}.${key}`);
        walk(child, `${path}.${key}`);
      }
      const alternatives = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
      for (const part of [node.items, node.additionalProperties, ...alternatives]) {
        if (typeof part === "object") walk(part, path);
      }
    };
    walk(schema, "");
    expect(undescribed).toEqual([]);
  });
});
