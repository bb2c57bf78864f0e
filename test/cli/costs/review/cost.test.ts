import Ajv2020 from "ajv/dist/2020";
import { Decimal } from "decimal.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cost } from "../../../../cli/commands/cost";
import { givenActuals } from "../../../../cli/costs/review/given";
import { holding } from "../../../../cli/costs/review/holds";
import { monthOf, monthWords } from "../../../../cli/costs/review/month";
import { reviewJson } from "../../../../cli/costs/review/json";
import { projectRefOf } from "../../../../cli/costs/review/project-ref";
import { reviewOf } from "../../../../cli/costs/review/review";
import { awsAdapter } from "../../../../cli/costs/review/adapters/aws";
import { supabaseAdapter } from "../../../../cli/costs/review/adapters/supabase";
import type { Format } from "../../../../cli/context";
import { UserError } from "../../../../core/errors";
import { textOf } from "../../../config/support";
import { costs, declared } from "../../../cost/stand-ins";
import { spokenContext } from "../../support";
import { alarmProject, type CostProject, estimateOf, line } from "../support";
import { vendorAnswering } from "./server";

const isReview = new Ajv2020({ allErrors: true, strict: true }).compile(
  JSON.parse(textOf("schema/cost.schema.json")) as object,
);
const clock = () => new Date("2026-11-21T00:00:00Z");
let project: CostProject;
beforeAll(() => void (project = alarmProject([..."abcdefghijkl"])));
afterAll(() => project.remove());

async function reviewed(actual: readonly string[], format: Format = "text") {
  const { context, out } = spokenContext({ cwd: project.folder, format, clock });
  const exitCode = await cost(context, "dev", { actual });
  return { exitCode, out: out.join("\n") };
}

// Requirement: COST-02, COST-03
describe("groundwork cost", () => {
  it("says why nothing is read, and ends with 0", async () => {
    const { exitCode, out } = await reviewed([]);
    expect(exitCode).toBe(0);
    expect(out).toContain("not read: AWS takes 0.01 USD for the question: add --ask-aws");
    expect(out).toMatch(/^dev {2}2026-10: \$0\.20 expected a month/);
    expect(out).toContain("advice: nothing above $1.00");
  });

  it("ends with 1 where a bill is above its part of the budget", async () => {
    // The stack dev may cost 80 USD, 25 of them at AWS.
    expect((await reviewed(["aws=1"])).exitCode).toBe(0);
    const above = await reviewed(["aws=79"]);
    expect(above.exitCode).toBe(1);
    expect(above.out).toMatch(/aws, of budget\.awsUsd: \$79\.00 of \$\d+\.00: above/);
    expect((await reviewed(["vercel=80.01"])).exitCode).toBe(1);
  });

  it.each([[[]], [["aws=0.30", "sentry=12"]], [["aws=0.30", "vercel=90"]]])(
    "is what schema/cost.schema.json says, with the bills %j",
    async (actual) => {
      const printed: unknown = JSON.parse((await reviewed(actual, "json")).out);
      expect(isReview(printed) ? [] : isReview.errors).toEqual([]);
      expect(isReview({ ...(printed as object), version: 2 })).toBe(false);
    },
  );

  it("says drift for a program", async () => {
    const { out } = await reviewed(["aws=0.30"], "json");
    const { vendors } = JSON.parse(out) as { vendors: unknown[] };
    // 12 alarms less 10 free at 0.10 are 0.20; 0.30 - 0.20 = 0.10, half of it more.
    expect(vendors).toEqual([
      {
        vendor: "aws",
        estimate: { low: "0.2", expected: "0.2", high: "0.2" },
        actual: { usd: "0.3", period: "2026-10", source: "--actual aws" },
        drift: { expected: "0.2", usd: "0.1", percent: "50.0" },
      },
    ]);
  });

  it("asks with the project that is named, and ends with what a vendor refuses", async () => {
    const vendor = await vendorAnswering(403, "");
    const env = { SUPABASE_ACCESS_TOKEN: "secret" };
    const { context } = spokenContext({ cwd: project.folder, env, clock });
    const aws = () => Promise.reject(new Error("asked"));
    const asking = { adapters: [supabaseAdapter(vendor.base)], fetch, aws };
    const asked = cost(context, "dev", { actual: [], projectRef: "abc" }, asking);
    await expect(asked).rejects.toMatchObject({ exitCode: 2 });
    vendor.close();
    expect(vendor.asked.map(({ path }) => path)).toEqual(["/v1/projects/abc/billing/addons"]);
  });
});

