/**
 * Judges a compiled program for a stack offline, and writes its report in every format, or has a browser paint its page.
 * Leaves the milliseconds that this alone took. `node reported.cjs PROGRAM STACKFILE built|painted TIMEFILE`
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { placeResults } from "../cli/places";
import { reportFormatNames, reportFormats } from "../cli/reports/formats";
import { reportOf } from "../cli/reports/report-of";
import { run as judge } from "../policies/run";
import { findChromium } from "./chromium.mts";
import { declared, project } from "./declared";

interface Written {
  html: string;
  milliseconds: number;
}

async function written(program: string, file: string): Promise<Written> {
  const at = new Date();
  const { stack, stackFile, resources } = await declared(program, file);
  const results = placeResults(judge({ resources, stack, clock: at }), { stackFile, resources });
  const begun = performance.now();
  const report = reportOf({
    project: { name: project, root: process.cwd() },
    stack,
    resources,
    results,
    pack: "groundwork-all",
    at,
    run: { origin: "check" },
  });
  const texts: string[] = [];
  for (const name of reportFormatNames) texts.push((await reportFormats[name].load())(report));
  const milliseconds = performance.now() - begun;
  const [html = ""] = texts;
  const sizes = texts.map((text, nth) => `${reportFormatNames[nth]} ${Buffer.byteLength(text)}`);
  process.stdout.write(`${resources.length} resources; bytes: ${sizes.join(", ")}\n`);
  return { html, milliseconds };
}

/** Milliseconds from the start of the navigation to the first text on the screen. */
async function painted({ html }: Written, beside: string): Promise<number> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: name one with CHROMIUM_PATH");
  const page = `${beside}.html`;
  writeFileSync(page, html);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await tab.goto(pathToFileURL(page).href);
    return await tab.evaluate<number>(
      `new Promise((told) => new PerformanceObserver((list) => {
        for (const { name, startTime } of list.getEntries())
          if (name === "first-contentful-paint") told(startTime);
      }).observe({ type: "paint", buffered: true }))`,
    );
  } finally {
    await browser.close();
  }
}

async function main([program = "", file = "", what, timeFile = ""]: readonly string[]) {
  const made = await written(program, file);
  const milliseconds =
    what === "painted" ? await painted(made, path.resolve(timeFile)) : made.milliseconds;
  writeFileSync(timeFile, String(milliseconds));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
