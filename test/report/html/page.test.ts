import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { isOpen } from "../../../report/build";
import { writeHtml } from "../../../report/writers/html";
import { hostile, reportOf, situations } from "../situations";
import { costlyReport, largeReport } from "./support";

const names = Object.keys(situations);
const page = (name: string) => writeHtml(reportOf(name));

const inside = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text = ""]) => text);
const ids = (html: string) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = ""]) => id);
const megabyte = 1_000_000;

describe("the page of a report", () => {
  it.each(names)(
    "allows its own style and script by their digests, and nothing else: %s",
    (name) => {
      const html = page(name);
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(
        html,
      )?.[1];
      const digest = (text: string) =>
        `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
      const [[style = "", ...styles], [script = "", ...scripts]] = [
        inside(html, "style"),
        inside(html, "script"),
      ];
      expect([styles, scripts]).toEqual([[], []]);
      expect(policy).toBe(
        [
          "default-src &#39;none&#39;",
          `style-src ${digest(style)}`,
          `script-src ${digest(script)}`,
          "img-src data:",
          "base-uri &#39;none&#39;",
          "form-action &#39;none&#39;",
        ].join("; "),
      );
    },
  );

  it.each(names)(
    "has no style, handler or address of a page elsewhere in its markup: %s",
    (name) => {
      const html = page(name).replace(/<(style|script)>[^]*?<\/\1>/g, "");
      const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
      expect(
        tags.filter((tag) => /\s(style|on[a-z]+)=/i.test(tag.replace(/"[^"]*"/g, '""'))),
      ).toEqual([]);
      expect(
        tags.filter((tag) => /^<(img|iframe|object|embed|base|use|image)\b/i.test(tag)),
      ).toEqual([]);
      expect(tags.filter((tag) => /href="(?!#|https?:\/\/|data:image\/svg)/.test(tag))).toEqual([]);
    },
  );

  it.each(names)("has an anchor for every answer, rule and clause, each once: %s", (name) => {
    const report = reportOf(name);
    const html = page(name);
    const found = ids(html);
    expect(found.length).toBe(new Set(found).size);
    for (const { id } of report.results) expect(found).toContain(`r-${id}`);
    for (const { id } of report.rules) expect(found).toContain(`rule-${id}`);
    expect(found.filter((id) => id.startsWith("control-"))).toHaveLength(report.controls.length);
  });

  it.each(names)("links within itself to what is there: %s", (name) => {
    const html = page(name);
    const there = new Set(ids(html));
    const linked = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id = ""]) => id);
    expect(linked.filter((id) => !there.has(id))).toEqual([]);
  });

  it.each(names)("tells every finding and counts as the report does: %s", (name) => {
    const report = reportOf(name);
    const html = page(name);
    const told = report.results.filter((result) => isOpen(result) || result.waiver);
    expect(html.match(/<article class="finding/g) ?? []).toHaveLength(told.length);
    for (const { id } of told) expect(html).toContain(`href="#r-${id}"`);
    const tiles = [...html.matchAll(/data-state="([a-z])"><b>(\d+)<\/b>/g)].map(
      ([, letter, count]) => [letter, Number(count)],
    );
    const { fail, error, unknown, waived, pass, notApplicable } = report.counts;
    expect(tiles).toEqual([
      ["f", fail],
      ["e", error],
      ["u", unknown],
      ["w", waived],
      ["p", pass],
      ["n", notApplicable],
    ]);
  });

  it("is the same, byte for byte, for the same report", () => {
    for (const name of names) expect(page(name)).toBe(page(name));
  });
});

describe("the page of a hostile report", () => {
  const html = page("hostile");

  it("holds none of its text as markup", () => {
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<b> long");
    expect(html).not.toContain('href="javascript:');
  });

  it("shows what cannot be seen, and holds no half of a character", () => {
    expect(html).toContain("␇[U+202E]abc[U+2066]");
    expect(html).not.toMatch(/(?!\n)\p{Cc}|[\u202E\u2066]|\p{Surrogate}/u);
  });

  it("cuts what is long", () => {
    expect(html).not.toContain("long ".repeat(900));
    expect(html.length).toBeLessThan(hostile.length * 20);
  });
});

describe("the page's sections", () => {
  it("tell of a finding what was found and wanted, where it is set, and how to mend it", () => {
    const [finding = ""] = inside(
      page("failures").replaceAll(/<article[^>]*>/g, "<article>"),
      "article",
    );
    const words = finding.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
    for (const part of [
      "fails mandatory high csp-no-unsafe",
      "found &#39;unsafe-eval&#39;, wanted none",
      "Fix Use nonces.",
    ]) {
      expect(words).toContain(part);
    }
    expect(page("failures")).toContain("Pulumi.prod.yaml:12");
    expect(page("failures")).toContain("index.ts:40");
  });

  it("tell of a waiver who answers for it and how long", () => {
    const words = page("waivers")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
    expect(words).toContain("The old shop still answers on HTTP WEB-7 web-team 2026-12-01 10 days");
  });

  it("draw costs with their limit, credits and what has no price", () => {
    const html = writeHtml(costlyReport());
    for (const part of ["$1,234.50", "−$65.50", "limit of $1,000.00", "which is passed"]) {
      expect(html).toContain(part);
    }
    expect(html).toContain("its price is not known");
    expect(html).toContain("the seats of the team are counted by prod");
    expect(html).toContain("$38.28 of it is by prices of low confidence");
    expect(html).toContain("<bdi>web ?</bdi>");
    expect(html).toContain("<bdi>vercel</bdi>");
    expect(page("clean")).not.toContain('id="costs"');
  });

  it("draw at most thirty components, and count the others", () => {
    const html = writeHtml(largeReport({ resources: 1000, rules: 9, answersEach: 1 }));
    expect(html.match(/<g class="part /g)).toHaveLength(31);
    expect(html).toContain("10 more components");
  });
});

describe("the page's size", () => {
  it("is at most 1.5 MB for 300 resources and 1,200 answers by 210 rules", () => {
    const report = largeReport({ resources: 300, rules: 210, answersEach: 4 });
    expect(Buffer.byteLength(writeHtml(report))).toBeLessThan(1.5 * megabyte);
  });

  it.each([10, 90])(
    "is at most 8 MB for 1,000 resources, each judged by %i of 90 rules",
    (each) => {
      const html = writeHtml(largeReport({ resources: 1000, rules: 90, answersEach: each }));
      expect(Buffer.byteLength(html)).toBeLessThan(8 * megabyte);
      expect(html).toContain('id="r-0000000000000001"');
    },
  );
});
