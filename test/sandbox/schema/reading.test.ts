import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packageSchema } from "../../../scripts/sandbox-schema/package-schema";
import { schemaText } from "../../../scripts/sandbox-schema/text";

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "sdk-"));
  write("package.json", JSON.stringify({ version: "1.2.3", pulumi: { name: "demo" } }));
  write("index.d.ts", "export {};");
  write("provider.d.ts", providerTypes);
  write("provider.js", providerCode);
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const file = join(project, "node_modules/demo-sdk", name);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, text);
}

const read = () => packageSchema(project, { name: "demo", npm: "demo-sdk" });

const providerTypes = `
export declare class Provider extends pulumi.ProviderResource {}
export interface ProviderArgs { token?: pulumi.Input<string>; }`;

const providerCode = `
class Provider extends pulumi.ProviderResource {
  constructor(name, args, opts) {
    resourceInputs["token"] = args?.token ? pulumi.secret(args.token) : undefined;
    const secretOpts = { additionalSecretOutputs: ["token"] };
  }
}
Provider.__pulumiType = 'demo';`;

const thingTypes = `
import * as inputs from "./types/input";
export declare class Thing extends pulumi.CustomResource {
    static get(name: string, id: pulumi.Input<pulumi.ID>): Thing;
    readonly name: pulumi.Output<string>;
    readonly arn: pulumi.Output<string>;
    readonly parts: pulumi.Output<outputs.Part[] | undefined>;
}
export interface ThingState { arn?: pulumi.Input<string>; }
export interface ThingArgs {
    /** A name. Changing this forces a new resource to be created. */
    name: pulumi.Input<string>;
    /**
     * For clusters, changing this value will re-create the resource.
     * @deprecated use tags
     */
    labels?: pulumi.Input<{ [key: string]: pulumi.Input<string>; } | undefined>;
    rules?: pulumi.Input<pulumi.Input<inputs.Rule>[]>;
    policy?: pulumi.Input<string | inputs.PolicyDocument>;
    source?: pulumi.Input<pulumi.asset.Asset | pulumi.asset.Archive>;
    size?: pulumi.Input<string | enums.demo.Size>;
    exactSize?: pulumi.Input<enums.demo.Size>;
    owner?: pulumi.Input<string | Thing>;
    password?: pulumi.Input<string>;
    extra?: any;
}`;

const thingCode = `
class Thing extends pulumi.CustomResource {
  static __pulumiType = "demo:index/thing:Thing";
  constructor(name, args, opts) {
    resourceInputs["password"] = args?.password ? pulumi.secret(args.password) : undefined;
    const secretOpts = { additionalSecretOutputs: ["password", "arn"] };
  }
}`;

