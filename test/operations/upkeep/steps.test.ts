import { describe, expect, it } from "vitest";
import type { Question } from "../../../operations/reach";
import type { OperationRecord } from "../../../operations/record";
import type { UpkeepGround } from "../../../operations/upkeep/ground";
import { rhythms } from "../../../operations/upkeep/rhythms";
import { certificateStep, healthStep } from "../../../operations/upkeep/steps/hosts";
import { performanceStep, securityLogStep } from "../../../operations/upkeep/steps/logs";
import { previewsStep } from "../../../operations/upkeep/steps/previews";
import { deploymentsStep, drillStep } from "../../../operations/upkeep/steps/records";
import { accessStep, dependencyStep } from "../../../operations/upkeep/steps/repository";
import { vendorStatusStep } from "../../../operations/upkeep/steps/vendors";
import { reachThat, upkeepGround } from "./ground";

const dayMs = 24 * 60 * 60 * 1000;
const now = upkeepGround().now;
const health = [
  { name: "app", url: "https://app.example/health" },
  { name: "api", url: "https://api.example/health" },
];

// Requirement: OPS-01, OPS-02, OPS-03, OPS-04, COMP-04, COMP-05
describe("a step that nobody can answer", () => {
  const every = [
    ...new Map(
      Object.values(rhythms)
        .flat()
        .map((step) => [step.name, step]),
    ).values(),
  ];

  it.each(every.map((step) => [step.name, step] as const))(
    "%s is never a pass: it says what to set or what is wrong",
    async (name, step) => {
      const { result, said } = await step.run(upkeepGround());
      const expected = name === "deployments of the day" ? "done" : /skipped|finding/;
      expect(result).toMatch(expected);
      expect(said).not.toBe("");
    },
  );
});

describe("health and certificates", () => {
  const certificate = (days: number) => ({
    certificate: { validTo: new Date(now.getTime() + days * dayMs), hosts: [] },
  });

  it("find a host that answers badly, or not at all", async () => {
    const reach = reachThat({ "https://app.example": { status: 503 } });
    const { result, said } = await healthStep.run(upkeepGround({ health, reach }));
    expect(result).toBe("finding");
    expect(said.split("\n")).toEqual([
      "0 of 2 hosts well",
      "app 503 in 12 ms",
      "api: no such host",
    ]);
  });

  it("find a certificate that ends soon", async () => {
    const app = { "https://app.example": certificate(90), "https://api.example": certificate(20) };
    const late = await certificateStep.run(upkeepGround({ health, reach: reachThat(app) }));
    expect(late).toMatchObject({ result: "finding" });
    expect(late.said).toContain("api 20 days");
    const good = { "https://a": certificate(90) };
    const well = await certificateStep.run(upkeepGround({ health, reach: reachThat(good) }));
    expect(well.result).toBe("done");
  });
});

describe("vendors' status", () => {
  const page = (indicator: string) => ({
    body: JSON.stringify({ status: { indicator, description: "Degraded" } }),
  });

  it("names who is not well, and who does not say", async () => {
    const reach = reachThat({
      "https://www.vercel-status.com": page("none"),
      "https://status.supabase.com": page("major"),
      "https://www.githubstatus.com": { body: "<html>" },
    });
    const { result, said } = await vendorStatusStep.run(upkeepGround({ reach }));
    expect(result).toBe("finding");
    expect(said.split("\n")).toEqual([
      "1 of 4 vendors operational",
      "Supabase: Degraded",
      "Fly: its page: no such host",
      "GitHub: its page answers 200",
    ]);
  });
});

