import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../core/value";
import { stackView } from "../../policies/stack-view";
import { resource, root } from "./support/stack";

const project = resource("a:b/project:Project", "web");
const route = (name: string, rest: Parameters<typeof resource>[3] = {}, inputs = {}) =>
  resource("a:b/route:Route", name, inputs, rest);
const dependents = (resources: ReturnType<typeof resource>[], target = project) =>
  stackView(resources, "prod")
    .dependents(target, "a:b/route:Route", "projectId")
    .map(({ name }) => name);

describe("stackView", () => {
  it("lists resources in the order of their URNs, by type as well", () => {
    const view = stackView([route("b"), project, route("a")], "prod");
    expect(view.ofType("a:b/route:Route").map(({ name }) => name)).toEqual(["a", "b"]);
    expect(view.resources.map(({ name }) => name)).toEqual(["web", "a", "b"]);
    expect(view.ofType("a:b/other:Other")).toEqual([]);
    expect(view.get(project.urn)).toBe(project);
  });

  it("joins by property dependencies, also while the value is unknown", () => {
    const joined = route(
      "a",
      { propertyDependencies: { projectId: [project.urn] } },
      { projectId: UNKNOWN },
    );
    const other = route(
      "b",
      { propertyDependencies: { name: [project.urn] } },
      { projectId: UNKNOWN },
    );
    expect(dependents([project, joined, other])).toEqual(["a"]);
  });

  it("joins by a known id, and names each dependent once", () => {
    const known = { ...project, outputs: { id: "prj_1" } };
    const both = route(
      "b",
      { propertyDependencies: { projectId: [project.urn] } },
      { projectId: "prj_1" },
    );
    const literal = route("a", {}, { projectId: "prj_1" });
    const foreign = route("c", {}, { projectId: "prj_2" });
    expect(dependents([known, foreign, literal, both], known)).toEqual(["a", "b"]);
    expect(dependents([project, literal])).toEqual([]);
  });

  it("knows the stack's own URN, with and without its root resource", () => {
    expect(stackView([project, root], "prod").urn).toBe(root.urn);
    expect(stackView([project], "prod").urn).toBe(root.urn);
    expect(stackView([], "prod").urn).toBe(
      "urn:pulumi:prod::unknown::pulumi:pulumi:Stack::unknown-prod",
    );
  });
});
