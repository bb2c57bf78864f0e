import { describe, expect, it } from "vitest";
import { type GateInputs, differences, digestOf, sha256, shortDigest } from "../../gate/digest";

const inputs: GateInputs = {
  files: { "index.ts": "a", "Pulumi.prod.yaml": "b", "package-lock.json": "c" },
  pack: { "bin/index.js": "d" },
  versions: { engine: "3.259.0", groundwork: "0.1.0", "groundwork-all": "0.1.0" },
  settings: "e",
  target: "sandbox",
  state: "f",
};

const changes: [name: string, change: Partial<GateInputs>, said: string[]][] = [
  ["a file", { files: { ...inputs.files, "index.ts": "x" } }, ["index.ts changed"]],
  ["a new file", { files: { ...inputs.files, "core/a.ts": "x" } }, ["core/a.ts is new"]],
  [
    "a file that is gone",
    { files: { "index.ts": "a", "Pulumi.prod.yaml": "b" } },
    ["package-lock.json is gone"],
  ],
  ["the pack", { pack: { "bin/index.js": "x" } }, ["bin/index.js of the policy pack changed"]],
  [
    "the engine",
    { versions: { ...inputs.versions, engine: "3.260.0" } },
    ["engine 3.259.0 → 3.260.0"],
  ],
  [
    "a pack that is gone",
    { versions: { engine: "3.259.0", groundwork: "0.1.0" } },
    ["groundwork-all 0.1.0 → none"],
  ],
  ["the pack's settings", { settings: "x" }, ["the settings given to the policy pack changed"]],
  ["the backend", { target: "s3://state" }, ["the state is at s3://state, not at sandbox"]],
  ["the state", { state: "x" }, ["the deployed state changed"]],
  [
    "several at once",
    { state: "x", files: { ...inputs.files, "b.ts": "x", "Pulumi.prod.yaml": "y" } },
    ["Pulumi.prod.yaml changed", "b.ts is new", "the deployed state changed"],
  ],
];

describe("differences", () => {
  it("are none between equal inputs", () => {
    expect(differences(inputs, structuredClone(inputs))).toEqual([]);
  });

  it.each(changes)("name %s", (_name, change, said) => {
    expect(differences(inputs, { ...inputs, ...change })).toEqual(said);
    expect(digestOf({ ...inputs, ...change })).not.toBe(digestOf(inputs));
  });
});

describe("digestOf", () => {
  it("does not depend on the order of keys at any depth", () => {
    expect(digestOf({ a: { x: 1, y: [{ p: 1, q: 2 }] }, b: 2 })).toBe(
      digestOf({ b: 2, a: { y: [{ q: 2, p: 1 }], x: 1 } }),
    );
  });

  it("depends on the order of lists, and on the kind of every value", () => {
    expect(digestOf([1, 2])).not.toBe(digestOf([2, 1]));
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: "1" }));
    expect(digestOf({ a: null })).not.toBe(digestOf({}));
  });
});

describe("sha256 and shortDigest", () => {
  it("are the standard's and its first twelve digits", () => {
    const empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    expect(sha256("")).toBe(empty);
    expect(shortDigest(empty)).toBe("e3b0c44298fc");
  });
});
