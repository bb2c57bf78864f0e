import { describe, expect, it } from "vitest";
import { counted, grouped, usd } from "../../../report/html/numbers";
import { clipped, escapeHtml, linkMarkup, shown, textMarkup } from "../../../report/html/text";

describe("text in a page", () => {
  it.each([
    ["markup", `<b a="1" c='2'>&`, "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;"],
    ["a control character", "ring\u0007", "ring␇"],
    ["a second set of control characters", "\u0085", "[U+0085]"],
    ["a change of direction", "a\u202Eb\u2066c", "a[U+202E]b[U+2066]c"],
    ["a space without width", "a\u200Bb\uFEFF", "a[U+200B]b[U+FEFF]"],
    ["half a character", "\uD800a\uDC00", "\uFFFDa\uFFFD"],
    ["an emoji of several characters", "👩‍💻", "👩‍💻"],
    ["lines and tabs", "a\n\tb", "a\n\tb"],
  ])("is shown and harmless: %s", (_, text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
  });

  it("is text or a number, and nothing else by mistake", () => {
    expect(escapeHtml(3)).toBe("3");
    expect(() => escapeHtml(undefined)).toThrow("no text for the page: undefined");
    expect(() => escapeHtml({})).toThrow("no text for the page: object");
  });

  it("is cut between characters, never within one", () => {
    expect(clipped("👩👩👩", 2)).toBe("👩…");
    expect(clipped("👩👩👩", 3)).toBe("👩👩👩");
    expect(shown(clipped("👩".repeat(500), 100))).not.toContain("\uFFFD");
  });

  it("keeps its direction to itself, and can be pointed at where it was cut", () => {
    expect(textMarkup("שלום")).toBe("<bdi>שלום</bdi>");
    expect(textMarkup(`a"b`.repeat(50), 4)).toMatch(
      /^<bdi title="(a&quot;b){50}">a&quot;b…<\/bdi>$/,
    );
  });

  it.each([
    ["https://owasp.org/", true],
    ["javascript:alert(1)", false],
    ["data:text/html,x", false],
    [`https://a/"onclick="x`, true],
    ["https://a b/", false],
    [" https://a/", false],
    ["//a/", false],
  ])("links to the web alone: %s", (url, linked) => {
    const markup = linkMarkup("there", url);
    expect(markup.startsWith("<a ")).toBe(linked);
    expect(markup).not.toMatch(/"\s*onclick/);
  });
});

describe("numbers in a page", () => {
  it.each([
    ["0", "$0.00"],
    ["1234.5", "$1,234.50"],
    ["-18.332405", "−$18.33"],
    ["-0.001", "$0.00"],
    ["1234567.891", "$1,234,567.89"],
  ])("show %s dollars as %s", (amount, text) => {
    expect(usd(amount)).toBe(text);
  });

  it("are grouped, and their words agree", () => {
    expect([grouped(1159), grouped(999), counted(1, "rule"), counted(2000, "rule")]).toEqual([
      "1,159",
      "999",
      "1 rule",
      "2,000 rules",
    ]);
  });
});
