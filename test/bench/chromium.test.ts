import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findChromium } from "../../bench/chromium.mts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "chromium-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("takes the browser that is named, else the first on the path that can be run, else none", () => {
  const file = path.join(folder, "google-chrome");
  expect(findChromium({ PATH: folder })).toBeUndefined();
  writeFileSync(file, "");
  chmodSync(file, 0o600);
  expect(findChromium({ PATH: folder })).toBeUndefined();
  chmodSync(file, 0o700);
  expect(findChromium({ PATH: `/nowhere${path.delimiter}${folder}` })).toBe(file);
  expect(findChromium({ PATH: folder, CHROMIUM_PATH: "/opt/browser" })).toBe("/opt/browser");
});
