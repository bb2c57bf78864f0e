import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AccessArgs } from "../../components/access";
import type { StateBackendArgs } from "../../components/state-backend";
import { readLedger } from "../../sandbox/client";
import type { AccessPlan } from "./fixtures/access";
import { engineProject, type EngineProject } from "./support/engine-project";

const access: AccessArgs = {
  accountId: "123456789012",
  repository: "velocity/velocity-platform",
  environment: "production",
  preview: { decrypt: true },
  state: { bucket: "shop-state", keyAlias: "shop-state", region: "us-east-1" },
  product: "shop",
  tier: "prod",
  owner: "platform-team",
  owned: true,
};
const state: StateBackendArgs = {
  bucket: "shop-state",
  region: "us-east-1",
  keyAlias: "shop-state",
  protect: false,
};

let project: EngineProject;
beforeAll(async () => {
  project = await engineProject("access", "prod");
  await project.program(path.join(__dirname, "fixtures/access.program.ts"));
});
afterAll(() => project.remove());

function run(command: "up" | "destroy", plan: AccessPlan, stack = "prod") {
  const args = [command, "--stack", stack, "--yes", "--skip-preview"];
  return project.pulumi(args, { ACCESS: JSON.stringify(plan) });
}

const ledger = () => readLedger(project.cloud, { stack: "prod" });
/** `<operation> <name>` of everything done since a count of entries. */
const since = (count: number) =>
  ledger()
    .log.slice(count)
    .map(({ op, urn }) => `${op} ${urn.split("::").at(-1)}`);

// Requirement: COMP-03, STOR-03
describe("access and state on the sandbox", () => {
  it("are made once, changed where they differ, refused to a second owner, and destroyed", async () => {
    const made = await run("up", { access, state });
    expect(made.code, made.stdout + made.stderr).toBe(0);
    expect(ledger().objects).toHaveLength(ledger().log.length);

    let before = ledger().log.length;
    const again = await run("up", { access, state });
    expect(again.stdout).toMatch(/\d+ unchanged/);
    expect(since(before)).toEqual([]);

    const changed: AccessArgs = { ...access, maxSessionDuration: 7200, preview: false };
    await run("up", { access: changed, state: { ...state, rotationPeriodInDays: 180 } });
    expect(since(before).sort()).toEqual([
      "delete access-preview",
      "delete access-preview-read-keep",
      "delete access-preview-read-watch",
      "delete access-preview-rights",
      "update access-deploy",
      "update state-key",
    ]);

    await project.pulumi(["stack", "init", "staging"]);
    const second: AccessArgs = { ...access, tier: "staging" };
    const refused = await run("up", { access: second }, "staging");
    expect(refused.code).not.toBe(0);
    expect(refused.stdout + refused.stderr).toContain(
      "EntityAlreadyExists: Provider with url https://token.actions.githubusercontent.com already exists.",
    );
    const referring = await run("up", { access: { ...second, owned: false } }, "staging");
    expect(referring.code, referring.stdout + referring.stderr).toBe(0);
    const bucket = await run("up", { access: { ...second, owned: false }, state }, "staging");
    // Bucket and alias are made side by side: the one that is refused first ends the update.
    expect(bucket.stdout + bucket.stderr).toMatch(
      /creating (S3 Bucket \(shop-state\)|KMS Alias \(alias\/shop-state\))/,
    );

    before = ledger().objects.length;
    expect((await run("destroy", {}, "staging")).code).toBe(0);
    expect(ledger().objects).toHaveLength(before);
    expect((await run("destroy", {})).code).toBe(0);
    expect(readLedger(project.cloud).objects).toEqual([]);
  });
});
