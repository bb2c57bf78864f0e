import fc from "fast-check";
import { mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { Digester, isDigest, readKey } from "../../../sandbox/ledger/digest";
import { fromStored, toStored } from "../../../sandbox/server/stored";
import { Secret, type WireMap } from "../../../rpc/value";

const digester = new Digester(Buffer.alloc(32, 1));

function keyFile(): string {
  return join(mkdtempSync(join(tmpdir(), "groundwork-key-")), "key");
}

describe("the key of a cloud", () => {
  test("is made once, is 32 bytes, and belongs to its owner", () => {
    const file = keyFile();
    const key = readKey(file);
    expect(readKey(file)).toEqual(key);
    expect([key.length, statSync(file).mode & 0o777]).toEqual([32, 0o600]);
    expect(readKey(keyFile())).not.toEqual(key);
  });

  test("that is too short is refused", () => {
    const file = keyFile();
    writeFileSync(file, "abcd\n");
    expect(() => readKey(file)).toThrow("does not hold a key of 32 bytes");
    expect(readFileSync(file, "utf8")).toBe("abcd\n");
  });
});

describe("a digest", () => {
  test("is the same for the same value, whatever the order of its names", () => {
    const one = digester.digest({ a: 1, b: { c: [2], d: null } });
    expect(digester.digest({ b: { d: null, c: [2] }, a: 1 })).toBe(one);
    expect(one).toMatch(/^digest:[0-9a-f]{32}$/);
  });

  test("differs for another value, another type and another key", () => {
    const others = [
      digester.digest("2"),
      digester.digest(1),
      new Digester(Buffer.alloc(32, 2)).digest("1"),
    ];
    expect(others).not.toContain(digester.digest("1"));
    expect(new Set(others).size).toBe(3);
  });

  test.each(["digest:", "digest:xyz", `x digest:${"0".repeat(32)}`, 1, null])(
    "is not %o",
    (value) => {
      expect(isDigest(value)).toBe(false);
    },
  );
});

const secretText = fc.string({ minLength: 6 }).map((text) => `~${text}~`);

const properties = fc.dictionary(
  fc.string().filter((name) => name !== "__proto__" && !name.includes("~")),
  fc.oneof(
    fc.integer(),
    fc.constant(null),
    fc.array(
      fc.oneof(
        fc.integer(),
        secretText.map((text) => new Secret(text)),
      ),
      { maxLength: 4 },
    ),
    secretText.map((text) => new Secret({ inner: [text] })),
    fc.record({ open: fc.integer(), closed: secretText.map((text) => new Secret(text)) }),
  ),
);

describe("stored properties", () => {
  test("hold no secret, and become what they were with the engine's own state", () => {
    fc.assert(
      fc.property(properties, (map) => {
        const stored = toStored(map, digester);
        expect(JSON.stringify(stored)).not.toContain("~");
        expect(
          fromStored(JSON.parse(JSON.stringify(stored)) as typeof stored, map as WireMap),
        ).toEqual(map);
      }),
    );
  });

  test("leave secrets out when there is no state to take them from", () => {
    const map = {
      open: 1,
      closed: new Secret("s"),
      nested: { kept: [1], closed: new Secret("s") },
    };
    expect(fromStored(toStored(map, digester), {})).toEqual({ open: 1, nested: { kept: [1] } });
  });

  test("stay secret where the state says so, with the cloud's own value", () => {
    const stored = toStored({ name: "new" }, digester);
    expect(fromStored(stored, { name: new Secret("old") })).toEqual({ name: new Secret("new") });
  });

  test.each([UNKNOWN, new Secret(UNKNOWN), [UNKNOWN]])("cannot hold what is not known", (value) => {
    expect(() => toStored({ value } as WireMap, digester)).toThrow("not known cannot be recorded");
  });
});
