import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack, smallStackFile as file } from "./support/small-stack";

const hosting = {
  vendor: "vercel",
  framework: "nextjs",
  gitRepository: { repo: "velocity/shop" },
  domains: { "app.shop.example": {}, "www.shop.example": { redirect: "app.shop.example" } },
};

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project, { hosting });
});
afterAll(() => project.remove());

async function run(code: number, ...args: string[]): Promise<string> {
  const done = await project.run(args);
  const said = done.stderr + done.stdout;
  expect({ code: done.code, said: done.code === code ? "" : said }).toEqual({ code, said: "" });
  return said;
}

async function objects(): Promise<{ type: string }[]> {
  const ledger = await run(0, "sandbox", "ledger", "--stack", stack, "--format", "json");
  return (JSON.parse(ledger) as { objects: { type: string }[] }).objects;
}

const onVercel = async () => (await objects()).filter(({ type }) => type.startsWith("vercel:"));

// Requirement: HOST-14, CONF-02
describe("a stack that moves to a host that is told by a file", () => {
  it("stands on Vercel at first", async () => {
    await apply(project, stack);
    expect((await onVercel()).length).toBeGreaterThan(0);
  });

  it("is refused where its tier protects it, and nothing is changed", async () => {
    const before = await onVercel();
    project.edit(file, "vendor: vercel", "vendor: netlify");
    project.edit(file, "tier: dev", "tier: staging");
    const refused = await run(1, "preview", stack, "--sandbox");
    expect(refused).toContain("stateful-kept on vercel Project web (mandatory, critical)");
    expect(refused).toContain("and with it 2 hosts (app.shop.example, www.shop.example)");
    expect(await onVercel()).toEqual(before);
  });

  it("moves by one word in dev, which tells what the other host does not do", async () => {
    project.edit(file, "tier: staging", "tier: dev");
    const moved = await run(0, "up", stack, "--sandbox");
    expect(moved).toContain("host-gaps-accepted on HostedSite web-site (advisory, medium)");
    expect(await onVercel()).toEqual([]);
  });

  it("goes without a trace", async () => {
    await run(0, "destroy", stack, "--sandbox", "--yes");
    expect(await objects()).toEqual([]);
  });
});
