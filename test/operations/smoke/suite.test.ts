import { describe, expect, it } from "vitest";
import { UserError } from "../../../core/errors";
import type { Served } from "../../../operations/smoke/served";
import { readSuite } from "../../../operations/smoke/suite";

/* Requirement: REL-07 */

const served: Served = {
  domains: [{ host: "app.example.com", status: 307 }],
  services: [{ name: "orchestrator", host: "hub.fly.dev" }],
  ...{ headers: [], redirects: [], watched: [], suite: [], certificateDays: 21 },
};
const read = (text: string) => readSuite(text, "smoke.yaml", served);
const problems = (text: string) => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
    throw error;
  }
  return [];
};

describe("a smoke suite in a file", () => {
  it("is read, YAML or JSON", () => {
    const request = { host: "app.example.com", path: "/" };
    const whole = { name: "home", method: "GET", authenticated: false, status: 200, ...request };
    expect(read("home: { host: app.example.com, path: / }")).toEqual([whole]);
    expect(read(JSON.stringify({ home: request }))).toEqual([whole]);
    expect(
      read("start: { host: hub.fly.dev, path: /s, method: POST, body: { a: b }, status: 201 }"),
    ).toMatchObject([{ method: "POST", body: { a: "b" }, status: 201 }]);
  });

  it("may ask hosts of the stack alone, since it carries a credential", () => {
    expect(problems("a: { host: evil.example.com, path: /, authenticated: true }")).toEqual([
      "smoke.yaml a.host: evil.example.com is no host of the stack; expected one of app.example.com, hub.fly.dev; write requests as docs/guides/smoke.md shows them",
    ]);
  });

  it.each([
    ["a: { host: app.example.com, path: home }", "smoke.yaml a.path: "],
    ["a: { host: app.example.com, path: /, method: DELETE }", "smoke.yaml a.method: "],
    ["a: { host: app.example.com, path: /, token: x }", "smoke.yaml a: "],
    ["[]", "smoke.yaml: "],
    ["a: {", "smoke.yaml: "],
  ])("is refused: %s", (text, start) => {
    const [first = ""] = problems(text);
    expect(first.startsWith(start)).toBe(true);
    expect(first).toContain("docs/guides/smoke.md");
  });
});
