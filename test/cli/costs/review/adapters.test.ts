import { afterEach, describe, expect, it } from "vitest";
import type { Adapter, Question } from "../../../../cli/costs/review/adapter";
import { supabaseAdapter } from "../../../../cli/costs/review/adapters/supabase";
import { vercelAdapter } from "../../../../cli/costs/review/adapters/vercel";
import { monthOf } from "../../../../cli/costs/review/month";
import { readActuals } from "../../../../cli/costs/review/read";
import { UserError } from "../../../../core/errors";
import { type Vendor, vendorAnswering } from "./server";

const now = new Date("2026-11-21T00:00:00Z");
const token = "sbp_never-to-be-seen";
let vendor: Vendor | undefined;
afterEach(() => vendor?.close());

async function read(make: (base: string) => Adapter, body: string, over: Partial<Question> = {}) {
  vendor ??= await vendorAnswering(200, body);
  return readFrom(make(vendor.base), over);
}

async function readFrom(adapter: Adapter, over: Partial<Question> = {}) {
  const question: Question = {
    env: { SUPABASE_ACCESS_TOKEN: token, VERCEL_API_TOKEN: token },
    month: monthOf(undefined, now),
    share: 1,
    countedBy: "prod",
    projectRef: () => Promise.resolve("abc"),
    ...over,
  };
  return (await readActuals([adapter], fetch, question)).get(adapter.vendor);
}

const addons = JSON.stringify({
  selected_addons: [
    { type: "pitr", variant: { id: "pitr_7", price: { interval: "hourly", amount: 0.137 } } },
    { type: "custom_domain", variant: { id: "cd", price: { interval: "monthly", amount: 10 } } },
  ],
});
const charges = [
  '{"BilledCost": 20, "BillingCurrency": "USD", "ServiceName": "Pro"}',
  '{"BilledCost": "0.1", "BillingCurrency": "USD"}',
  '{"BilledCost": 0.2, "BillingCurrency": "USD"}',
  "",
].join("\n");

// Requirement: COST-02
describe("what vendors billed", () => {
  afterEach(() => void (vendor = undefined));

  it("Supabase: the prices of what is selected; 0.137 × 730 + 10 = 110.01", async () => {
    const actual = await read(supabaseAdapter, addons);
    expect(actual).toMatchObject({ period: "a month as selected now" });
    expect(String((actual as { usd: unknown }).usd)).toBe("110.01");
    expect(vendor?.asked).toEqual([
      { path: "/v1/projects/abc/billing/addons", authorization: `Bearer ${token}` },
    ]);
  });

  it("Vercel: rows in USD, added exactly, of the last whole month and the team", async () => {
    const env = { VERCEL_API_TOKEN: token, VERCEL_ORG_ID: "team_1" };
    const actual = await read(vercelAdapter, charges, { env });
    expect(actual).toMatchObject({ period: "2026-10" });
    expect(String((actual as { usd: unknown }).usd)).toBe("20.3");
    const query = new URL(vendor?.asked[0]?.path ?? "", "http://x").searchParams;
    expect(Object.fromEntries(query)).toEqual({
      from: "2026-10-01T00:00:00.000Z",
      to: "2026-11-01T00:00:00.000Z",
      teamId: "team_1",
    });
  });

  it.each([
    [supabaseAdapter, { env: {} }, "no SUPABASE_ACCESS_TOKEN is set"],
    [vercelAdapter, { env: {} }, "no VERCEL_API_TOKEN is set"],
    [vercelAdapter, { share: 0 }, "Vercel bills the team as one: review prod"],
    [
      supabaseAdapter,
      { projectRef: () => Promise.resolve({ notRead: "no project is deployed" }) },
      "no project is deployed",
    ],
  ])("is not read, and why", async (make, over, reason) => {
    expect(await read(make, "", over)).toEqual({ notRead: reason });
    expect(vendor?.asked).toEqual([]);
  });

  it.each([
    [supabaseAdapter, 401, "", "HTTP 401", "token that may read billing"],
    [vercelAdapter, 500, `oops ${token}`, "HTTP 500", "VERCEL_API_TOKEN"],
    [vercelAdapter, 200, '{"BilledCost": 1, "BillingCurrency": "EUR"}', "another form", "USD"],
    [supabaseAdapter, 200, "<html>", "another form", "selected_addons"],
    [supabaseAdapter, 302, "", "no answer", "SUPABASE_ACCESS_TOKEN"],
  ])("fails in four parts, without the token", async (make, ...[status, body, found, part]) => {
    vendor = await vendorAnswering(status, body);
    const error: unknown = await readFrom(make(vendor.base)).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UserError);
    const { exitCode, message, problems } = error as UserError;
    expect(exitCode).toBe(2);
    expect(message).toContain(found);
    expect(message).toContain(part);
    expect(message).not.toContain(token);
    expect(Object.keys(problems[0] ?? {}).sort()).toEqual(["allowed", "fix", "found", "where"]);
  });

  it("fails where nobody listens", async () => {
    const gone = await vendorAnswering(200, "");
    gone.close();
    await expect(readFrom(vercelAdapter(gone.base))).rejects.toThrow(/no answer/);
  });
});

describe("a month", () => {
  it("is the last whole one, or the one that is named, as far as it has gone", () => {
    expect(monthOf(undefined, new Date("2026-01-15T00:00:00Z")).name).toBe("2025-12");
    const running = monthOf("2026-11", now);
    expect([running.to, running.part.toFixed(4)]).toEqual([now, "0.6667"]);
    expect(monthOf("2026-02", now).part.toNumber()).toBe(1);
  });

  it.each(["2026-12", "2026-13", "2026", "last"])("is refused: %s", (given) => {
    expect(() => monthOf(given, now)).toThrow(/YYYY-MM/);
  });
});
