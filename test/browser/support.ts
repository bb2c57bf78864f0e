import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, type BrowserContextOptions, type Page, chromium } from "playwright-core";
import type { Report } from "../../report/model";
import { writeHtml } from "../../report/writers/html";
import { findChromium } from "../../bench/chromium.mts";

export function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: name one with CHROMIUM_PATH");
  // In a container there is no user namespace for its sandbox; the pages are our own.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** A report opened as a person opens the file, and what was heard of it. */
export interface Opened {
  page: Page;
  /** What the console and the page's own script complained of. */
  complaints: string[];
  /** Addresses asked for, but for the file itself and what it holds. */
  asked: string[];
  close: () => Promise<void>;
}

export async function open(
  browser: Browser,
  report: Report,
  options: BrowserContextOptions & { hash?: string } = {},
): Promise<Opened> {
  const { hash = "", ...rest } = options;
  const file = path.join(mkdtempSync(path.join(tmpdir(), "report-page-")), "report.html");
  writeFileSync(file, writeHtml(report));
  const address = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const url = request.url().split("#")[0] ?? "";
    if (url !== address && !url.startsWith("data:")) asked.push(url);
  });
  await page.goto(`${address}${hash}`);
  return { page, complaints, asked, close: () => context.close() };
}

/** How many of what is selected a person can see. */
export function visible(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluateAll((all) => {
    const shown = all as unknown as { checkVisibility: () => boolean }[];
    return shown.filter((one) => one.checkVisibility()).length;
  });
}
