import { describe, expect, it } from "vitest";
import { readStackFile } from "../../config/stack-file";

/** What `pulumi config --json` of the engine 3.259.0 gave for each scalar, inside an object. */
const scalars: [yaml: string, json: string][] = [
  ["2026-12-01", '"2026-12-01 00:00:00 +0000 UTC"'],
  ['"2026-12-01"', '"2026-12-01"'],
  ["2026-1-2", '"2026-01-02 00:00:00 +0000 UTC"'],
  ["2026-12-01T10:00:00Z", '"2026-12-01 10:00:00 +0000 UTC"'],
  ["2026-12-01T10:00:00.250+02:00", '"2026-12-01 10:00:00.25 +0200 +0200"'],
  ["2026-12-01 10:00:00", '"2026-12-01 10:00:00 +0000 UTC"'],
  ["2026-13-01", '"2026-13-01"'],
  ["2026-02-30", '"2026-02-30"'],
  ["10.10", "10.1"],
  ["1234567e10", "12345670000000000"],
  ["12345678901234567890", "12345678901234567000"],
  ["1_000", "1000"],
  ["010", "8"],
  ["08", "8"],
  ["0o10", "8"],
  ["0x10", "16"],
  ["0b11", "3"],
  ["-0", "0"],
  ["+5", "5"],
  [".5", "0.5"],
  ["1e3", "1000"],
  ["1.2.3", '"1.2.3"'],
  ["1:30", '"1:30"'],
  ["yes", '"yes"'],
  ["on", '"on"'],
  ["True", "true"],
  ["FALSE", "false"],
  ["~", "null"],
  ["", "null"],
  ["!!str 123", '"123"'],
  ["'010'", '"010"'],
];

function read(yaml: string): Record<string, string> {
  return readStackFile(yaml, "Pulumi.dev.yaml", "groundwork").config;
}

describe("stack files read as the engine reads them", () => {
  it.each(scalars)("takes %s inside an object as %s", (yaml, json) => {
    expect(read(`config:\n  a:b:\n    key: ${yaml}\n`)["a:b"]).toBe(`{"key":${json}}`);
  });

  it.each([
    ["10.10", "10.1"],
    ["2026-12-01", "2026-12-01 00:00:00 +0000 UTC"],
    ["42", "42"],
    ["true", "true"],
    ["1_000", "1000"],
    ["hi", "hi"],
    ["[1, 2]", "[1,2]"],
    ["", ""],
    ["|\n    hello", "hello\n"],
  ])("hands the value %j over as the text %j", (yaml, text) => {
    expect(read(`config:\n  a:b: ${yaml}\n`)["a:b"]).toBe(text);
  });

  it("sorts the keys of objects, as the engine's encoder does", () => {
    expect(read("config:\n  a:b: {z: 1, B: 2, a: 3}\n")["a:b"]).toBe('{"B":2,"a":3,"z":1}');
  });

  it("follows anchors and merge keys, own keys first", () => {
    const yaml = "config:\n  a:x: &x {k: 1, z: 1}\n  a:y: *x\n  a:m:\n    <<: *x\n    z: 2\n";
    expect(read(yaml)).toEqual({
      "a:x": '{"k":1,"z":1}',
      "a:y": '{"k":1,"z":1}',
      "a:m": '{"k":1,"z":2}',
    });
  });

  it("puts the project in front of keys without namespace and shortens the old spelling", () => {
    expect(Object.keys(read("config:\n  bare: 1\n  a:config:old: 2\n"))).toEqual([
      "a:old",
      "groundwork:bare",
    ]);
  });

  it("writes keys that are numbers, words or dates as the engine does", () => {
    expect(read("config:\n  a:b: {1: a, true: b, 2026-12-01: c, 1.50: d}\n")["a:b"]).toBe(
      '{"1":"a","1.5":"d","2026-12-01 00:00:00 +0000 UTC":"c","true":"b"}',
    );
  });
});
