import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { audit } from "../../cli/commands/audit";
import type { DeclaredResource } from "../../core/resource";
import { UNKNOWN, type Value, isPropertyMap } from "../../core/value";
import { runProgram } from "../../offline/program";
import { declaredIn } from "../../state/declared";
import { readExport } from "../../state/export";
import { spokenContext } from "../cli/support";
import { type EngineProject, engineProject } from "./support/engine-project";

/* What the engine writes into a state, read as rules judge it, beside what the offline run says of the same program. */

const token = "t0ken-value";

let project: EngineProject;
let offline: DeclaredResource[];
/** The state encrypted, and as --show-secrets prints it. */
const exported = { encrypted: "", inClear: "" };
beforeAll(async () => {
  project = await engineProject("shop", "prod");
  await project.program(path.join(__dirname, "../offline/fixtures/vendor-inputs.ts"));
  await project.pulumi(["config", "set", "--secret", "token", token, "--stack", "prod"]);
  offline = await runProgram({
    project: "shop",
    stack: "prod",
    config: { "shop:token": token },
    secretKeys: ["shop:token"],
    projectDir: project.folder,
    program: path.join(project.folder, "program.cjs"),
  });
  const done = await project.pulumi(["up", "--yes", "--skip-preview", "--stack", "prod"]);
  expect(done.code, done.stderr + done.stdout).toBe(0);
  const run = async (...more: string[]) =>
    (await project.pulumi(["stack", "export", "--stack", "prod", ...more])).stdout;
  exported.encrypted = await run();
  exported.inClear = await run("--show-secrets");
});
afterAll(() => project.remove());

/** The engine makes providers of its own, and notes versions in those of the program. */
const isDeclared = ({ type }: { type: string }) => !type.startsWith("pulumi:providers:");
const resourcesIn = (text: string) => declaredIn(readExport(text, "prod.json")).filter(isDeclared);

/** A value as far as both know it: what the offline run does not know stays out, at any depth. */
function known(value: Value | undefined, offlineValue: Value | undefined): unknown {
  if (value === UNKNOWN || offlineValue === UNKNOWN) return "unknown to one of them";
  if (!isPropertyMap(value) || !isPropertyMap(offlineValue)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, known(value[name], offlineValue[name])]));
}

describe("an exported state of the engine", () => {
  it("is encrypted in one export and in clear in the other", () => {
    expect(exported.encrypted).not.toContain(token);
    expect(exported.inClear).toContain(token);
  });

  it("reads as the program declared it: URNs, kinds, parents, protection, dependencies", () => {
    const told = (all: readonly DeclaredResource[]) =>
      all
        .filter(isDeclared)
        .map(({ urn, custom, parent, protect, propertyDependencies }) => ({
          urn,
          custom,
          parent,
          protect,
          propertyDependencies,
        }))
        .sort((one, other) => (one.urn < other.urn ? -1 : 1));
    expect(told(resourcesIn(exported.encrypted))).toEqual(told(offline));
  });

  it("holds the inputs that the program gave, and names the same ones as secret", () => {
    const state = new Map(resourcesIn(exported.encrypted).map((one) => [one.urn, one]));
    for (const { urn, inputs, secrets = [] } of offline.filter(isDeclared)) {
      const stored = state.get(urn);
      expect(known(stored?.inputs, inputs), urn).toEqual(known(inputs, stored?.inputs));
      expect(stored?.secrets, urn).toEqual(expect.arrayContaining([...secrets]));
    }
  });

  it("reads the same whether its secrets are encrypted or not, and shows none of them", () => {
    const inClear = resourcesIn(exported.inClear);
    expect(inClear).toEqual(resourcesIn(exported.encrypted));
    expect(JSON.stringify(inClear)).not.toContain(token);
  });

  it("joins resources by the ids that it holds", () => {
    const site = resourcesIn(exported.encrypted).find(({ name }) => name === "site");
    const plain = resourcesIn(exported.encrypted).find(({ name }) => name === "PLAIN");
    expect(typeof plain?.inputs["projectId"]).toBe("string");
    expect(site?.outputs?.["id"]).toBe(plain?.inputs["projectId"]);
  });

  it("is audited without a word of its secrets", async () => {
    const { context, out } = spokenContext({ format: "json" });
    await audit(context, { state: "-" }, [exported.inClear] as unknown as AsyncIterable<string>);
    expect(out).toHaveLength(1);
    expect(out[0]).not.toContain(token);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ project: "shop", stack: "prod" });
  });
});
