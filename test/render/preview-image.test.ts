import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { imageFormats } from "../../catalogue/images";
import { renderPreviewImage } from "../../render/preview-image";
import type { PreviewImageSpec } from "../../render/service";
import { allOf, instructionsOf } from "./dockerfile";
import { exampleOf } from "./previews";

const fixtures = path.join(__dirname, "../fixtures/previews");
const target = { service: "hub", stack: "prod", tier: "prod" } as const;
const digest = "0123456789abcdef".repeat(4);

const smallest: PreviewImageSpec = {
  base: `ghcr.io/acme/node@sha256:${digest}`,
  port: 8080,
  user: "node",
  workdir: "/app",
  healthCheck: { path: "/health", interval: 30, timeout: 5, retries: 3 },
  packages: {},
  tools: {},
};
const textOf = (change: Partial<PreviewImageSpec> = {}) =>
  renderPreviewImage({ ...smallest, ...change }, target).text;

// Requirement: HOST-11
describe("the Dockerfile of previews of the example product", () => {
  it.each([
    ["dev", "Dockerfile.dev"],
    ["staging", "Dockerfile.staging"],
    ["prod", "Dockerfile"],
  ])("of %s is %s, letter by letter", (stack, file) => {
    const [image] = exampleOf(stack);
    expect(image?.file).toBe(`orchestrator/preview-container/${file}`);
    expect(image?.text).toBe(readFileSync(path.join(fixtures, file), "utf8"));
  });

  it("carries every tool at one version, on port 8080, as the user node", () => {
    const text = exampleOf("prod")[0]?.text ?? "";
    const [packages, tools] = allOf(text, "RUN");
    for (const name of ["curl", "git", "wget"]) expect(packages).toContain(` ${name}=`);
    for (const name of ["@expo/cli", "create-react-app", "nodemon", "vite"]) {
      expect(tools).toMatch(new RegExp(` ${name}@\\d+\\.\\d+\\.\\d+( |$)`));
    }
    expect(allOf(text, "EXPOSE")).toEqual(["8080"]);
    expect(allOf(text, "USER")).toEqual(["node"]);
  });
});

describe("renderPreviewImage", () => {
  it("asks for health with the times declared, and starts the preview without a shell", () => {
    const ask =
      "fetch('http://127.0.0.1:8080/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))";
    expect(allOf(textOf(), "HEALTHCHECK")).toEqual([
      `--interval=30s --timeout=5s --retries=3 CMD ["node", "--eval", "${ask}"]`,
    ]);
    expect(allOf(textOf(), "CMD")).toEqual(['["node", "entrypoint.js"]']);
  });

  it("runs nothing as root that comes from the repository", () => {
    const instructions = instructionsOf(textOf());
    const user = instructions.findIndex(({ word }) => word === "USER");
    const after = instructions.slice(user).map(({ word }) => word);
    expect(after).toEqual(["USER", "COPY", "RUN", "COPY", "COPY", "EXPOSE", "HEALTHCHECK", "CMD"]);
    for (const copied of allOf(textOf(), "COPY")) expect(copied).toMatch(/^--chown=node /);
    expect(allOf(textOf(), "RUN")).toEqual(["chown node .", "npm ci --omit=dev"]);
  });

  it("does not depend on the order in which tools were written", () => {
    const one = textOf({ tools: { vite: "1.0.0", nodemon: "2.0.0" } });
    expect(textOf({ tools: { nodemon: "2.0.0", vite: "1.0.0" } })).toBe(one);
  });

  it("reads back as what was declared, whatever fits the formats", () => {
    fc.assert(
      fc.property(anyImage, (spec) => {
        const text = renderPreviewImage(spec, target).text;
        expect(allOf(text, "FROM")).toEqual([spec.base]);
        expect(allOf(text, "USER")).toEqual([spec.user]);
        expect(allOf(text, "WORKDIR")).toEqual([spec.workdir]);
        expect(allOf(text, "EXPOSE")).toEqual([String(spec.port)]);
        const installed = allOf(text, "RUN").join(" ").split(" ");
        const wanted = [
          ...Object.entries(spec.packages).map(([name, version]) => `${name}=${version}`),
          ...Object.entries(spec.tools).map(([name, version]) => `${name}@${version}`),
        ];
        expect(installed).toEqual(expect.arrayContaining(wanted));
        const words = new Set(instructionsOf(text).map(({ word }) => word));
        expect([...words].filter((word) => !instructions.has(word))).toEqual([]);
      }),
    );
  });
});

/** All that the file is made of; a value that ended its line would bring another word. */
const instructions = new Set("FROM RUN WORKDIR ENV USER COPY EXPOSE HEALTHCHECK CMD".split(" "));

const fitting = (format: keyof typeof imageFormats) =>
  fc.stringMatching(imageFormats[format].pattern);
const versions = (name: keyof typeof imageFormats, version: keyof typeof imageFormats) =>
  fc.dictionary(fitting(name), fitting(version), { maxKeys: 4, noNullPrototype: true });
const seconds = fc.integer({ min: 2, max: 3600 });

const anyImage: fc.Arbitrary<PreviewImageSpec> = fc.record({
  base: fc.constant(smallest.base),
  port: fc.integer({ min: 1024, max: 65_535 }),
  user: fitting("user"),
  workdir: fitting("folder"),
  healthCheck: fc.record({
    path: fitting("path"),
    interval: seconds,
    timeout: fc.constant(1),
    retries: fc.integer({ min: 1, max: 9 }),
  }),
  packages: versions("packageName", "packageVersion"),
  tools: versions("toolName", "toolVersion"),
});
