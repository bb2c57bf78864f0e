import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { importId, typesFoundByInputs } from "../../catalogue/import-ids";

const modules = path.resolve(__dirname, "../../node_modules");
const packages: Record<string, string> = {
  aws: "@pulumi/aws",
  github: "@pulumi/github",
  sentry: "@pulumiverse/sentry",
  vercel: "@pulumiverse/vercel",
};

/** The declarations of a type in the installed SDK; its stand-in's are one file. */
function declarations(type: string): string | undefined {
  const [name = "", module = ""] = type.split(":");
  const [folder, file] = module.split("/");
  const sdk = packages[name];
  const below = folder === "index" ? `${file}.d.ts` : `${folder}/${file}.d.ts`;
  return sdk && readFileSync(path.join(modules, sdk, below), "utf8");
}

/** Ids of the examples in the documentation of a type: `pulumi import <type> <name> <id>`. */
function documentedIds(type: string): string[] {
  const lines = declarations(type)?.matchAll(/pulumi import \S+ \S+ (\S+)/g) ?? [];
  return [...lines].map(([, id = ""]) => id);
}

/** Inputs whose values are their own names: the id then tells which it is made of. */
const named = new Proxy<Record<string, string>>({}, { get: (_, key) => String(key) });
const withoutTeam = new Proxy<Record<string, string>>(
  {},
  { get: (_, key) => (key === "teamId" ? undefined : String(key)) },
);
const idOf = (type: string) => importId(type, withoutTeam) ?? importId(type, named) ?? "";
const documented = typesFoundByInputs.filter((type) => !/^supabase(-admin)?:/.test(type));

describe("ids by which a provider imports what inputs name", () => {
  it.each(documented)("%s: made of inputs that the type has", (type) => {
    const text = declarations(type) ?? "";
    const has = (input: string) => new RegExp(`^ {4}${input}\\??: `, "m").test(text);
    const inputs = idOf(type).split(/[:/]/);
    expect(inputs.filter((input) => !has(input))).toEqual([]);
  });

  it.each(documented)("%s: of as many parts as the documentation's example", (type) => {
    const parts = (id: string) => id.replaceAll(/arn:[^/]*\/?[^/]*/g, "arn").split(/[:/]/).length;
    expect(documentedIds(type).map(parts)).toContain(parts(idOf(type)));
  });

  it("begin with the team on Vercel where one is named", () => {
    const type = "vercel:index/projectDomain:ProjectDomain";
    const inputs = { teamId: "team_1", projectId: "prj_1", domain: "example.com" };
    expect(importId(type, inputs)).toBe("team_1/prj_1/example.com");
  });

  it.each([
    ["lacks", {}],
    ["is empty", { bucket: "" }],
    ["is a secret", { bucket: { "4dabf18193072939515e22adb298388d": "…", ciphertext: "x" } }],
  ])("are none where an input %s", (_what, inputs) => {
    expect(importId("aws:s3/bucket:Bucket", inputs)).toBeUndefined();
  });

  it.each(["aws:sns/topic:Topic", "toString"])("are none for %s", (type) => {
    expect(importId(type, named)).toBeUndefined();
  });
});