describe("an SDK of declarations and compiled code", () => {
  beforeEach(() => {
    write("thing.d.ts", thingTypes);
    write("thing.js", thingCode);
    write("types/input.d.ts", inputTypes);
    write("types/enums/demo/index.d.ts", enumTypes);
  });

  const inputTypes = `
export interface Unused { a?: pulumi.Input<string>; }
export interface Rule { id: pulumi.Input<number>; next?: pulumi.Input<inputs.Rule>; }
export interface PolicyDocument { Statement: pulumi.Input<string>; }`;
  const enumTypes = `
export declare const Size: { readonly Small: "small"; readonly Large: "large"; };
export type Size = (typeof Size)[keyof typeof Size];`;

  it("gives types, requirements, secrets and what the comments say", () => {
    expect(read().resources["demo:index/thing:Thing"]).toEqual({
      inputs: {
        exactSize: { enum: ["large", "small"] },
        extra: "any",
        labels: { map: "string" },
        name: "string",
        owner: { oneOf: ["string", "resource"] },
        password: "string",
        policy: { oneOf: ["string", "any"] },
        rules: [{ ref: "Rule" }],
        size: "string",
        source: { oneOf: ["asset", "archive"] },
      },
      required: ["name"],
      deprecated: ["labels"],
      replaces: ["name"],
      outputs: { arn: "string", parts: ["object"] },
      secretInputs: ["password"],
      secretOutputs: ["arn", "password"],
    });
  });

  it("gives only the objects that are referred to", () => {
    expect(read().types).toEqual({
      Rule: { inputs: { id: "number", next: { ref: "Rule" } }, required: ["id"] },
    });
  });

  it("gives the provider's configuration and the package", () => {
    const { package: name, version, npm, plugin, provider } = read();
    expect({ name, version, npm, plugin }).toEqual({
      name: "demo",
      version: "1.2.3",
      npm: "demo-sdk",
      plugin: "demo",
    });
    expect(provider).toEqual({
      inputs: { token: "string" },
      outputs: {},
      secretInputs: ["token"],
      secretOutputs: ["token"],
    });
  });

  it("refuses a type that it cannot place, naming the file", () => {
    write("thing.d.ts", thingTypes.replace("extra?: any", "extra?: pulumi.Input<Mystery>"));
    expect(read).toThrow("demo-sdk/thing.d.ts: cannot place the type Mystery");
  });

  it("refuses two types of one token that differ", () => {
    write("thing2.d.ts", thingTypes.replaceAll("extra?: any", ""));
    write("thing2.js", thingCode);
    expect(read).toThrow("demo:index/thing:Thing is declared twice, and not alike");
  });

  it("gives the same text from files in any order of writing", () => {
    const first = schemaText(read());
    rmSync(join(project, "node_modules/demo-sdk/thing.d.ts"));
    write("another.d.ts", "export {};");
    write("thing.d.ts", thingTypes);
    expect(schemaText(read())).toBe(first);
  });
});

describe("an SDK of sources", () => {
  beforeEach(() => {
    write("index.ts", "export {};");
    write("getThing.ts", functionSource);
    write("part.ts", partSource);
  });

  const functionSource = `
const token = "demo:index/getThing:getThing";
export function getThing(args: GetThingArgs) { return utilities.invoke(token, args); }
export interface GetThingArgs { name: string; tags?: Record<string, string>; }
export interface GetThingResult { readonly ids: string[]; readonly size: number; }`;
  const partSource = `
export class Part extends utilities.Resource {
  public static readonly __pulumiType = "demo:index/part:Part";
  declare public readonly key: pulumi.Output<string>;
}
const shape = { secretInputs: ["key"], secretOutputs: ["key"] };
export interface PartArgs { key: pulumi.Input<string>; }`;

  it("gives functions with inputs and outputs", () => {
    expect(read().functions).toEqual({
      "demo:index/getThing:getThing": {
        inputs: { name: "string", tags: { map: "string" } },
        required: ["name"],
        outputs: { ids: ["string"], size: "number" },
      },
    });
  });

  it("gives resources and secrets that stand in tables", () => {
    expect(read().resources["demo:index/part:Part"]).toEqual({
      inputs: { key: "string" },
      required: ["key"],
      outputs: {},
      secretInputs: ["key"],
      secretOutputs: ["key"],
    });
  });

  it("takes the version of what the plugin is parameterized with", () => {
    const pulumi = { name: "terraform-provider", parameterization: { version: "9.8.7" } };
    write("package.json", JSON.stringify({ version: "1.2.3", pulumi }));
    expect(read()).toMatchObject({ version: "9.8.7", plugin: "terraform-provider" });
  });
});

describe("an SDK that is not there", () => {
  it("is said to be missing", () => {
    expect(() => packageSchema(project, { name: "x", npm: "x-sdk" })).toThrow(
      "x-sdk is not installed: run npm ci",
    );
  });

  it("is said to lack a module", () => {
    const modules = ["nope"];
    expect(() => packageSchema(project, { name: "demo", npm: "demo-sdk", modules })).toThrow(
      "demo-sdk has no module nope",
    );
  });
});
