import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  fits,
  identifiedTypes,
  identifyingInputs,
  partsOf,
  vendorImportId,
} from "../../catalogue/identities";
import { typesFoundByInputs } from "../../catalogue/import-ids";

const modules = path.resolve(__dirname, "../../node_modules");
const packages: Record<string, string> = {
  aws: "@pulumi/aws",
  github: "@pulumi/github",
  vercel: "@pulumiverse/vercel",
};

/** What the installed SDK declares of a type. */
function declarations(type: string): string {
  const [name = "", module = ""] = type.split(":");
  const [folder, file] = module.split("/");
  const below = folder === "index" ? `${file}.d.ts` : `${folder}/${file}.d.ts`;
  return readFileSync(path.join(modules, packages[name] ?? "", below), "utf8");
}

const inSdks = identifiedTypes.filter((type) => !type.startsWith("supabase:"));
const inputsOf = (type: string) =>
  identifyingInputs(type).flatMap((fields) => Object.keys(fields).map((it) => it.split(".")[0]));

describe("what identifies a live thing", () => {
  it.each(inSdks)("%s: inputs that the type has", (type) => {
    const text = declarations(type);
    const lacking = inputsOf(type).filter((it) => !new RegExp(`^ {4}${it}\\??: `, "m").test(text));
    expect(lacking).toEqual([]);
  });

  it("is said of no type whose inputs are its id already", () => {
    expect(identifiedTypes.filter((type) => typesFoundByInputs.includes(type))).toEqual([]);
  });

  it("is known, or the id is, of every part that may be foreign", () => {
    const parts = Object.values(partsOf).flatMap((all) => Object.keys(all));
    const known = [...identifiedTypes, ...typesFoundByInputs];
    expect(parts.filter((type) => !known.includes(type))).toEqual([]);
  });

  it.each([
    ["nothing and an empty text", { a: "same" }, {}, { a: "" }, true],
    ["a text and another case of it", { a: "same" }, { a: "x" }, { a: "X" }, false],
    ["the same where case says nothing", { a: "caseless" }, { a: "x" }, { a: "X" }, true],
    ["a text and a number", { a: "same" }, { a: "1" }, { a: 1 }, false],
    ["lists with an entry in common", { a: "overlapping" }, { a: [1, 2] }, { a: [2] }, true],
    ["two empty lists", { a: "overlapping" }, { a: [] }, { a: [] }, false],
    ["a value inside another", { "a.b": "same" }, { a: { b: 1 } }, { a: { b: 1 } }, true],
  ] as const)("compares %s", (...[, fields, declared, live, same]) => {
    expect(fits(fields, declared, live)).toBe(same);
  });
});

describe("the id by which a provider imports what its vendor named", () => {
  const project = { projectId: "prj_1", projectRef: "ref", repository: "shop", domainName: "a.b" };
  it.each([
    ["vercel:index/project:Project", { teamId: "team_1" }, "prj_1", "team_1/prj_1"],
    ["vercel:index/project:Project", {}, "prj_1", "prj_1"],
    ["vercel:index/projectRoute:ProjectRoute", { teamId: "team_1" }, "rt_1", "team_1/prj_1/rt_1"],
    ["vercel:index/projectRoute:ProjectRoute", {}, "rt_1", "prj_1/rt_1"],
    ["vercel:index/projectCrons:ProjectCrons", {}, "any", "prj_1"],
    ["supabase:index/apikey:Apikey", {}, "uuid", "ref/uuid"],
    ["supabase:index/apikey:Apikey", {}, "ref/uuid", "ref/uuid"],
    ["github:index/repositoryRuleset:RepositoryRuleset", {}, "7", "shop:7"],
    ["aws:apigatewayv2/apiMapping:ApiMapping", {}, "map", "map/a.b"],
    ["aws:kms/key:Key", {}, "uuid", "uuid"],
  ])("%s", (type, more, id, expected) => {
    const inputs = type.endsWith(":Project") ? more : { ...project, ...more };
    expect(vendorImportId(type, inputs, id)).toBe(expected);
  });

  it("is none where its place is not known", () => {
    expect(vendorImportId("vercel:index/projectRoute:ProjectRoute", {}, "rt_1")).toBeUndefined();
  });
});
