import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { apply } from "./support/apply";
import { type ScratchProject, scratchProject } from "./support/scratch-project";
import { addSmallStack, smallStack as stack } from "./support/small-stack";

const registered = { owner: "web-team", rotationDays: 90 };

let project: ScratchProject;
beforeAll(() => {
  project = scratchProject();
  addSmallStack(project, {
    secretRegistry: {
      REDIS_URL: { ...registered, source: "required" },
      CACHE_AUTH_TOKEN: { ...registered, source: "generated" },
    },
    cache: {
      vendor: "elasticache",
      external: { host: "wise-fox.upstash.io", provider: "upstash" },
      elasticache: {
        engine: "redis",
        subnetIds: ["subnet-0a1b2c3d", "subnet-4e5f6a7b"],
        securityGroupIds: ["sg-0a1b2c3d"],
        reachedThrough: "the WireGuard gateway of the VPC",
      },
    },
  });
});
afterAll(() => project.remove());

async function run(code: number, ...args: string[]): Promise<string> {
  const done = await project.run(args);
  const said = done.stderr + done.stdout;
  expect({ code: done.code, said: done.code === code ? "" : said }).toEqual({ code, said: "" });
  return said;
}

async function caches(): Promise<string[]> {
  const ledger = await run(0, "sandbox", "ledger", "--stack", stack, "--format", "json");
  const { objects } = JSON.parse(ledger) as { objects: { type: string }[] };
  return objects.map(({ type }) => type).filter((type) => type.startsWith("aws:elasticache/"));
}

// Requirement: CAP-06
describe("a cache that AWS runs", () => {
  it("is taken up with its users, and found unchanged", async () => {
    await apply(project, stack);
    expect((await caches()).sort()).toEqual([
      "aws:elasticache/serverlessCache:ServerlessCache",
      "aws:elasticache/user:User",
      "aws:elasticache/user:User",
      "aws:elasticache/userGroup:UserGroup",
    ]);
    const planned = await project.planned(stack);
    for (const step of ["create", "update", "delete", "replace"])
      expect(planned).not.toHaveProperty(step);
  });
});
