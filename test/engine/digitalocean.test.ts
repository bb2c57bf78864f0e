import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";
const app = "digitalocean:index/app:App";

/** A site with a host and a header, and a service that reads a secret of the registry; both elsewhere at first. */
const sections = {
  hosting: {
    vendor: "vercel",
    framework: "nextjs",
    gitRepository: { repo: "velocity/shop" },
    domains: { "app.shop.example": {}, "www.shop.example": { redirect: "app.shop.example" } },
  },
  services: {
    api: {
      vendor: "fly",
      app: "shop-api",
      org: "velocity",
      image: `ghcr.io/velocity/shop/api:${commit}`,
      port: 3000,
      checks: { http: { path: "/health" } },
      regions: ["ewr"],
      primaryRegion: "ewr",
      scale: { min: 1, max: 1 },
      limits: { cpus: 1, memoryMb: 512, connections: { hard: 100, soft: 80 } },
      secrets: ["JWT_SECRET"],
    },
  },
};

interface Step {
  op: string;
  urn: string;
}

let project: ScratchProject;
beforeAll(async () => {
  project = scratchProject();
  addSmallStack(project, sections);
  await run("up", stack, "--sandbox");
});
afterAll(() => project.remove());

async function run(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await project.run([...args, "--format", "json"]);
  expect({ code, said: code === 0 ? "" : stderr + stdout }).toEqual({ code: 0, said: "" });
  return stdout;
}

async function objects(): Promise<{ type: string }[]> {
  const ledger = await run("sandbox", "ledger", "--stack", stack);
  return (JSON.parse(ledger) as { objects: { type: string }[] }).objects;
}

/** What an update did, by the kind of change: type and name. Providers are left out, as previews leave them out. */
async function up(): Promise<Record<string, string[]>> {
  const { steps } = JSON.parse(await run("up", stack, "--sandbox")) as { steps: Step[] };
  const named = steps
    .map(({ op, urn }) => [op, urn.split("::").slice(-2).join(" ")] as const)
    .filter(([, name]) => !name.startsWith("pulumi:providers:"));
  return Object.fromEntries(
    ["create", "update", "delete"].map((kind) => [
      kind,
      named.filter(([op]) => op === kind).map(([, name]) => name.split("$").at(-1) ?? ""),
    ]),
  );
}

// Requirement: HOST-16
describe("a stack that moves to DigitalOcean by two words", () => {
  let planned: Record<string, number>;

  it("is previewed", async () => {
    project.edit(file, "vendor: vercel", "vendor: digitalocean");
    project.edit(file, "vendor: fly", "vendor: digitalocean");
    planned = await project.planned(stack);
    expect(planned).toMatchObject({
      create: expect.any(Number) as number,
      delete: expect.any(Number) as number,
    });
  });

  it("has two apps then, and nothing at Vercel", async () => {
    const done = await up();
    expect(done.create).toEqual(expect.arrayContaining([`${app} web`, `${app} services-api`]));
    expect(done.delete).toContain("vercel:index/project:Project web");
    // Nothing else goes but what asked the service at its host of before.
    const others = done.delete?.filter((name) => !/vercel|shop-api\.fly\.dev/.test(name));
    expect(others).toEqual([]);
    expect(planned).toMatchObject({ create: done.create?.length, delete: done.delete?.length });
    const types = (await objects()).map(({ type }) => type);
    expect(types.filter((type) => type === app)).toHaveLength(2);
    expect(types.filter((type) => type.startsWith("vercel:"))).toEqual([]);
  });

  it("stays as it is with the next update", async () => {
    expect(await up()).toEqual({ create: [], update: [], delete: [] });
  });

  it("goes without a trace", async () => {
    await run("destroy", stack, "--sandbox", "--yes");
    expect(await objects()).toEqual([]);
  });
});