// Requirement: COST-02
describe("groundwork cost --ask-aws", () => {
  const asked: (readonly string[])[] = [];
  const billing = async (stdout: string, more: Partial<{ code: number; stderr: string }> = {}) => {
    asked.length = 0;
    const { context, out } = spokenContext({ cwd: project.folder, clock, format: "json" });
    const aws = (args: readonly string[]) => {
      asked.push(args);
      return Promise.resolve({ stdout, stderr: "", code: 0, ...more });
    };
    const flags = { actual: [], askAws: true };
    const exitCode = await cost(context, "dev", flags, { adapters: [], fetch, aws });
    return { exitCode, vendors: (JSON.parse(out[0]!) as { vendors: object[] }).vendors };
  };
  const results = (...amounts: string[]) =>
    JSON.stringify({
      ResultsByTime: amounts.map((Amount) => ({
        Total: { UnblendedCost: { Amount, Unit: "USD" } },
      })),
    });

  it("asks once, of the month and the stack's tags, and adds exactly", async () => {
    const { exitCode, vendors } = await billing(results("0.1", "0.2000000001"));
    expect(exitCode).toBe(0);
    expect(vendors).toMatchObject([
      { vendor: "aws", actual: { usd: "0.3000000001", period: "2026-10" } },
    ]);
    expect(asked).toHaveLength(1);
    const [args = []] = asked;
    expect(args.slice(0, 2)).toEqual(["ce", "get-cost-and-usage"]);
    expect(args).toContain("Start=2026-10-01,End=2026-11-01");
    const filter = JSON.parse(args.at(-1) ?? "{}") as { And: object[] };
    expect(filter.And).toHaveLength(2);
    expect(filter.And[1]).toEqual({ Tags: { Key: "tier", Values: ["dev"] } });
  });

  it("ends with 1 above the budget", async () => {
    expect((await billing(results("79"))).exitCode).toBe(1);
  });

  it("takes no sum for one that tags do not show", async () => {
    const { vendors } = await billing(results("0"));
    expect(JSON.stringify(vendors)).toContain("are they active cost tags?");
  });

  it.each<[string, string, Partial<{ code: number; stderr: string }>]>([
    [
      "AccessDeniedException",
      "",
      {
        code: 254,
        stderr:
          "An error occurred (AccessDeniedException) when calling the GetCostAndUsage operation: User arn:aws:iam::1:user/ann",
      },
    ],
    ["exit code 253", "", { code: 253 }],
    ["another form", results("1").replace("USD", "EUR"), {}],
  ])("fails in four parts: %s", async (words, stdout, more) => {
    const error = await billing(stdout, more).catch((it: unknown) => it as UserError);
    const { exitCode, problems, message } = error as UserError;
    expect(exitCode).toBe(2);
    expect(message).toContain(words);
    expect(message).not.toContain("ann");
    expect(Object.keys(problems[0] ?? {}).sort()).toEqual(["allowed", "fix", "found", "where"]);
  });

  it("says that the AWS CLI is missing, and asks nobody where an invoice is given", async () => {
    const { context } = spokenContext({ cwd: project.folder, clock });
    const missing = "aws is not on this machine: install it";
    const gone = { adapters: [], fetch, aws: () => Promise.resolve({ missing }) };
    const flags = { actual: [], askAws: true };
    await expect(cost(context, "dev", flags, gone)).rejects.toThrow(missing);
    expect(await cost(context, "dev", { ...flags, actual: ["aws=1"] }, gone)).toBe(0);
  });

  it("asks a running month for the days that have gone", async () => {
    const month = monthOf("2026-11", new Date("2026-11-21T15:00:00Z"));
    const tags = { product: "shop", tier: "dev" };
    const dates: string[] = [];
    const adapter = awsAdapter((args) => {
      dates.push(args.find((arg) => arg.startsWith("Start="))!);
      return Promise.resolve({ stdout: results("1"), stderr: "", code: 0 });
    }, tags);
    const question = { env: {}, month, share: 1, countedBy: "prod", projectRef: () => none };
    const read = await adapter.read(fetch, question);
    expect([dates, read]).toMatchObject([
      ["Start=2026-11-01,End=2026-11-21"],
      { period: "2026-11 to date" },
    ]);
    expect("part" in read && read.part.toFixed(4)).toBe("0.6667");
    const first = monthOf("2026-11", new Date("2026-11-01T05:00:00Z"));
    expect(await adapter.read(fetch, { ...question, month: first })).toHaveProperty("notRead");
  });
});
const none = Promise.resolve({ notRead: "none" });

