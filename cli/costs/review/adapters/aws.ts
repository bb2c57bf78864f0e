import { Decimal } from "decimal.js";
import { z } from "zod";
import { parseJson } from "../../../../core/json";
import { UserError } from "../../../../core/errors";
import type { Ran } from "../../../../operations/upkeep/ground";
import type { Actual, Adapter, NotRead } from "../adapter";
import { type Month, monthWords } from "../month";

/** Runs the AWS CLI as whoever asks is: by its own profile, variables or role. */
export type AwsCli = (args: readonly string[]) => Promise<Ran>;

const day = 86_400_000;
const metric = "UnblendedCost";

/**
 * Of `aws ce get-cost-and-usage`; what else it says is not looked at.
 * https://docs.aws.amazon.com/cli/latest/reference/ce/get-cost-and-usage.html
 */
const answer = z.object({
  ResultsByTime: z.array(
    z.object({
      Total: z.object({
        [metric]: z.object({
          Amount: z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/i),
          Unit: z.literal("USD"),
        }),
      }),
    }),
  ),
});

// Requirement: COST-02
/**
 * What Cost Explorer says was billed under the stack's tags. Each question costs 0.01 USD, so that nobody is asked who did
 * not say so. `tags`: keys and values that the stack's resources carry.
 */
export function awsAdapter(run: AwsCli, tags: Readonly<Record<string, string>>): Adapter {
  return {
    vendor: "aws",
    needs: [],
    covers: ({ price }) => price.vendor === "aws",
    async read(_fetch, { month }) {
      const span = wholeDays(month);
      if (span.part.isZero())
        return { notRead: "Cost Explorer tells whole days, and none has gone" };
      return billed(await run(argumentsFor(span, tags)), month, span, tags);
    },
  };
}

interface Span {
  /** `2026-10-01`; the last day is the first that is not asked for. */
  from: string;
  to: string;
  /** Part of the month. */
  part: Decimal;
}

/** Cost Explorer knows dates in UTC and no hours: of a running month, the days that have gone. */
function wholeDays({ from, to }: Month): Span {
  const days = Math.floor((to.getTime() - from.getTime()) / day);
  const all = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1) - from.getTime();
  const end = new Date(from.getTime() + days * day);
  const date = (at: Date) => at.toISOString().slice(0, 10);
  return { from: date(from), to: date(end), part: new Decimal(days).times(day).div(all) };
}

function argumentsFor({ from, to }: Span, tags: Readonly<Record<string, string>>): string[] {
  const filter = {
    And: Object.entries(tags).map(([Key, value]) => ({ Tags: { Key, Values: [value] } })),
  };
  return [
    ...["ce", "get-cost-and-usage", "--region", "us-east-1", "--output", "json"],
    ...["--granularity", "MONTHLY", "--metrics", metric],
    ...["--time-period", `Start=${from},End=${to}`, "--filter", JSON.stringify(filter)],
  ];
}

function billed(
  ran: Ran,
  month: Month,
  { part }: Span,
  tags: Readonly<Record<string, string>>,
): Actual | NotRead {
  if ("missing" in ran) throw failed(ran.missing, "the AWS CLI", "install it");
  if (ran.code !== 0) {
    const [, reason = `exit code ${ran.code}`] = /\((\w+)\) when calling/.exec(ran.stderr) ?? [];
    throw failed(
      reason,
      "rights for ce:GetCostAndUsage, and Cost Explorer switched on",
      "give them",
    );
  }
  const parsed = answer.safeParse(parseJson(ran.stdout));
  if (!parsed.success) {
    throw failed("an answer of another form", `${metric} in USD`, "update Groundwork");
  }
  const usd = parsed.data.ResultsByTime.reduce(
    (sum, { Total }) => sum.plus(Total[metric].Amount),
    new Decimal(0),
  );
  const names = Object.keys(tags).join(" and ");
  // Without active tags AWS answers nothing, not that it does not know.
  if (usd.isZero()) {
    return { notRead: `nothing is billed under the tags ${names}: are they active cost tags?` };
  }
  return {
    ...{ usd, part, period: monthWords(month), source: "AWS Cost Explorer" },
    only: `what carries the stack's tags ${names}, without tax`,
  };
}

function failed(found: string, allowed: string, fix: string): UserError {
  const where = { path: "AWS Cost Explorer" };
  return new UserError(
    [{ where, found, allowed, fix: `${fix}, or leave --ask-aws out and give --actual aws=61.20` }],
    2,
  );
}
