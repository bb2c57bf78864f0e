import { describe, expect, it } from "vitest";
import { type RegisteredSecret, Secrets, type SecretsArgs } from "../../components/secrets";
import { find, listOf, onMocks } from "../support/mocks";

const EnvironmentSecret = "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret";
const RepositorySecret = "github:index/actionsSecret:ActionsSecret";
const githubEnvironment = { repository: "shop", environment: "production" };
const required = { owner: "web-team", source: "required", rotationDays: 90 } as const;

const declare = (
  registry: Record<string, NonNullable<RegisteredSecret["destinations"]>["github"]>,
  more: Partial<SecretsArgs> = {},
) => {
  const entries = Object.entries(registry).map(
    ([name, github]) => [name, { ...required, destinations: { github } }] as const,
  );
  const values = Object.fromEntries(Object.keys(registry).map((name) => [name, "known-value"]));
  const args = { registry: Object.fromEntries(entries), values, githubEnvironment, ...more };
  return onMocks(() => new Secrets("secrets", args));
};

// Requirement: SECR-01
describe("a secret for GitHub", () => {
  it("goes to the environment of the stack without a word", async () => {
    const { resources } = await declare({ VERCEL_TOKEN: {} });
    expect(find(resources, EnvironmentSecret)).toMatchObject({
      name: "secrets-VERCEL_TOKEN-github",
      inputs: {
        repository: "shop",
        environment: "production",
        secretName: "VERCEL_TOKEN",
        value: "known-value",
      },
      secretInputs: ["value"],
    });
  });

  it("goes to all jobs of the repository where scope says so", async () => {
    const { resources } = await declare({ SNYK_TOKEN: { scope: "repository" } });
    expect(listOf(resources)).toEqual([
      `${RepositorySecret} secrets-SNYK_TOKEN-github`,
      "groundwork:secrets:Secrets secrets",
    ]);
    expect(find(resources, RepositorySecret)).toMatchObject({
      inputs: { repository: "shop", secretName: "SNYK_TOKEN", value: "known-value" },
      secretInputs: ["value"],
      options: { deleteBeforeReplace: true },
    });
  });

  it("goes to environments that it names, of the stack's repository", async () => {
    const { resources } = await declare({ A: { environments: ["live", "preview"] } });
    const places = resources
      .filter(({ type }) => type === EnvironmentSecret)
      .map(({ name, inputs }) => [name, inputs["repository"], inputs["environment"]]);
    expect(places).toEqual([
      ["secrets-A-github-live", "shop", "live"],
      ["secrets-A-github-preview", "shop", "preview"],
    ]);
  });

  it("never has its value among the component's inputs", async () => {
    const { resources } = await declare({ A: {}, B: { scope: "repository" } });
    const component = find(resources, "groundwork:secrets:Secrets");
    expect(JSON.stringify([component.inputs, component.outputs])).not.toContain("known-value");
  });

  it.each<[string, NonNullable<RegisteredSecret["destinations"]>["github"]]>([
    ["no place", {}],
    ["no repository", { environments: ["live"] }],
    ["no environment", { repository: "shop" }],
    ["no repository for all jobs", { scope: "repository" }],
  ])("is refused with %s, in a stack without an environment", async (_what, github) => {
    await expect(declare({ A: github }, { githubEnvironment: undefined })).rejects.toMatchObject({
      message:
        "secrets.registry.A.destinations.github: no GitHub environment; pass githubEnvironment, the environment of a Repository, or name both",
    });
  });

  it("is refused where another one goes under the same name", async () => {
    const message = (place: string) =>
      `secrets.registry.B.destinations.github: ${place}, where A goes too; give each secret a place of its own`;
    await expect(declare({ A: { secretName: "X" }, B: { secretName: "x" } })).rejects.toMatchObject(
      { message: message("the stack's repository/the stack's environment/X") },
    );
    const all = { scope: "repository", secretName: "X" } as const;
    await expect(declare({ A: all, B: all })).rejects.toMatchObject({
      message: message("the stack's repository/X"),
    });
  });
});
