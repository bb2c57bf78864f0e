import { describe, expect, it } from "vitest";
import { changelogOf } from "../../../operations/changelog/changelog";
import type { OperationRecord } from "../../../operations/record";

const record = (more: Partial<OperationRecord>): OperationRecord => ({
  ...{ at: "2026-11-20T10:00:00Z", operation: "up", stack: "prod", by: "ada", dryRun: false },
  ...{ result: "done", seconds: 60, steps: [], ...more },
});
const step = (name: string, said: string) => ({ name, said, result: "done" as const, seconds: 1 });
const change = {
  ...{ name: "web", type: "vercel:index/project:Project", operation: "update" },
  ...{ properties: ["nodeVersion"], meaning: [] },
};
const logs = {
  ...{ name: "logs-web", type: "aws:cloudwatch/logGroup:LogGroup", operation: "update" },
  properties: ["retentionInDays"],
  meaning: [
    { what: "log retention", before: "365 days", after: "90 days", direction: "weaker" as const },
  ],
};
const bucket = { ...change, name: "files", type: "aws:s3/bucket:Bucket", operation: "create" };
const secret = { ...change, name: "jwt", type: "random:index/randomBytes:RandomBytes" };
const waiver = { rule: "csp-no-unsafe", target: "web", owner: "ada", expires: "2027-01-31" };

const log = (...records: OperationRecord[]) => changelogOf(records, { sandbox: false });
const brief = (...records: OperationRecord[]) =>
  log(...records).entries.map(({ kind, what, lines }) => [kind, what, ...lines].join(" | "));

// Requirement: REL-17
describe("the changelog of a stack", () => {
  it("tells an update by kind: what was deployed, configured, and what that does to safety", () => {
    const changes = [bucket, change, logs, { ...secret, operation: "replace" }];
    expect(brief(record({ changes, waivers: [waiver] }))).toEqual([
      "deployments | deployed | made: files (aws Bucket) | made anew: jwt (random RandomBytes)",
      "configuration | with up | changed: web (vercel Project): nodeVersion | changed: logs-web (aws LogGroup): retentionInDays",
      "security | with up | logs-web: log retention 365 days → 90 days, weaker | rotated: jwt | waiver began: csp-no-unsafe on web, owner ada, until 2027-01-31",
    ]);
  });

  it("keeps when, by whom, commit and digest, newest first", () => {
    const older = record({ commit: "a".repeat(40), digest: "sha256-1" });
    const { entries } = log(older, record({ at: "2026-11-21T10:00:00Z", by: "grace" }));
    expect(entries.map(({ at, by }) => `${at} ${by}`)).toEqual([
      ...["2026-11-21T10:00:00Z grace", "2026-11-20T10:00:00Z ada"],
    ]);
    expect(entries[1]).toMatchObject({ commit: "a".repeat(40), digest: "sha256-1" });
  });

  it("says once that a waiver began, and that it ended", () => {
    const at = (day: number) => ({ at: `2026-11-2${day}T10:00:00Z`, changes: [] });
    const found = brief(
      record({ ...at(0), waivers: [waiver] }),
      record({ ...at(1), waivers: [waiver] }),
      record({ ...at(2), waivers: [] }),
    );
    expect(found.filter((line) => line.startsWith("security"))).toEqual([
      expect.stringContaining("waiver ended: csp-no-unsafe"),
      expect.stringContaining("waiver began: csp-no-unsafe"),
    ]);
  });

  it("tells ways back, migrations, rotations and drills by what their steps said", () => {
    const steps = [step("roll back", "production serves dpl_1")];
    expect(
      brief(
        ...["rollback", "migrate", "rotate", "drill web-outage"].map((operation) =>
          record({ operation, steps }),
        ),
      ),
    ).toEqual([
      "deployments | rolled back | roll back: production serves dpl_1",
      "deployments | database migrated | roll back: production serves dpl_1",
      "security | secrets rotated | roll back: production serves dpl_1",
      "operations | drill web-outage | roll back: production serves dpl_1",
    ]);
  });

  it("counts checks that found nothing, and tells those that did", () => {
    const smoke = (more: Partial<OperationRecord>) => record({ operation: "smoke", ...more });
    const slow = step("response times", "web/: slower than before: 400 ms");
    const { entries, quiet } = log(
      ...[smoke({}), smoke({}), record({ operation: "drift", dryRun: true })],
      ...[smoke({ result: "finding" }), smoke({ steps: [slow] })],
    );
    expect(quiet).toEqual([
      { operation: "drift", times: 1 },
      { operation: "smoke", times: 2 },
    ]);
    expect(entries.map(({ kind, result }) => `${kind} ${result}`)).toEqual([
      ...["performance done", "operations finding", "operations done"],
    ]);
  });

  it("leaves out dry runs, other clouds and what was before", () => {
    const old = record({ at: "2026-10-31T23:59:59Z" });
    const all = [record({ dryRun: true }), record({ sandbox: true }), old, record({})];
    expect(log(...all).entries).toHaveLength(2);
    const since = new Date("2026-11-01T00:00:00Z");
    expect(changelogOf(all, { since, sandbox: false }).entries).toHaveLength(1);
    expect(changelogOf(all, { sandbox: true }).entries).toHaveLength(1);
  });

  it("shows an update that was refused or broke off as such", () => {
    const steps = [step("update", "2 mandatory rules say no")];
    expect(log(record({ result: "refused", steps })).entries).toMatchObject([
      {
        kind: "deployments",
        what: "up",
        result: "refused",
        lines: ["update: 2 mandatory rules say no"],
      },
    ]);
    const failed = { ...bucket, operation: "create failed" };
    expect(brief(record({ result: "failed", changes: [failed] }))).toEqual([
      "deployments | up | create failed: files (aws Bucket)",
    ]);
  });

  it("counts what would be more than a screen of one kind", () => {
    const changes = Array.from({ length: 45 }, (_, n) => ({ ...bucket, name: `files-${n}` }));
    expect(log(record({ changes })).entries[0]?.lines.at(-1)).toBe("and 5 more");
  });
});