describe("old previews", () => {
  const list = (...rows: [uid: string, days: number, target?: string][]) => ({
    body: JSON.stringify({
      deployments: rows.map(([uid, days, target = null]) => ({
        ...{ uid, url: `${uid}.example`, target, created: now.getTime() - days * dayMs },
      })),
    }),
  });
  const vercelWith = (asked: [string, Question | undefined][]) => ({
    baseUrl: "https://api.example",
    token: "tell-nobody",
    reach: reachThat(
      { "https://api.example/": list(["old", 15], ["young", 13], ["live", 99, "production"]) },
      asked,
    ),
  });
  const run = async (over: Partial<UpkeepGround>) => {
    const asked: [string, Question | undefined][] = [];
    const questions: string[] = [];
    const confirm = (question: string) => Promise.resolve(void questions.push(question));
    const answer = await previewsStep.run(
      upkeepGround({ vercel: vercelWith(asked), confirm, ...over }),
    );
    const deleted = asked.flatMap(([url]) => (url.startsWith("DELETE") ? [url] : []));
    return { ...answer, deleted, questions };
  };

  it("are deleted after asking: never production, never a young one", async () => {
    const { result, deleted, questions } = await run({});
    expect(result).toBe("done");
    expect(questions).toEqual(["delete 1 preview older than 14 days of shop"]);
    expect(deleted).toEqual(["DELETE https://api.example/v13/deployments/old?slug=velocity"]);
  });

  it("are only told in a dry run, and stay where the person says no", async () => {
    const dry = await run({ dryRun: true });
    expect(dry).toMatchObject({ result: "finding", deleted: [], questions: [] });
    expect(dry.said).toContain("old.example");
    const no = () => Promise.reject(new Error("no"));
    await expect(run({ confirm: no })).rejects.toThrow("no");
  });
});

describe("what programs of the machine tell", () => {
  const program = (answers: Record<string, unknown>) => (_name: string, args: readonly string[]) =>
    Promise.resolve({ code: 0, stderr: "", stdout: JSON.stringify(answers[args[1] ?? ""] ?? {}) });
  const audit = (critical: number) => ({
    "--json": { metadata: { vulnerabilities: { critical, high: 0, moderate: 3 } } },
  });

  it.each([
    [0, "done"],
    [1, "finding"],
  ])("weaknesses of packages: %d critical is %s", async (critical, wanted) => {
    const ground = upkeepGround({ program: program(audit(critical)) });
    expect((await dependencyStep.run(ground)).result).toBe(wanted);
  });

  const queries = ["shop-security", "shop-response-times"].map((name) => ({
    ...{ name, query: "fields @message", logGroups: ["/shop/prod/web"] },
  }));
  const logs = (rows: number) =>
    program({
      "start-query": { queryId: "1" },
      "get-query-results": { status: "Complete", results: Array.from({ length: rows }) },
    });

  it("a week's log: rows about security are findings, about performance they are not", async () => {
    const ground = upkeepGround({ queries, program: logs(2) });
    expect(await securityLogStep.run(ground)).toEqual({
      result: "finding",
      said: "2 rows in a week\nshop-security: 2 rows",
    });
    expect((await performanceStep.run(ground)).result).toBe("done");
    expect((await securityLogStep.run({ ...ground, program: logs(0) })).result).toBe("done");
  });
});

describe("the review of access", () => {
  it("lists who may write, by role, and tells no token", async () => {
    const body = JSON.stringify([{ login: "ada", role_name: "admin" }]);
    const reach = reachThat({
      "https://api.github.com/repos/velocity/shop/collaborators": { body },
    });
    const env = { GITHUB_TOKEN: "tell-nobody" };
    const answer = await accessStep.run(upkeepGround({ env, reach, repository: "velocity/shop" }));
    expect(answer).toEqual({ result: "done", said: "1 collaborator to confirm\nada admin" });
  });
});

describe("what the audit history tells", () => {
  const record = (operation: string, days: number, over: Partial<OperationRecord> = {}) => ({
    ...{ at: new Date(now.getTime() - days * dayMs).toISOString(), operation, stack: "prod" },
    ...{ by: "ada", dryRun: false, result: "done" as const, seconds: 1, steps: [] },
    ...over,
  });

  it("of the day: what was not done", async () => {
    const records = [
      ...[record("up", 0.5, { result: "failed" }), record("up", 0.1), record("up", 2)],
      ...[record("up", 0.1, { sandbox: true }), record("ops daily", 0.1)],
    ];
    const { result, said } = await deploymentsStep.run(upkeepGround({ records }));
    expect(result).toBe("finding");
    expect(said).toMatch(/^2 operations, 1 not done\n.* up failed ada$/);
  });

  it.each<[string, OperationRecord[], string]>([
    ["was tried this month", [record("restore-drill", 30)], "done"],
    ["was tried too long ago", [record("restore-drill", 32)], "finding"],
    ["went wrong", [record("restore-drill", 1, { result: "failed" })], "finding"],
    ["was a dry run", [record("drill", 1, { dryRun: true })], "finding"],
  ])("of restoring, which %s", async (_what, records, wanted) => {
    expect((await drillStep.run(upkeepGround({ records }))).result).toBe(wanted);
  });
});
