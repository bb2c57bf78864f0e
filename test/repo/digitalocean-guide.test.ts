import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderAppHeaders } from "../../render/hosts/app-headers";
import type { SiteHeaders, SiteSpec } from "../../render/hosts/site";

const guide = readFileSync("docs/guides/hosts/digitalocean.md", "utf8");
const [, code = ""] = /```js\n([\s\S]*?)```/.exec(guide) ?? [];

const rule = (over: Partial<SiteHeaders>): SiteHeaders => ({
  role: "headers",
  syntax: "regex",
  source: "/(.*)",
  has: [],
  missing: [],
  set: {},
  remove: [],
  ...over,
});
const headers = [
  rule({
    set: { "X-Frame-Options": "DENY", "Cache-Control": "no-store" },
    remove: ["X-Powered-By"],
  }),
  rule({ syntax: "path-to-regexp", source: "/assets/:file*", set: { "Cache-Control": "public" } }),
  rule({ source: "/only", has: [{ type: "host", value: "a.example" }], set: { "X-A": "1" } }),
];

type SetHeaders = (pathname: string, response: object) => void;
let folder: string;
let setHeaders: SetHeaders;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "groundwork-"));
  const { file, text } = renderAppHeaders({ headers } as SiteSpec, "prod");
  writeFileSync(path.join(folder, file), text);
  const own = code.replace('"headers.json"', JSON.stringify(path.join(folder, "headers.json")));
  writeFileSync(path.join(folder, "server.cjs"), own);
  const load = createRequire(__filename);
  ({ setHeaders } = load(path.join(folder, "server.cjs")) as { setHeaders: SetHeaders });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function answered(pathname: string): Record<string, string> {
  const sent = new Map([["X-Powered-By", "Express"]]);
  setHeaders(pathname, {
    setHeader: (name: string, value: string) => sent.set(name, value),
    removeHeader: (name: string) => sent.delete(name),
  });
  return Object.fromEntries(sent);
}

// Requirement: HOST-16
describe("the server that the guide to DigitalOcean shows", () => {
  it("sends what headers.json says, a later rule over an earlier one", () => {
    expect(answered("/")).toEqual({ "X-Frame-Options": "DENY", "Cache-Control": "no-store" });
    expect(answered("/assets/a/b.js")).toEqual({
      "X-Frame-Options": "DENY",
      "Cache-Control": "public",
    });
  });

  it("leaves rules with conditions to the app", () => {
    expect(answered("/only")).not.toHaveProperty("X-A");
  });
});
