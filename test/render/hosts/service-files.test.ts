import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { serviceSpec } from "../../../components/services/spec";
import { parseSettings } from "../../../config/parse";
import { renderServices } from "../../../hosts/files";
import { isRendered } from "../../../render/header";
import { edited, sectionsOf } from "../../config/support";
import { aSpec, filesOf, runRailway } from "./services";

const fixtures = path.join(__dirname, "../../fixtures/services");

/** What the example product's stack file says, with its service at another vendor. */
function exampleOf(stack: string, vendor: "render" | "railway") {
  const sections = edited(sectionsOf(`Pulumi.${stack}.yaml`), {
    "services.orchestrator.vendor": vendor,
  });
  const parsed = parseSettings(sections);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  const { services, stack: about } = parsed.settings;
  const specs = Object.entries(services).map(([name, args]) => [name, serviceSpec(args)] as const);
  return renderServices(Object.fromEntries(specs), { stack, tier: about.tier });
}

// Requirement: HOST-15, HOST-16
describe("the file of the example product's services", () => {
  it.each([
    ["prod", "render", "render.yaml", "render.yaml"],
    ["staging", "render", "render.staging.yaml", "render.staging.yaml"],
    ["prod", "railway", ".railway/railway.ts", "railway.ts.txt"],
    ["staging", "railway", ".railway/railway.staging.ts", "railway.staging.ts.txt"],
  ] as const)("of %s on %s is %s, letter by letter", (stack, vendor, file, fixture) => {
    const [rendered, ...others] = exampleOf(stack, vendor);
    expect(others).toEqual([]);
    expect(rendered?.file).toBe(file);
    expect(rendered?.text).toBe(readFileSync(path.join(fixtures, fixture), "utf8"));
    expect(rendered?.services).toEqual(["orchestrator"]);
    expect(isRendered(rendered?.text ?? "")).toBe(true);
  });
});

describe("render.yaml", () => {
  const shared = { LOG_LEVEL: "info", NODE_ENV: "production" };
  const api = aSpec({ vendor: "render", app: "api", env: { ...shared, ROLE: "api" } });
  const hub = aSpec({ vendor: "render", app: "hub", env: { ...shared, ROLE: "hub" } });

  it("holds all services of a stack, with what they share in a group that each reads", () => {
    const [file] = filesOf({ api, hub });
    expect(file?.services).toEqual(["api", "hub"]);
    expect(parse(file?.text ?? "")).toMatchObject({
      services: [
        {
          name: "api",
          envVars: [
            { fromGroup: "acme-prod" },
            { key: "PORT", value: "3000" },
            { key: "ROLE", value: "api" },
          ],
        },
        { name: "hub" },
      ],
      envVarGroups: [
        {
          name: "acme-prod",
          envVars: [
            { key: "LOG_LEVEL", value: "info" },
            { key: "NODE_ENV", value: "production" },
          ],
        },
      ],
    });
  });

  it("makes no group for one service", () => {
    expect(parse(filesOf({ api })[0]?.text ?? "")).not.toHaveProperty("envVarGroups");
  });

  it("never puts a secret into a group, where Render takes none without its value", () => {
    const secrets = ["TOKEN"];
    const [file] = filesOf({ api: { ...api, secrets }, hub: { ...hub, secrets } });
    const { envVarGroups } = parse(file?.text ?? "") as { envVarGroups: unknown };
    expect(JSON.stringify(envVarGroups)).not.toContain("TOKEN");
    expect(file?.text.match(/key: TOKEN\n\s+sync: false/g)).toHaveLength(2);
  });

  it("scales between the two numbers, or has one", () => {
    const scaled = aSpec({ vendor: "render", scale: { min: 2, max: 5 } });
    expect(filesOf({ scaled })[0]?.text).toContain("maxInstances: 5");
    expect(filesOf({ scaled })[0]?.text).not.toContain("numInstances");
    expect(filesOf({ api })[0]?.text).toContain("numInstances: 1");
  });
});

describe(".railway/railway.ts", () => {
  it("holds all services of a stack, since what it leaves out is taken away", () => {
    const [a, b] = [aSpec({ vendor: "railway", app: "a" }), aSpec({ vendor: "railway", app: "b" })];
    const [file, ...others] = filesOf({ b, a });
    expect(others).toEqual([]);
    expect(runRailway(file?.text ?? "").resources.map(({ service }) => service)).toEqual([
      "a",
      "b",
    ]);
  });

  it("lets no text of a variable end its quotes", () => {
    const text = '"); process.exit(1); ("\\\n`${x}`';
    const spec = aSpec({ vendor: "railway", env: { ODD: text } });
    expect(runRailway(filesOf({ spec })[0]?.text ?? "").resources[0]?.env.ODD).toBe(text);
  });
});

describe("services of one stack on several vendors", () => {
  it("have each its own file", () => {
    const files = filesOf({
      a: aSpec(),
      b: aSpec({ vendor: "render", app: "b" }),
      c: aSpec({ vendor: "railway", app: "c" }),
    });
    expect(files.map(({ file, services }) => [file, ...services])).toEqual([
      ["a/fly.toml", "a"],
      ["render.yaml", "b"],
      [".railway/railway.ts", "c"],
    ]);
  });
});