describe("a review", () => {
  const month = monthOf("2026-11", clock());

  it("holds a sum of add-ons to the lines of add-ons, and a running month to its part", () => {
    const lines = [
      line(30, { price: { ...line(0).price, vendor: "supabase", sku: "supabase-compute-small" } }),
      line(25, { price: { ...line(0).price, vendor: "supabase", sku: "supabase-pro-base" } }),
    ];
    const [actual] = givenActuals(["supabase=25"], month).values();
    const way = { setting: "database.instanceSize: micro", of: ["db"], usd: new Decimal("1.5") };
    const saving = { ...way, id: "compute-size", title: "Smaller", lost: "memory" };
    const review = reviewOf({
      ...{ stack: "dev", month: monthWords(month), savings: [saving], estimate: estimateOf(lines) },
      budget: { monthlyUsd: 100, awsUsd: 10 },
      actuals: new Map(actual ? [["supabase", actual]] : []),
      covers: new Map([["supabase", supabaseAdapter().covers]]),
    });
    const { vendors } = review;
    expect(isReview(reviewJson(review)) ? [] : isReview.errors).toEqual([]);
    expect(reviewJson(review).advice).toEqual([{ ...saving, usd: "1.5" }]);
    // Two thirds of 30 are 20: 5 more, 25 %.
    const drift = vendors[0] && "usd" in vendors[0].actual && vendors[0].actual.drift;
    expect(drift && [drift.expected.toFixed(2), drift.usd.toFixed(2)]).toEqual(["20.00", "5.00"]);
    expect(drift && drift.percent?.toFixed(1)).toBe("25.0");
  });

  it.each(["aws", "aws=", "aws=-1", "nobody=1", "aws=1e3"])("refuses a sum %s", (given) => {
    expect(() => givenActuals([given], month)).toThrow(/--actual aws=61\.20/);
  });

  it("gives no advice below a floor", () => {
    const group = (days: number) =>
      declared("aws:cloudwatch/logGroup:LogGroup", "logs", { retentionInDays: days });
    const stackOf = (days: number) => ({
      ...{ stack: "prod", tier: "prod" as const, costs: costs() },
      resources: [group(days)],
    });
    const holds = holding(stackOf(400), clock());
    expect(holds(stackOf(30), { of: ["logs"] })).toBe(false);
    expect(holds(stackOf(365), { of: ["none"] })).toBe(true);
  });

  it("knows its project by what is deployed, else says that it does not", async () => {
    const type = "supabase:index/project:Project";
    const deployed = [{ ...declared(type, "db"), outputs: { id: "xyz" } }];
    const refused = () => Promise.reject(new UserError([{ where: {}, found: "no engine" }]));
    expect(await projectRefOf(undefined, () => Promise.resolve(deployed))).toBe("xyz");
    expect(await projectRefOf("abc", refused)).toBe("abc");
    expect(await projectRefOf(undefined, refused)).toEqual({
      notRead: "the state cannot be read; name the project with --project-ref",
    });
  });
});
