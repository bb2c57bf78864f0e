import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLedger } from "../../sandbox/client";
import { engineProject, type EngineProject, type Finished } from "./support/engine-project";

let project: EngineProject;
let said = "";
beforeAll(async () => {
  project = await engineProject("monitors", "dev");
  await project.program(path.join(__dirname, "fixtures/monitors.ts"));
  await project.pulumi(["config", "set", "aws:region", "ca-central-1", "--stack", "dev"]);
});
afterAll(() => project.remove());

const run = async (everyMinutes: 1 | 5, ...command: string[]): Promise<Finished> => {
  const done = await project.pulumi([...command, "--stack", "dev"], {
    EVERY_MINUTES: String(everyMinutes),
  });
  said += done.stdout + done.stderr;
  expect({ code: done.code, said: done.code === 0 ? "" : done.stdout + done.stderr }).toEqual({
    ...{ code: 0, said: "" },
  });
  return done;
};

const nameOf = (urn: string) => urn.split("::").at(-1) ?? "";
const operations = () => readLedger(project.cloud).log.map(({ op, urn }) => `${op} ${nameOf(urn)}`);
const objects = () => readLedger(project.cloud).objects.map(({ urn }) => nameOf(urn));
/** The value of an output that the engine holds encrypted. */
const revealed = async () => {
  const { stdout } = await project.pulumi(["stack", "export", "--show-secrets", "--stack", "dev"]);
  return stdout;
};

// Requirement: ALRT-06, ALRT-10, ALRT-12, UPT-01, CONF-01
describe("errors at Sentry, checks at Checkly, calls through PagerDuty, on the engine", () => {
  test("are made, each after what it needs", async () => {
    await run(1, "up", "--yes", "--skip-preview");
    const made = operations();
    const order = (...names: string[]) => names.map((name) => made.indexOf(`create ${name}`));
    for (const places of [
      order("errors-team", "errors-project", "errors-key", "secrets-SENTRY_DSN-vercel"),
      order("alerts-pager-policy", "alerts-pager", "alerts-pager-integration"),
      order("alerts-pager-integration", "alerts-critical-pagerduty"),
      order("uptime-channel-email-web-at-shop-example", "uptime-group", "uptime-app"),
    ]) {
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });

  test("leave no address and no key in the ledger, in what was printed, or in the state", async () => {
    const whole = await revealed();
    const [dsn = ""] = /https:\/\/[0-9a-f]{32}@o\d+\.ingest\.us\.sentry\.io\/\d+/.exec(whole) ?? [];
    const [, key = ""] = /integration\/([0-9a-f]{32})\/enqueue/.exec(whole) ?? [];
    expect([dsn === "", key === ""]).toEqual([false, false]);
    const { stdout: state } = await project.pulumi(["stack", "export", "--stack", "dev"]);
    const ledger = readFileSync(path.join(project.cloud, "ledger.jsonl"), "utf8");
    for (const kept of [ledger, said, state]) {
      expect(kept).not.toContain(dsn);
      expect(kept).not.toContain(key);
    }
  });

  test("are found unchanged by a second update and by a refresh", async () => {
    const before = operations().length;
    await run(1, "up", "--yes", "--skip-preview", "--expect-no-changes");
    await run(1, "refresh", "--yes", "--expect-no-changes");
    expect(operations()).toHaveLength(before);
  });

  test("take another pace by one call for each check that has it", async () => {
    const before = operations().length;
    await run(5, "up", "--yes", "--skip-preview");
    expect(operations().slice(before)).toEqual(["update uptime-app"]);
  });

  test("go without anything left", async () => {
    await run(5, "destroy", "--yes", "--skip-preview");
    expect(objects()).toEqual([]);
  });
});
