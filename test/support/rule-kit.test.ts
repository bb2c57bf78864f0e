import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { UNKNOWN } from "../../core/value";
import { hstsPresent } from "../../policies/rules/headers/hsts-present";
import { urlsHttps } from "../../policies/rules/https/urls-https";
import { type Rule, defineRule, fail, pass } from "../../policies/rule";
import {
  type Input,
  type Mode,
  brief,
  headersRoute,
  headersWith,
  judge,
  judgeThroughEngine,
  modes,
  places,
  profile,
  stackIn,
  text,
  vercelProject,
} from "./rule-kit";

const bucket = "aws:s3/bucket:Bucket";
const policy = "aws:s3/bucketPolicy:BucketPolicy";

/** A bucket and what is computed from it. */
const program = (mode: Mode, given: Input = "plain") =>
  stackIn(mode, (add) => {
    const files = add(
      bucket,
      "files",
      { bucket: "acme-files" },
      { computed: { id: "f-1", arn: "arn:f" } },
    );
    add(policy, "files-policy", {
      bucket: files.output("id"),
      policy: { Statement: [{ Resource: text`${files.output("arn")}/*`, Note: given }] },
    });
  });

describe("stackIn", () => {
  it("knows no id and nothing computed in a preview", () => {
    const [files, its] = program("preview");
    expect(files?.inputs).toEqual({ bucket: "acme-files" });
    expect(files?.outputs).toEqual({ bucket: "acme-files", id: UNKNOWN, arn: UNKNOWN });
    expect(its?.inputs).toEqual({
      bucket: UNKNOWN,
      policy: { Statement: [{ Resource: UNKNOWN, Note: "plain" }] },
    });
  });

  it("knows all of it in an update", () => {
    const [files, its] = program("up");
    expect(files?.outputs).toEqual({ bucket: "acme-files", id: "f-1", arn: "arn:f" });
    expect(its?.inputs).toEqual({
      bucket: "f-1",
      policy: { Statement: [{ Resource: "arn:f/*", Note: "plain" }] },
    });
  });

  it.each(modes)("says in %s what each property was computed from", (mode) => {
    const [files, its] = program(mode);
    expect(files?.propertyDependencies).toEqual({});
    expect(its?.propertyDependencies).toEqual({ bucket: [files?.urn], policy: [files?.urn] });
  });

  it("hands an input on as it is, known in a preview too", () => {
    const [, other] = stackIn("preview", (add) => {
      const files = add(bucket, "files", { bucket: "acme-files" });
      add(bucket, "copy", { bucket: text`${files.output("bucket")}-copy` });
    });
    expect(other?.inputs).toEqual({ bucket: "acme-files-copy" });
  });

  it("lets a test say protection and parents, and refuses outputs that there are not", () => {
    const parent = profile().urn;
    const [files] = stackIn("up", (add) => add(bucket, "files", {}, { protect: true, parent }));
    expect(files).toMatchObject({ protect: true, parent });
    expect(() => stackIn("up", (add) => add(bucket, "files").output("arn"))).toThrow(
      "files has no output arn: give it as an input, or name it in computed",
    );
  });
});

describe("judgeThroughEngine", () => {
  const withoutHsts = [
    vercelProject,
    headersRoute({ headers: headersWith("Strict-Transport-Security") }),
  ];
  const elsewhere = stackIn("preview", (add) =>
    add("acme:index:Thing", "thing", { url: "http://example.com", later: text`${UNKNOWN}` }),
  );

  it.each<[string, Rule, typeof withoutHsts]>([
    ["a finding", hstsPresent, withoutHsts],
    ["a pass", hstsPresent, [vercelProject, headersRoute()]],
    ["a resource of its own", urlsHttps, elsewhere],
  ])("answers as judge does: %s", async (_what, rule, resources) => {
    expect(places(await judgeThroughEngine(rule, resources))).toEqual(
      places(judge(rule, resources)),
    );
  });

  it("shows unknown values as unknown, where the policy SDK would throw", async () => {
    const rule = defineRule({
      id: "bucket-told",
      title: "The policy names its bucket",
      why: "It says so.",
      fix: "Name it.",
      severity: "low",
      topics: ["test"],
      references: [{ standard: "None", clause: "1" }],
      appliesTo: [policy],
      options: z.strictObject({}),
      check: ({ inputs }) =>
        inputs["bucket"] === UNKNOWN
          ? fail({ found: UNKNOWN })
          : pass({ found: inputs["bucket"] ?? null }),
    });
    const answers = async (mode: Mode) => brief(await judgeThroughEngine(rule, program(mode)));
    expect(await answers("preview")).toEqual(["fail files-policy: found a value not known yet"]);
    expect(await answers("up")).toEqual(["pass files-policy: The policy names its bucket"]);
  });
});

describe("groundwork/rules and groundwork/rule-kit", () => {
  const repository = path.resolve(__dirname, "../..");
  let folder: string;
  beforeAll(() => {
    // As a package manager would link it.
    folder = mkdtempSync(path.join(tmpdir(), "own-rules-"));
    mkdirSync(path.join(folder, "node_modules"));
    const link = (from: string, to: string) =>
      symlinkSync(path.join(repository, from), path.join(folder, "node_modules", to));
    link("", "groundwork");
    for (const name of ["zod", "@pulumi", "@grpc", "google-protobuf"])
      link(`node_modules/${name}`, name);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("let the guide's rule be written and tested outside this repository, as the guide says", async () => {
    const guide = readFileSync(path.join(repository, "docs/guides/rules.md"), "utf8");
    const blocks = [...guide.matchAll(/^```ts\n\/\/ (\S+)\n(.*?)^```$/gms)];
    const files = blocks.map(([, file = "", code = ""]) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), code);
      return file;
    });
    expect(files).toEqual([
      "rules/versions-kept.ts",
      "rules/versions-kept.test.ts",
      "my-pack/index.ts",
    ]);
    const external = ["@pulumi/*", "@grpc/*", "google-protobuf", "zod"];
    const entryPoints = files.slice(1).map((file) => path.join(folder, file));
    const options = {
      entryPoints,
      outdir: path.join(folder, "out"),
      external,
      platform: "node",
    } as const;
    await build({ ...options, bundle: true });
    const test = path.join(folder, "out/rules/versions-kept.test.js");
    const report = execFileSync(process.execPath, [test], {
      encoding: "utf8",
      env: ownEnvironment(),
    });
    expect(report).toMatch(/^# pass 5$|^ℹ pass 5$/m);
  });
});

/** A test runner of Node's inside another one would report to that. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !/^(NODE_TEST|VITEST)/.test(name));
  return Object.fromEntries(entries);
}
