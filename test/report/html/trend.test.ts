import { describe, expect, it } from "vitest";
import { buildReport } from "../../../report/build";
import { recordOf } from "../../../report/history/record";
import { trendOf } from "../../../report/history/trend";
import { writeHtml } from "../../../report/writers/html";
import { situations } from "../situations";

/** The page of the last of these situations, a day apart. */
function pageAfter(...names: string[]): string {
  const reports = names.map((name, day) => {
    const given = situations[name];
    if (!given) throw new Error(`no situation ${name}`);
    return buildReport({
      ...given,
      run: { ...given.run, at: `2026-11-0${day + 1}T10:00:00.000Z` },
    });
  });
  const now = reports.at(-1);
  if (!now) throw new Error("no report");
  const trend = trendOf(reports.slice(0, -1).map(recordOf), recordOf(now));
  return writeHtml({ ...now, trend });
}

describe("the trend in the page", () => {
  it("is drawn from run to run, with what changed since the last", () => {
    const page = pageAfter("clean", "warnings", "failures");
    expect(page).toContain('<section id="trend"');
    expect(page).toContain("<h3>Since the run of 2026-11-02 10:00</h3>");
    expect(page.match(/<tr><th scope="row">2026-11-0\d 10:00<\/th>/g)).toHaveLength(3);
    expect(page.match(/class="spark"/g)).toHaveLength(4);
    const [, id] = /<bdi>hsts-present<\/bdi> <a href="#r-([0-9a-f]{16})"/.exec(page) ?? [];
    expect(page).toContain(`id="r-${id}"`);
  });

  it("leads nowhere for what was fixed, since the page has no answer of it", () => {
    const page = pageAfter("failures", "clean");
    const trend = page.slice(page.indexOf('<section id="trend"'), page.indexOf('id="findings"'));
    expect(trend).toContain("<bdi>hsts-present</bdi> <span");
    expect(trend).not.toContain('href="#r-');
  });

  it("is not there until there are two runs", () => {
    expect(pageAfter("clean")).not.toContain('<section id="trend"');
  });

  it("escapes what records hold", () => {
    const page = pageAfter("hostile", "hostile");
    expect(page).toContain('<section id="trend"');
    expect(page).not.toContain("<script>alert(1)");
  });
});
