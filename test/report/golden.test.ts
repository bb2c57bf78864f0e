import path from "node:path";
import { describe, expect, it } from "vitest";
import { reportFormatNames, reportFormats } from "../../cli/reports/formats";
import { reportOf, situations } from "./situations";

/** What readers of a golden file look at: a long run of one word is counted, and lines end as they do here. */
function readable(text: string): string {
  return Buffer.from(text)
    .toString("utf8")
    .replaceAll("\r\n", "\n")
    .replace(/(?:long ){3,}/g, (run) => `(long × ${run.length / "long ".length}) `);
}

/** The page's own words, one line for each block of it: its markup is held by the tests of the page. */
function words(html: string): string {
  const body = html.slice(html.indexOf("<body>"), html.indexOf("<footer"));
  return body
    .replace(/<svg class="(?:meter|spark)[^]*?<\/svg>/g, "")
    .replace(/ title="[^"]*"/g, "")
    .replace(/<\/(?:p|li|h\d|tr|summary|dt|dd|div|section|text|title|option)>/g, "\n")
    .replace(/<(?:th|td)[^>]*>/g, " | ")
    .replace(/<[^>]+>/g, " ")
    .replace(/[ \t]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n");
}

describe.each(Object.keys(situations))("a report with %s", (name) => {
  it.each(reportFormatNames)("reads as it did: %s", async (format) => {
    const { file, load } = reportFormats[format];
    const text = (await load())(reportOf(name));
    const [content, kept] = format === "html" ? [words(text), "page.txt"] : [text, file];
    await expect(readable(content)).toMatchFileSnapshot(path.join(__dirname, "golden", name, kept));
  });
});
