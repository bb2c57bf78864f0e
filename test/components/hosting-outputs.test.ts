import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { find, onMocks } from "../support/mocks";

const Variable = "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable";
const Component = "groundwork:hosting:HostingProject";
const variables: HostingProjectArgs["variables"] = { DATA_URL: { output: "database.url" } };

const declare = (outputs: HostingProjectArgs["outputs"]) =>
  onMocks(() => new HostingProject("web", { name: "shop", variables, outputs }));

describe("a variable that names an output of another component", () => {
  it("has its value, which people can read in Vercel", async () => {
    const { resources } = await declare({
      "database.url": pulumi.output("https://ref.supabase.co"),
    });
    expect(find(resources, Variable).inputs).toMatchObject({
      key: "DATA_URL",
      value: "https://ref.supabase.co",
      sensitive: false,
    });
  });

  it("stands among the component's inputs by the output's name", async () => {
    const { resources } = await declare({ "database.url": "https://ref.supabase.co" });
    const component = find(resources, Component);
    expect(component.inputs.variables).toEqual(variables);
    expect(component.inputs).not.toHaveProperty("outputs");
  });

  it("is refused where the program hands over no such output", async () => {
    await expect(declare({ "database.projectRef": "ref" })).rejects.toThrow(
      "web.variables.DATA_URL.output: no output named database.url",
    );
  });
});
