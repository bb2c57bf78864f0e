import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../core/resource";
import { signatureKey, unknownSentinel } from "../../core/signatures";
import { toDump } from "../../offline/dump";
import { runProgram } from "../../offline/program";
import { engineProject, type EngineProject } from "./support/engine-project";

interface PreviewStep {
  urn: string;
  newState: {
    urn: string;
    type: string;
    custom: boolean;
    parent?: string;
    protect?: boolean;
    inputs?: Record<string, unknown>;
    propertyDependencies?: Record<string, string[]>;
    sourcePosition?: string;
  };
}

const byUrn = (one: { urn: string }, other: { urn: string }) => (one.urn < other.urn ? -1 : 1);

/** What both say of a resource, in the words of the offline run. */
const ofEngine = ({ newState }: PreviewStep) => ({
  urn: newState.urn,
  custom: newState.custom,
  parent: newState.parent,
  protect: newState.protect ?? false,
  inputs: newState.inputs ?? {},
  propertyDependencies: withoutEmpty(newState.propertyDependencies ?? {}),
});
const ofOffline = (resource: DeclaredResource, engine: PreviewStep | undefined) => ({
  urn: resource.urn,
  custom: resource.custom,
  parent: resource.parent,
  protect: resource.protect,
  inputs: masked(toDump(resource).inputs, engine?.newState.inputs ?? {}),
  propertyDependencies: resource.propertyDependencies,
});

/** The engine shows secrets as `[secret]`, also unknown ones whose provider calls the property secret. */
function masked(ours: unknown, engines: unknown): unknown {
  if (engines === "[secret]") return isHidden(ours) ? engines : ours;
  if (typeof ours !== "object" || ours === null) return ours;
  if (typeof engines !== "object" || engines === null) return ours;
  const theirs = engines as Record<string, unknown>;
  const entries = Object.entries(ours).map(([key, value]) => [key, masked(value, theirs[key])]);
  return Array.isArray(ours)
    ? entries.map(([, value]) => value)
    : (Object.fromEntries(entries) as unknown);
}

function isHidden(value: unknown): boolean {
  if (value === unknownSentinel) return true;
  return typeof value === "object" && value !== null && signatureKey in value;
}

describe.each(["components", "vendor-inputs"])("the offline run of %s.ts", (fixture) => {
  let project: EngineProject;
  let offline: DeclaredResource[];
  let steps: PreviewStep[];
  beforeAll(async () => {
    project = await engineProject("shop", "prod");
    await project.program(path.join(__dirname, "../offline/fixtures", `${fixture}.ts`));
    await project.pulumi(["config", "set", "--secret", "token", "t0ken-value", "--stack", "prod"]);
    offline = await runProgram({
      project: "shop",
      stack: "prod",
      config: { "shop:token": "t0ken-value" },
      secretKeys: ["shop:token"],
      projectDir: project.folder,
      program: path.join(project.folder, "program.cjs"),
    });
    const { stdout } = await project.pulumi(["preview", "--json", "--stack", "prod"]);
    steps = (JSON.parse(stdout) as { steps: PreviewStep[] }).steps;
  });
  afterAll(() => project.remove());

  it("declares the URNs that the engine's preview lists", () => {
    expect(offline.map(({ urn }) => urn).sort()).toEqual(steps.map(({ urn }) => urn).sort());
  });

  it("tells parents, protection, inputs and property dependencies as the engine does", () => {
    const declared = offline.filter((each) => !isProvider(each));
    const planned = steps.filter(({ newState }) => !isProvider(newState));
    const engineOf = ({ urn }: DeclaredResource) => planned.find((step) => step.urn === urn);
    const seen = declared.map((each) => ofOffline(each, engineOf(each)));
    expect(seen.sort(byUrn)).toEqual(planned.map(ofEngine).sort(byUrn));
  });

  it("finds what a provider manages at the place that the engine records", () => {
    const places = offline.filter(({ custom }) => custom).map(({ urn, place }) => [urn, place]);
    const recorded = steps
      .filter(({ newState }) => isManaged(newState) && newState.sourcePosition)
      .map(({ urn, newState }) => [urn, parsePosition(newState.sourcePosition ?? "")]);
    expect(recorded.length).toBeGreaterThan(2);
    expect(places).toEqual(expect.arrayContaining(recorded));
  });

  it("writes no secret into a dump", () => {
    expect(JSON.stringify(offline.map(toDump))).not.toContain("t0ken-value");
  });
});

/** The engine adds versions to the inputs of providers, and takes a line of their SDK for their place. */
function isProvider({ type }: { type: string }): boolean {
  return type.startsWith("pulumi:providers:");
}

function isManaged(state: { type: string; custom: boolean }): boolean {
  return state.custom && !isProvider(state);
}

function withoutEmpty(dependencies: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(dependencies).filter(([, urns]) => urns.length > 0));
}

/** `project:///a/b.ts#9,11` */
function parsePosition(position: string) {
  const [, file, line, column] = /^project:\/\/\/(.+)#(\d+),(\d+)$/.exec(position) ?? [];
  return { file, line: Number(line), column: Number(column) };
}
