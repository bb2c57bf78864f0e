import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { awsTagsCheckedOn, taggableTypes } from "../../catalogue/aws-tags";
import { deprecatedCheckedOn, deprecatedInputs, deprecatedTypes } from "../../catalogue/deprecated";

const root = path.resolve(__dirname, "../..");
const packages = {
  aws: "@pulumi/aws",
  github: "@pulumi/github",
  random: "@pulumi/random",
  vercel: "@pulumiverse/vercel",
};

interface Schema {
  resources: Record<string, { inputs: object }>;
}

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(path.join(root, `sandbox/schema/${name}.json`), "utf8")) as Schema;

/** The declaration file of a type: `aws:s3/bucket:Bucket` → `@pulumi/aws/s3/bucket.d.ts`. */
function declarationOf(token: string): string {
  const [name = "", module = ""] = token.split(":");
  const file = module.replace(/^index\//, "");
  const sdk = packages[name as keyof typeof packages];
  const folder = path.join(root, "node_modules", sdk, path.dirname(file));
  // A few files spell names otherwise: iPSet in ipset.d.ts.
  const wanted = `${path.basename(file)}.d.ts`.toLowerCase();
  const found = readdirSync(folder).find((each) => each.toLowerCase() === wanted) ?? wanted;
  return readFileSync(path.join(folder, found), "utf8");
}

/** Whether the class itself is deprecated, and which of the arguments are. */
function deprecatedIn(token: string): { itself: boolean; inputs: string[] } {
  const text = declarationOf(token);
  const kind = token.split(":")[2] ?? "";
  const [before = ""] = text.split(`export declare class ${kind} `);
  const itself = before.slice(before.lastIndexOf("/**")).includes("@deprecated");
  const args = text.split(`export interface ${kind}Args {`)[1] ?? "";
  const members = args.matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\s*(\w+)\??:/g);
  const inputs = [...members].flatMap(([, comment = "", name = ""]) =>
    comment.includes("@deprecated") ? [name] : [],
  );
  return { itself, inputs: inputs.sort() };
}

const known = Object.keys(packages).flatMap((name) => Object.keys(schemaOf(name).resources));
const declared = new Map(known.map((token) => [token, deprecatedIn(token)] as const));

describe("the table of what is deprecated", () => {
  it("lists the types that the SDKs mark, of those that can be run here", () => {
    const marked = known.filter((token) => declared.get(token)?.itself);
    expect(Object.keys(deprecatedTypes).sort()).toEqual(marked.sort());
  });

  it("lists the inputs that the SDKs mark", () => {
    const marked = [...declared]
      .filter(([, { itself, inputs }]) => !itself && inputs.length > 0)
      .map(([token, { inputs }]) => [token, inputs] as const);
    const listed = Object.entries(deprecatedInputs).map(
      ([token, inputs]) => [token, Object.keys(inputs).sort()] as const,
    );
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(marked));
  });

  it("names replacements that there are", () => {
    const named = [
      ...Object.values(deprecatedTypes),
      ...Object.values(deprecatedInputs).flatMap((inputs) => Object.values(inputs)),
    ];
    for (const name of named.filter((each) => each !== null && /^(aws|github)\./.test(each))) {
      const [sdk = "", ...rest] = (name ?? "").split(".");
      const kind = rest.at(-1) ?? "";
      const module = rest.length > 1 ? rest[0] : "index";
      const token = `${sdk}:${module}/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
      expect(declarationOf(token)).toContain(`class ${kind} `);
    }
  });
});

describe("the table of what takes tags in AWS", () => {
  it("lists what the SDK gives tags, of the types that can be run here", () => {
    const taking = Object.entries(schemaOf("aws").resources)
      .filter(([, { inputs }]) => "tags" in inputs)
      .map(([token]) => token);
    expect([...taggableTypes].sort()).toEqual(taking.sort());
  });
});

it.each([awsTagsCheckedOn, deprecatedCheckedOn])("dates its facts: %s", (day) => {
  expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
});
