import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signatureKey, signatures, unknownSentinel } from "../../core/signatures";
import { UNKNOWN, type PropertyMap, type Value } from "../../core/value";
import { readWire, writeWire } from "../../offline/values";

const secret = (value: unknown) => ({ [signatureKey]: signatures.secret, value });

describe("values read from the wire", () => {
  it("are unknown where the sentinel stands, at any depth", () => {
    const { values } = readWire({ a: unknownSentinel, b: [1, { c: unknownSentinel }] });
    expect(values).toEqual({ a: UNKNOWN, b: [1, { c: UNKNOWN }] });
  });

  it("are unknown where a text holds the sentinel or a stand-in, not only where it is one", () => {
    const wire = { a: `x-${unknownSentinel}`, b: "Bearer <sealed>", c: "sealed" };
    expect(readWire(wire, ["<sealed>"]).values).toEqual({ a: UNKNOWN, b: UNKNOWN, c: "sealed" });
  });

  it("are unwrapped where they are secret, and their paths kept once each", () => {
    const wire = {
      password: secret("p"),
      list: [{ value: secret("v") }, "plain"],
      "a.b": { 'with"quote': secret(1) },
      whole: secret({ inner: secret("i") }),
    };
    expect(readWire(wire)).toEqual({
      values: {
        password: "p",
        list: [{ value: "v" }, "plain"],
        "a.b": { 'with"quote': 1 },
        whole: { inner: "i" },
      },
      secrets: ["password", "list[0].value", '["a.b"]["with\\"quote"]', "whole"],
    });
  });

  it("keep what else is special as it came, such as a reference to a resource", () => {
    const reference = { [signatureKey]: "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x", id: "" };
    expect(readWire({ reference })).toEqual({ values: { reference }, secrets: [] });
  });

  it("refuse what is no property value, naming the path", () => {
    expect(() => readWire({ a: { b: () => 1 } })).toThrow("a.b: no property value: function");
  });

  it("keep a property called __proto__ a property", () => {
    const { values } = readWire(JSON.parse('{"__proto__": {"x": 1}}') as PropertyMap);
    expect(Object.keys(values)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });
});

describe("values written for a dump", () => {
  it("show a secret as the engine's signature object, whatever it holds", () => {
    const masked = { [signatureKey]: signatures.secret, ciphertext: "[secret]" };
    const values: PropertyMap = { a: "clear", b: [{ c: { d: "clear" } }], e: UNKNOWN };
    expect(writeWire(values, ["a", "b[0].c", "e"])).toEqual({
      a: masked,
      b: [{ c: masked }],
      e: masked,
    });
  });

  it("show an unknown as the engine's sentinel", () => {
    expect(writeWire({ a: [UNKNOWN] }, [])).toEqual({ a: [unknownSentinel] });
  });

  it("never show any text of a secret, wherever secrets stand", () => {
    fc.assert(
      fc.property(wireWithSecrets, (wire) => {
        const { values, secrets } = readWire(wire);
        expect(JSON.stringify(writeWire(values, secrets))).not.toContain("SECRET");
      }),
    );
  });

  it("are what came over the wire when nothing is secret", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), plain), (wire) => {
        const { values, secrets } = readWire(wire);
        expect(secrets).toEqual([]);
        expect(writeWire(values, secrets)).toEqual(wire);
      }),
    );
  });
});

const { plain } = fc.letrec<{ plain: Value; leaf: Value }>((tie) => ({
  leaf: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.constant(unknownSentinel),
  ),
  plain: fc.oneof(
    { maxDepth: 3 },
    tie("leaf"),
    fc.array(tie("plain"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("plain"), { maxKeys: 3 }),
  ),
}));

/** Any tree in which every text `SECRET` stands inside a secret. */
const { node } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    plain,
    fc.constantFrom("SECRET", ["SECRET"], { a: "SECRET" }, { a: [secret("SECRET")] }).map(secret),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("node"), { maxKeys: 3 }),
  ),
}));
const wireWithSecrets = fc.dictionary(fc.string(), node);
