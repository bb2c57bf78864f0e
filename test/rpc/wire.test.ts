import fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe, expect, test } from "vitest";
import { UNKNOWN } from "../../core/value";
import { decodeStruct } from "../../rpc/decode";
import { encodeStruct } from "../../rpc/encode";
import { reveal, sealLike, sealNames, Secret, type WireMap, type WireValue } from "../../rpc/value";
import { secret } from "../sandbox/server/harness";

const signature = "4dabf18193072939515e22adb298388d";

const names = fc.string().filter((name) => name !== signature && name !== "__proto__");

const { value: anyValue } = fc.letrec<{ value: WireValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.string(),
    fc.double({ noNaN: true }),
    fc.constant(UNKNOWN),
    fc.array(tie("value")),
    fc.dictionary(names, tie("value")),
    tie("value").map((value) => new Secret(value)),
  ),
}));

const decoded = (properties: Parameters<typeof Struct.fromJavaScript>[0]): WireMap =>
  decodeStruct(Struct.fromJavaScript(properties));

describe("values on the wire", () => {
  test("come back as they went, whatever is in them", () => {
    fc.assert(
      fc.property(fc.dictionary(names, anyValue), (map) => {
        const bytes = encodeStruct(map).serializeBinary();
        expect(decodeStruct(Struct.deserializeBinary(bytes))).toEqual(map);
      }),
    );
  });

  test("are unknown for each of the engine's seven sentinels", () => {
    const sentinels = {
      boolean: "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
      number: "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
      string: "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
      array: "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
      asset: "030794c1-ac77-496b-92df-f27374a8bd58",
      archive: "e48ece36-62e2-4504-bad9-02848725956a",
      object: "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    };
    const values = Object.values(decoded(sentinels));
    expect(values).toEqual(Array.from({ length: 7 }, () => UNKNOWN));
  });

  test("keep a secret's mark at any depth, around an unknown too", () => {
    expect(
      decoded({ a: [{ b: secret("s") }], c: secret("dd056dcd-154b-4c76-9bd3-c8f88648b5ff") }),
    ).toEqual({
      a: [{ b: new Secret("s") }],
      c: new Secret(UNKNOWN),
    });
  });

  test.each([
    ["a known output is its value", { value: 1 }, 1],
    ["a secret output is a secret", { value: "s", secret: true }, new Secret("s")],
    ["an output without a value is unknown", { dependencies: ["urn:x"] }, UNKNOWN],
    ["a secret output without a value is an unknown secret", { secret: true }, new Secret(UNKNOWN)],
  ])("%s", (_name, output, expected) => {
    const wire = { [signature]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", ...output };
    expect(decoded({ output: wire })).toEqual({ output: expected });
  });

  test.each([
    ["a resource is its id", { urn: "urn:x", id: "prj_1" }, "prj_1"],
    ["a resource that does not exist yet is unknown", { urn: "urn:x", id: "" }, UNKNOWN],
    ["a component is its URN", { urn: "urn:x" }, "urn:x"],
  ])("%s", (_name, reference, expected) => {
    const wire = { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", ...reference };
    expect(decoded({ reference: wire })).toEqual({ reference: expected });
  });

  test("pass assets and archives through as they are", () => {
    const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17", text: "hello", hash: "h" };
    const archive = { [signature]: "0def7320c3a5731c473e5ecbe6d01bc7", assets: { a: asset } };
    expect(encodeStruct(decoded({ archive })).toJavaScript()).toEqual({ archive });
  });

  test("with a signature that nobody knows are refused", () => {
    expect(() => decoded({ odd: { [signature]: "00000000" } })).toThrow(
      "signature that is not known: 00000000",
    );
  });

  test("of a struct that is not there are none", () => {
    expect(decodeStruct(undefined)).toEqual({});
  });
});

describe("marks of secrets", () => {
  test("can be taken off and put back on any value", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(reveal(sealLike(reveal(value), value))).toEqual(reveal(value));
        const flat = reveal(value);
        expect(sealLike(flat, flat)).toEqual(flat);
      }),
    );
  });

  test("stay where they were when a value beside them changes", () => {
    const like = { list: ["open", new Secret("a")], plain: 1 };
    expect(sealLike({ list: ["new", "b"], plain: 2 }, like)).toEqual({
      list: ["new", new Secret("b")],
      plain: 2,
    });
  });

  test("cover a whole list once its length changed, since nobody can tell which item was which", () => {
    expect(sealLike(["x", "y", "z"], ["x", new Secret("y")])).toEqual(new Secret(["x", "y", "z"]));
  });

  test("cover a value that took the place of a map with a secret in it", () => {
    expect(sealLike("text", { inner: new Secret("s") })).toEqual(new Secret("text"));
  });

  test("are put on properties by name, and on a secret not twice", () => {
    const map = { result: "p", other: "o", sealed: new Secret("s") };
    expect(sealNames(map, ["result", "sealed", "absent"])).toEqual({
      result: new Secret("p"),
      other: "o",
      sealed: new Secret("s"),
    });
  });
});
