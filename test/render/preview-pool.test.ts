import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, type TomlTable } from "smol-toml";
import { describe, expect, it } from "vitest";
import { flyConfigKeys } from "../../catalogue/fly";
import type { ServiceArgs } from "../../components/services";
import { serviceSpec } from "../../components/services/spec";
import { renderPreviews } from "../../render/preview-pool";
import { exampleOf } from "./previews";

const fixtures = path.join(__dirname, "../fixtures/previews");

// Requirement: HOST-18
describe("the pool of previews of the example product", () => {
  it.each([
    ["dev", "fly.dev.toml"],
    ["staging", "fly.staging.toml"],
    ["prod", "fly.toml"],
  ])("of %s is %s, letter by letter", (stack, file) => {
    const [, pool] = exampleOf(stack);
    expect(pool?.file).toBe(`orchestrator/preview-container/${file}`);
    expect(pool?.text).toBe(readFileSync(path.join(fixtures, file), "utf8"));
  });

  it.each([
    ["dev", 2],
    ["staging", 5],
    ["prod", 20],
  ])("of %s has %i machines, which come back by themselves", (stack, machines) => {
    const text = exampleOf(stack)[1]?.text ?? "";
    expect(text).toMatch(new RegExp(`^# The pool: fly scale count ${machines} `, "m"));
    expect(parse(text)).toMatchObject({
      restart: [{ policy: "always" }],
      checks: { health: { type: "http", port: 8080, path: "/health", interval: "30s" } },
    });
  });

  it("has no address from outside, and no key that Fly's reference lacks", () => {
    const document = parse(exampleOf("prod")[1]?.text ?? "");
    expect(document).not.toHaveProperty("services");
    expect(keysOf(document).filter((key) => !known.has(key))).toEqual([]);
  });

  it("is built from the Dockerfile that is rendered beside it", () => {
    for (const stack of ["dev", "staging", "prod"]) {
      const [image, pool] = exampleOf(stack);
      const { build } = parse(pool?.text ?? "") as { build: TomlTable };
      expect(path.basename(image?.file ?? "")).toBe(build.dockerfile);
    }
  });
});

describe("renderPreviews", () => {
  const withoutPreviews = {
    app: "hub",
    org: "acme",
    image: "ghcr.io/acme/hub:4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e",
    port: 3000,
    checks: { tcp: {} },
    regions: ["iad"],
    primaryRegion: "iad",
    scale: { min: 1, max: 1 },
    limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
  } satisfies ServiceArgs;
  const service = serviceSpec({ ...withoutPreviews, previews: { poolSize: 3 } });
  const target = { service: "hub", stack: "prod", tier: "prod" } as const;

  it("renders nothing where the image is built elsewhere, or no preview is run", () => {
    expect(renderPreviews(service, target)).toEqual([]);
    expect(renderPreviews(serviceSpec(withoutPreviews), target)).toEqual([]);
  });
});

const known = new Set<string>(flyConfigKeys);

/** `restart[].policy`; the name of a check is `*`. */
function keysOf(table: TomlTable, prefix = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const here = prefix === "checks." ? "checks.*" : `${prefix}${key}`;
    if (Array.isArray(value)) return value.flatMap((it) => keysOf(it as TomlTable, `${here}[].`));
    return typeof value === "object" ? keysOf(value as TomlTable, `${here}.`) : [here];
  });
}
