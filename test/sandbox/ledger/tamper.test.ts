import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findByUrn, tamperWith } from "../../../sandbox/client";
import { homeFiles } from "../../../sandbox/client/home";
import { Ledger } from "../../../sandbox/ledger/ledger";

const type = "vercel:index/project:Project";
const urnOf = (name: string, stack = "dev") => `urn:pulumi:${stack}::shop::${type}::${name}`;
const digest = `digest:${"0".repeat(32)}`;

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "tamper-"));
  const ledger = Ledger.open(homeFiles(home).ledger);
  const properties = { name: "web", auth: { mode: "all", days: 1 }, token: digest };
  for (const urn of [urnOf("web"), urnOf("api"), urnOf("api", "prod")]) {
    const entry = { urn, type, id: urn, inputs: properties, outputs: properties };
    ledger.create({ ...entry, claims: [] });
  }
  ledger.close();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const change = (object: string, set: Record<string, string | boolean>, gone = false) =>
  tamperWith(home, { object, set, gone });

describe("tampering with the sandbox", () => {
  it("changes one property, at any depth, in what was asked for and in what is there", async () => {
    await change("web", { "auth.mode": "none", "new.one": true });
    const [object] = findByUrn(home, urnOf("web"));
    const wanted = {
      name: "web",
      auth: { mode: "none", days: 1 },
      new: { one: true },
      token: digest,
    };
    expect(object?.inputs).toEqual(wanted);
    expect(object?.outputs).toEqual(wanted);
  });

  it("deletes an object", async () => {
    await change(urnOf("api"), {}, true);
    expect(findByUrn(home, urnOf("api"))).toEqual([]);
    expect(findByUrn(home, urnOf("api", "prod"))).toHaveLength(1);
  });

  it.each([
    ["a name that nothing has", "wbe", {}, /nothing of this name/],
    ["a name that several have", "api", {}, /2 objects carry this name.*give the URN/],
    ["a secret, whose value the sandbox must not keep", "web", { token: "x" }, /keeps no value/],
  ])("refuses %s", async (_what, object, set, message) => {
    await expect(change(object, set)).rejects.toThrow(message);
  });
});
