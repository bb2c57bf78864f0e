import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Report } from "../../report/model";
import { buildReport } from "../../report/build";
import { type HistoryRecord, recordOf } from "../../report/history/record";
import { trendOf } from "../../report/history/trend";
import { costlyReport } from "../report/html/support";
import { situations } from "../report/situations";
import { launch, open } from "./support";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

/** Twelve runs, the last with findings of its own and a cost. */
function withTrend(): Report {
  const names = Object.keys(situations).filter((name) => name !== "hostile");
  const records = Array.from({ length: 11 }, (_, day): HistoryRecord => {
    const given = situations[names[day % names.length] ?? ""];
    if (!given) throw new Error("no situation");
    const at = `2026-11-${String(day + 1).padStart(2, "0")}T10:00:00.000Z`;
    const record = recordOf(buildReport({ ...given, run: { ...given.run, at } }));
    return { ...record, monthlyUsd: String(900 + day * day * 3), commit: "a".repeat(40) };
  });
  const now = costlyReport();
  return { ...now, trend: trendOf(records, recordOf(now)) };
}

it.each(["light", "dark"] as const)(
  "the trend has no fault that axe finds, says nothing and asks nobody, in the %s",
  async (colorScheme) => {
    const { page, complaints, asked, close } = await open(browser, withTrend(), { colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect([complaints, asked]).toEqual([[], []]);
    await close();
  },
);

it.each([1280, 360])("the trend is no wider than a screen of %i", async (width) => {
  const viewport = { width, height: 800 };
  const { page, close } = await open(browser, withTrend(), { viewport, hash: "#trend" });
  expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  await close();
});
