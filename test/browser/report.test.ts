import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Report } from "../../report/model";
import { costlyReport, largeReport } from "../report/html/support";
import { reportOf, situations } from "../report/situations";
import { type Opened, launch, open, visible } from "./support";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});
async function show(report: Report, options?: Parameters<typeof open>[2]): Promise<Page> {
  opened = await open(browser, report, options);
  return opened.page;
}

const large = () => largeReport({ resources: 300, rules: 60, answersEach: 4 });
const rows = "#list-answers [data-s]";
const told = (page: Page) => page.locator("#answers output").textContent();

describe.each(Object.keys(situations))("the page of a report with %s", (name) => {
  it.each(["light", "dark"] as const)(
    "says nothing on the console, asks nobody and has no fault that axe finds, in the %s",
    async (colorScheme) => {
      const page = await show(reportOf(name), { colorScheme });
      await page.evaluate(`document.querySelectorAll("details").forEach((it) => (it.open = true))`);
      await page.evaluate(axe.source);
      const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
      const faults = found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => ({ id, html, failureSummary })),
      );
      expect(faults).toEqual([]);
      expect([opened?.complaints, opened?.asked]).toEqual([[], []]);
    },
  );

  it.each([1280, 360])("is no wider than a screen of %i", async (width) => {
    const page = await show(reportOf(name), { viewport: { width, height: 800 } });
    await page.evaluate(`document.querySelectorAll("details").forEach((it) => (it.open = true))`);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });
});

it.each(["light", "dark"] as const)(
  "the page of costs has no fault that axe finds, in the %s",
  async (colorScheme) => {
    const page = await show(costlyReport(), { colorScheme });
    await page.evaluate(axe.source);
    const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  },
);

describe("the sections about the stack itself", () => {
  const sections = ["changes", "headers", "coverage", "residency", "access"];

  it("are reached from the bar, which names each of them", async () => {
    const page = await show(reportOf("warnings"));
    for (const id of sections) {
      await page.click(`nav a[href="#${id}"]`);
      await page.locator(`#${id} h2`).waitFor({ state: "visible" });
      const box = await page.locator(`#${id} h2`).boundingBox();
      expect(box?.y).toBeGreaterThan(0);
      expect(box?.y).toBeLessThan(900);
    }
    expect(await page.locator("nav a").evaluateAll((all) => all.length)).toBe(
      await page.locator("main > section").count(),
    );
  });

  it("lead to the resource that they tell of, folded or not", async () => {
    const page = await show(reportOf("warnings"));
    const link = page.locator("#coverage tbody a[href^='#u']").first();
    const target = await link.getAttribute("href");
    await link.click();
    await page.locator(String(target)).waitFor({ state: "visible" });
    expect(await page.locator(`${target} th`).textContent()).toBe("uptime-shop");
  });

  it("open from a number of the overview", async () => {
    const page = await show(reportOf("warnings"));
    await page.click('.tile[href="#residency"]');
    expect(await page.evaluate("location.hash")).toBe("#residency");
    expect(await page.locator("#residency").textContent()).toContain("Frankfurt, Germany");
  });

  it("say of changes what gets weaker, and of a check that there are none to tell", async () => {
    const page = await show(reportOf("failures"));
    expect(await page.locator("#changes details[open]").textContent()).toContain("weaker");
    await opened?.close();
    const other = await show(reportOf("clean"));
    expect(await other.locator("#changes .empty").textContent()).toContain(
      "groundwork preview prod",
    );
  });
});

