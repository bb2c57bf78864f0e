import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Adapter } from "../adapter";
import { ask, unreadable } from "../ask";
import { monthWords } from "../month";

const variable = "VERCEL_API_TOKEN";
const team = "VERCEL_ORG_ID";

/** A row of `GET /v1/billing/charges`, by FOCUS; its other columns are not looked at. */
const charge = z.object({
  BilledCost: z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/i)]),
  BillingCurrency: z.literal("USD"),
});

/** Rows of charges, one a line: https://vercel.com/docs/rest-api/billing/list-focus-billing-charges */
export function vercelAdapter(base = "https://api.vercel.com"): Adapter {
  return {
    vendor: "vercel",
    needs: [variable],
    covers: ({ price }) => price.vendor === "vercel",
    async read(fetch, { env, month, share, countedBy }) {
      if (share < 1) return { notRead: `Vercel bills the team as one: review ${countedBy}` };
      const query = new URLSearchParams({
        from: month.from.toISOString(),
        to: month.to.toISOString(),
        ...(env[team] ? { teamId: env[team] } : {}),
      });
      const token = { variable, value: env[variable] ?? "" };
      const path = `/v1/billing/charges?${query.toString()}`;
      const asked = { fetch, vendor: "Vercel", base, path, token };
      const lines = (await ask(asked)).split("\n").filter((line) => line.trim() !== "");
      const costs = lines.map((line) => costOf(line));
      if (costs.includes(undefined)) {
        throw unreadable(asked, "a row of FOCUS a line, billed in USD");
      }
      return {
        usd: costs.reduce<Decimal>((sum, cost) => sum.plus(cost ?? 0), new Decimal(0)),
        period: monthWords(month),
        part: month.part,
        source: "Vercel REST API, billing/charges",
        only: "the whole team, with the use of every stack in it",
      };
    },
  };
}

function costOf(line: string): Decimal | undefined {
  try {
    const row = charge.safeParse(JSON.parse(line));
    return row.success ? new Decimal(row.data.BilledCost) : undefined;
  } catch {
    return undefined;
  }
}
