import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { incidentFile } from "../../render/status-page/incident-file";
import { statusPage } from "../../render/status-page/page";
import { launch } from "./support";

let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(() => browser.close());

const incident = (id: string, state: string) =>
  incidentFile.parse({
    ...{ id, start: "2026-11-21T10:00:00Z", impact: "<script>alert(1)</script> fails." },
    ...{ services: ["app"], updates: [{ at: "2026-11-21T11:00:00Z", state, text: "We know." }] },
  });
const now = new Date("2026-11-21T12:00:00Z");
const some = [incident("INC-2026-001", "identified"), incident("INC-2026-002", "resolved")];

// Requirement: UPT-06
describe.each([
  ["incidents", some],
  ["none", []],
] as const)("the status page with %s", (_what, incidents) => {
  it.each(["light", "dark"] as const)(
    "says nothing on the console and has no fault that axe finds, in the %s",
    async (colorScheme) => {
      const file = path.join(mkdtempSync(path.join(tmpdir(), "status-page-")), "index.html");
      writeFileSync(file, statusPage({ title: "Shop status", incidents, now }));
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 360, height: 800 },
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("dialog", (dialog) => void dialog.dismiss().then(() => complaints.push("a dialog")));
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe.source);
      const found = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })");
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      await context.close();
      expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(complaints).toEqual([]);
      expect(wide).toBeLessThanOrEqual(360);
    },
  );
});
