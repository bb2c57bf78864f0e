import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { parse, type TomlTable } from "smol-toml";
import { describe, expect, it } from "vitest";
import { flyConfigKeys, flyMachineSizes, flyRegions, flyStrategies } from "../../catalogue/fly";
import { parseSettings } from "../../config/parse";
import { serviceSpec } from "../../components/services/spec";
import { renderFly } from "../../hosts/fly/render";
import type { ServiceSpec } from "../../render/service";
import { sectionsOf } from "../config/support";

const fixtures = path.join(__dirname, "../fixtures/fly");
const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";

/** What the example product's stack files say. */
function exampleOf(stack: string) {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { services, stack: about } = parsed.settings;
  const args = services.orchestrator;
  if (!args) throw new Error("no orchestrator");
  return renderFly(serviceSpec(args), { service: "orchestrator", stack, tier: about.tier });
}

/** Requirement: HOST-07, HOST-08, HOST-09, HOST-10, CAP-07 */
describe("fly.toml of the example product", () => {
  it.each([
    ["dev", "orchestrator/fly.dev.toml"],
    ["staging", "orchestrator/fly.staging.toml"],
    ["prod", "orchestrator/fly.toml"],
  ])("of %s is %s, letter by letter", (stack, file) => {
    const rendered = exampleOf(stack);
    expect(rendered.file).toBe(file);
    expect(rendered.text).toBe(readFileSync(path.join(fixtures, path.basename(file)), "utf8"));
  });

  it("names the stack file in its first line", () => {
    expect(exampleOf("staging").text.split("\n")[0]).toMatch(
      /^# Rendered by groundwork from Pulumi\.staging\.yaml, groundwork:services\.orchestrator\./,
    );
  });

  it("says what Fly's file has no key for in comments, and names secrets without values", () => {
    const { text } = exampleOf("prod");
    const comments = text.split("\n").filter((line) => line.startsWith("#"));
    expect(comments.join("\n")).toContain("--region iad,sjc,lhr --max-per-region 4");
    expect(comments.join("\n")).toContain("up above 70 % for 300 s, down below 30 % for 600 s");
    expect(comments.join("\n")).toContain("ANTHROPIC_API_KEY");
    expect(text.replaceAll(/^#.*$/gm, "")).not.toContain("ANTHROPIC_API_KEY");
  });

  it("keeps all machines up where their number is fixed", () => {
    const { services } = parse(exampleOf("staging").text) as { services: TomlTable[] };
    expect(services[0]).toMatchObject({
      auto_stop_machines: "off",
      auto_start_machines: false,
      min_machines_running: 2,
    });
  });
});

describe("renderFly", () => {
  it("writes TOML that parses to what was declared, with keys of Fly's reference only", () => {
    fc.assert(
      fc.property(anyService, (spec) => {
        const { text } = renderFly(spec, { service: "api", stack: "prod", tier: "prod" });
        const document = parse(text);
        expect(keysOf(document).filter((key) => !known.has(key))).toEqual([]);
        expect(document).toMatchObject({
          app: spec.app,
          primary_region: spec.primaryRegion,
          build: { image: spec.image },
          deploy: { strategy: spec.strategy },
          ...(Object.keys(spec.env).length > 0 && { env: spec.env }),
          vm: [{ cpu_kind: spec.limits.cpuKind, cpus: spec.limits.cpus }],
        });
        expect((document.services as TomlTable[])[0]).toMatchObject({
          internal_port: spec.port,
          min_machines_running: spec.scale.min,
          concurrency: {
            hard_limit: spec.limits.connections?.hard,
            soft_limit: spec.limits.connections?.soft,
          },
          ports: [{ port: 80, force_https: true }, { port: 443 }],
        });
      }),
    );
  });

  it("does not depend on the order in which variables were written", () => {
    const target = { service: "api", stack: "prod", tier: "prod" } as const;
    const [spec] = fc.sample(anyService, 1) as [ServiceSpec];
    const one = renderFly({ ...spec, env: { A: "1", B: "2" } }, target).text;
    expect(renderFly({ ...spec, env: { B: "2", A: "1" } }, target).text).toBe(one);
  });
});

const known = new Set<string>(flyConfigKeys);

/** `services[].ports[].port`; names of variables are `*`. */
function keysOf(table: TomlTable, prefix = ""): string[] {
  return Object.entries(table).flatMap(([key, value]) => {
    const here = prefix === "env." ? "env.*" : `${prefix}${key}`;
    if (Array.isArray(value) && value.some((it) => typeof it === "object")) {
      return value.flatMap((it) => keysOf(it as TomlTable, `${here}[].`));
    }
    const isTable = typeof value === "object" && !Array.isArray(value);
    return isTable ? keysOf(value as TomlTable, `${here}.`) : [here];
  });
}

const seconds = fc.integer({ min: 1, max: 3600 });
const check = fc.record({ interval: seconds, timeout: seconds, grace: seconds });
const anyService: fc.Arbitrary<ServiceSpec> = fc
  .record({
    regions: fc.uniqueArray(fc.constantFrom(...flyRegions), { minLength: 1 }),
    tcp: fc.option(check, { nil: undefined }),
    path: fc.option(fc.webPath(), { nil: undefined }),
    http: check,
    min: fc.nat(5),
    more: fc.nat(5),
    cpuKind: fc.constantFrom("shared" as const, "performance" as const),
    env: fc.dictionary(fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,9}$/), fc.string(), {
      noNullPrototype: true,
    }),
    strategy: fc.constantFrom(...flyStrategies),
    port: fc.integer({ min: 1, max: 65_535 }),
  })
  .map(({ regions, tcp, path, http, min, more, cpuKind, ...rest }) => ({
    ...rest,
    vendor: "fly",
    kind: "web",
    app: "api",
    org: "acme",
    image: `ghcr.io/acme/api:${commit}`,
    checks: { ...(tcp && { tcp }), ...(path !== undefined && { http: { ...http, path } }) },
    regions,
    primaryRegion: regions[0] ?? "iad",
    scale: { min, max: min + more },
    limits: {
      cpuKind,
      cpus: 1,
      memoryMb: flyMachineSizes[cpuKind].memoryMbPerCpu.min,
      connections: { hard: 100, soft: 80 },
    },
    secrets: [],
  }));
