import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { prices } from "../../../catalogue/prices";
import { prices as listPrices, type PricesFlags } from "../../../cli/commands/prices";
import { agedPrice } from "../../../cli/costs/price-view";
import type { Price } from "../../../catalogue/prices/price";
import { spokenContext } from "../support";
import { alarmProject, type CostProject, line } from "./support";

let project: CostProject;
beforeAll(() => void (project = alarmProject(["a"])));
afterAll(() => project.remove());

interface Listed {
  maxAge: number;
  prices: (Price & { ageDays: number | null; old: boolean })[];
}

async function listed(flags: PricesFlags, clock = "2026-11-21T12:00:00Z") {
  const cwd = project.folder;
  const { context, out } = spokenContext({ cwd, format: "json", clock: () => new Date(clock) });
  const exitCode = await listPrices(context, flags);
  return { exitCode, ...(JSON.parse(out.join("\n")) as Listed) };
}

describe("groundwork prices", () => {
  it("lists every price with its age in days", async () => {
    const all = await listed({});
    expect(all.prices).toHaveLength(prices.length);
    expect(all).toMatchObject({ exitCode: 0, maxAge: 180 });
    const dated = all.prices.find(({ asOf }) => asOf !== undefined);
    const days = (Date.parse("2026-11-21") - Date.parse(dated?.asOf ?? "")) / 86_400_000;
    expect(dated?.ageDays).toBe(days);
  });

  it("lists those of one vendor, and those that a stack's estimate uses", async () => {
    const own = await listed({ vendor: "resend" });
    expect(new Set(own.prices.map(({ vendor }) => vendor))).toEqual(new Set(["resend"]));
    const used = await listed({ stack: "dev" });
    expect(used.prices.map(({ sku }) => sku)).toContain("cloudwatch-alarm-standard");
    expect(used.prices.length).toBeLessThan(prices.length);
  });

  it("ends with 1 only where a limit is given and something listed is past it", async () => {
    const far = "2036-11-21T12:00:00Z";
    expect((await listed({ vendor: "resend" }, far)).exitCode).toBe(0);
    expect((await listed({ vendor: "resend", maxAge: 180 }, far)).exitCode).toBe(1);
    const dated = prices.filter(({ vendor }) => vendor === "resend").every(({ asOf }) => asOf);
    const young = await listed({ vendor: "resend", maxAge: 3650 });
    expect(young.exitCode).toBe(dated ? 0 : 1);
  });

  it("says in words what is marked", async () => {
    const { context, out } = spokenContext({ cwd: project.folder });
    await listPrices(context, { vendor: "resend" });
    expect(out.join("\n")).toMatch(/^resend \(\d+\)\n/);
    expect(out.join("\n")).toMatch(
      /\d+ older than 180 days or without a date; \? \d+ of low confidence$/,
    );
  });
});

describe("a price's age", () => {
  const { price } = line(0);
  const limit = { now: new Date("2026-11-21T23:59:59Z"), maxAge: 180 };

  it.each([
    ["2026-05-25", 180, false],
    ["2026-05-24", 181, true],
    ["2026-11-21", 0, false],
    ["2026-11-22", 0, false],
  ])("of %s is %i days", (asOf, age, isOld) => {
    expect(agedPrice({ ...price, asOf }, limit)).toMatchObject({ age, isOld });
  });

  it("that nobody knows is past every limit", () => {
    const undated: Price = { ...price };
    delete undated.asOf;
    expect(agedPrice(undated, limit)).toMatchObject({ age: undefined, isOld: true });
  });
});
