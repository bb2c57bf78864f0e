import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { filesBelow, leaksIn, type Spelling } from "./secret-scan";

/** Escaped by every encoding: a quote, a backslash, signs of URLs, a letter beyond ASCII, and what base64 writes as + and /. */
const secret = `ab"c\\d e&f=g?h/ü~~~>>>???9`;
const secrets = { KEY: secret };
const bytes = Buffer.from(secret);

const found = (text: string) => leaksIn({ log: text }, secrets).map(({ spelling }) => spelling);

/** Requirement: SECR-07 */
describe("the scan for secrets finds one that is planted", () => {
  it.each<[Spelling, string]>([
    ["raw", secret],
    ["json", JSON.stringify({ secret })],
    ["json in json", JSON.stringify({ body: JSON.stringify({ secret }) })],
    ["url", `https://a.example/?key=${encodeURIComponent(secret)}&b=1`],
    ["url", encodeURIComponent(secret).toLowerCase()],
    ["form", new URLSearchParams({ a: "1", secret, b: "2" }).toString()],
    ["hex", bytes.toString("hex")],
    ["hex", bytes.toString("hex").toUpperCase()],
    ["base64", bytes.toString("base64")],
    ["base64", Buffer.from(`user:${secret}`).toString("base64")],
    ["base64", Buffer.from(JSON.stringify([secret[0], "x"]) + `1${secret}`).toString("base64")],
    ["base64url", bytes.toString("base64url")],
    ["base64url", Buffer.from(`{"sub":1}${secret}}`).toString("base64url")],
  ])("as %s", (spelling, text) => {
    expect(found(`2026-11-21 12:00 ${text} and more`)).toContain(spelling);
  });

  it("at any place in a longer text that is encoded as a whole", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (before, after) => {
        const whole = Buffer.concat([before, bytes, after]);
        expect(found(whole.toString("base64"))).toContain("base64");
        expect(found(whole.toString("base64url"))).toContain("base64url");
        expect(found(whole.toString("hex"))).toContain("hex");
      }),
    );
  });

  it("by place and name, and without its value", () => {
    const leaks = leaksIn(
      { "a.log": `x${secret}y`, "b.log": "nothing" },
      { KEY: secret, OTHER: "is nowhere" },
    );
    expect(leaks).toEqual([{ place: "a.log", secret: "KEY", spelling: "raw" }]);
  });
});

describe("the scan for secrets finds nothing", () => {
  it.each([
    "",
    "KEY",
    "[secret]",
    JSON.stringify({ KEY: "[secret]" }),
    secret.slice(1),
    secret.slice(0, -1),
    Buffer.from(secret.slice(2)).toString("base64"),
    encodeURIComponent(secret.slice(1)),
  ])("in %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("the files of a folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "scan-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("are read however deep they lie, whatever they hold", () => {
    mkdirSync(path.join(folder, "a/.b"), { recursive: true });
    writeFileSync(path.join(folder, "top"), "x");
    writeFileSync(
      path.join(folder, "a/.b/deep.gz"),
      Buffer.concat([Buffer.from([255, 0]), Buffer.from("key=plain-value")]),
    );
    const files = filesBelow(folder);
    expect(Object.keys(files).sort()).toEqual(["a/.b/deep.gz", "top"]);
    expect(leaksIn(files, { KEY: "plain-value" })).toContainEqual({
      place: "a/.b/deep.gz",
      secret: "KEY",
      spelling: "raw",
    });
  });
});