describe("search and filters", () => {
  it("narrow the answers by words, state, family and level, and say how many are left", async () => {
    const report = large();
    const page = await show({
      ...report,
      results: report.results.map((result, at) =>
        at % 400 === 0 ? { ...result, state: "fail", level: "advisory" } : result,
      ),
    });
    const counts = page.locator("#answers output");
    await page.fill("#answers [name=q]", "component-3-resource-7");
    await counts.filter({ hasText: "4 of 1,200 answers" }).waitFor();
    expect(await visible(page, rows)).toBe(4);
    await page.click("#answers [data-clear]");
    await counts.filter({ hasText: /^1,200 answers$/ }).waitFor();
    await page.selectOption("#answers [name=s]", { label: "fails" });
    await counts.filter({ hasText: "3 of 1,200 answers" }).waitFor();
    await page.selectOption("#answers [name=l]", "mandatory");
    await counts.filter({ hasText: "0 of 1,200 answers" }).waitFor();
    expect(await visible(page, "#list-answers details")).toBe(0);
    await page.selectOption("#answers [name=l]", "advisory");
    await page.selectOption("#answers [name=f]", "family-0");
    await counts.filter({ hasText: /^1 of/ }).waitFor();
    expect(await page.locator("#answers output").getAttribute("aria-live")).toBe("polite");
  });

  it("find resources by name and provider", async () => {
    const page = await show(large());
    await page.selectOption("#resources [name=v]", "vercel");
    await page.fill("#resources [name=q]", "component-2-");
    const counts = page.locator("#resources output");
    await counts.filter({ hasText: "8 of 300 resources" }).waitFor();
    expect(await visible(page, "#list-resources [data-s]")).toBe(8);
  });

  it("are set by a count of the overview", async () => {
    const page = await show(reportOf("failures"));
    await page.click(`.tile[data-state="f"]`);
    await page.locator("#answers output").filter({ hasText: "2 of 4 answers" }).waitFor();
    expect(await visible(page, rows)).toBe(2);
  });

  it("work by the keyboard alone, from the link past the header on", async () => {
    const page = await show(reportOf("failures"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the report");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("main");
    await page.focus("#answers [name=q]");
    await page.keyboard.type("nothing is called this");
    await page.locator("#answers output").filter({ hasText: "0 of 4 answers" }).waitFor();
  });

  it("are not needed: without script every answer is there to be unfolded", async () => {
    const page = await show(reportOf("failures"), { javaScriptEnabled: false });
    expect(await page.locator("form:visible").count()).toBe(0);
    await page.locator("#rule-csp-no-unsafe > summary").click();
    expect(await page.locator("#rule-csp-no-unsafe tbody tr:visible").count()).toBe(2);
  });
});

describe("a link to an answer", () => {
  it("unfolds it, also from outside and through a filter", async () => {
    const report = reportOf("failures");
    const id = `r-${report.results.find(({ state }) => state === "fail")?.id}`;
    const page = await show(report, { hash: `#${id}` });
    expect(await visible(page, `#${id}`)).toBe(1);
    await page.fill("#answers [name=q]", "nothing is called this");
    await page.locator("#answers output").filter({ hasText: "0 of 4" }).waitFor();
    await page.evaluate("location.hash = ''");
    await page.click(`.finding a[href="#${id}"]`);
    await page.locator(`#${id}`).waitFor({ state: "visible" });
    expect(await told(page)).toBe("4 answers");
  });
});

describe("on paper", () => {
  it("every fold is open and nothing is left to press, whatever was filtered", async () => {
    const page = await show(large());
    await page.fill("#answers [name=q]", "component-3-resource-7");
    await page.locator("#answers output").filter({ hasText: "4 of" }).waitFor();
    const pdf = await page.pdf({ outline: true, tagged: true });
    const titles = await page.locator("h2").allTextContents();
    const text = pdf.toString("latin1");
    for (const title of titles) expect(text).toContain(`/Title (${title})`);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(20);
    expect(await visible(page, rows)).toBe(4);
  });

  it("every fold is open without script too", async () => {
    const page = await show(reportOf("failures"), { javaScriptEnabled: false });
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#list-answers tr[id]:visible").count()).toBe(4);
    expect(await page.locator("nav:visible, form:visible").count()).toBe(0);
  });
});

describe("a large page", () => {
  it("opens with its answers folded, so that what is read first is painted first", async () => {
    const page = await show(largeReport({ resources: 1000, rules: 90, answersEach: 10 }));
    expect(await page.locator(rows).count()).toBe(10_000);
    expect(await visible(page, rows)).toBe(0);
    expect([opened?.complaints, opened?.asked]).toEqual([[], []]);
  });
});
