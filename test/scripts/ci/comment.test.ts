import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { commentMarker, commentText, writeComment } from "../../../scripts/ci/comment";
import { gh } from "../../../scripts/ci/gh";
import { bot, fakeGh, person } from "./fake-gh";

const url = "https://github.com/velocity/velocity-platform/actions/runs/1";
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "comment-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function preview(name: string, summary?: string): void {
  mkdirSync(path.join(folder, name));
  if (summary !== undefined) writeFileSync(path.join(folder, name, "summary.md"), summary);
}

describe("the text of the comment", () => {
  it("has every preview, the real ones first, and says of one that it left nothing", () => {
    preview("preview-sandbox-prod", "prod text\n");
    preview("preview-sandbox-dev");
    preview("preview-live-dev", "live text\n");
    preview("another artifact", "no");
    expect(commentText(folder, url)).toBe(
      `${commentMarker}

## dev, against the real stack

live text

## dev, from nothing, on the runner's sandbox

❌ left no report

## prod, from nothing, on the runner's sandbox

prod text

[All of it](${url})`,
    );
  });

  it("stays below what GitHub takes, by leaving a long preview out, whatever alphabet it is in", () => {
    preview("preview-live-dev", "é".repeat(29_000));
    preview("preview-sandbox-dev", "é".repeat(29_000));
    const text = commentText(folder, url);
    expect(Buffer.byteLength(text)).toBeLessThan(60_000);
    expect(text.match(/Too long for a comment/g)).toHaveLength(1);
    expect(text).toContain("## dev, from nothing");
  });

  it("says that there is nothing, where there is nothing", () => {
    expect(commentText(path.join(folder, "absent"), url)).toContain("No preview left a report");
  });
});

describe("the comment", () => {
  const all = "repos/{owner}/{repo}/issues/7/comments";

  it("is written once, and then kept up to date", () => {
    const first = fakeGh([{ id: 1, body: "a person's", user: person }]);
    expect(writeComment(first, "7", "text")).toBe("wrote");
    expect(first.calls).toEqual([{ method: "POST", path: all, body: { body: "text" } }]);
    const then = fakeGh([
      { id: 2, body: `${commentMarker} quoted`, user: person },
      { id: 3, body: `${commentMarker}\nold`, user: bot },
    ]);
    expect(writeComment(then, "7", "text")).toBe("updated");
    expect(then.calls).toEqual([
      { method: "PATCH", path: "repos/{owner}/{repo}/issues/comments/3", body: { body: "text" } },
    ]);
  });

  it("goes to a pull request and nowhere else", () => {
    expect(() => writeComment(fakeGh([]), "7/../8", "text")).toThrow();
  });
});

describe("GitHub's command line", () => {
  function script(text: string): string {
    const file = path.join(folder, "gh");
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  it("gets the body on its standard input, and every page is asked for", () => {
    const seen = path.join(folder, "seen");
    const command = script(`printf '%s\\n' "$@" > '${seen}'; cat >> '${seen}'; echo '[[1],[2]]'`);
    gh(command).api("POST", "some/path", { body: "--field x=@/etc/passwd" });
    expect(readFileSync(seen, "utf8")).toBe(
      'api\n--method\nPOST\nsome/path\n--input\n-\n{"body":"--field x=@/etc/passwd"}',
    );
    expect(gh(command).api("GET", "some/path")).toEqual([1, 2]);
    expect(readFileSync(seen, "utf8")).toContain("--paginate\n--slurp\n");
  });

  it("says what went wrong in its own words", () => {
    expect(() => gh(script("echo 'HTTP 403' >&2; exit 1")).api("GET", "x")).toThrow(
      "gh api GET x: HTTP 403",
    );
    expect(() => gh(path.join(folder, "absent")).api("GET", "x")).toThrow("gh cannot be started");
  });
});
