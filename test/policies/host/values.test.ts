import * as proxies from "@pulumi/policy/proxy";
import { asset } from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { unknownSentinels } from "../../../core/signatures";
import { UNKNOWN } from "../../../core/value";
import { toPropertyMap } from "../../../policies/host/values";

const sdk = proxies as unknown as Record<string, unknown> & {
  unknownCheckingProxy: (props: object) => object;
};
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const throughProxy = (props: object) => toPropertyMap(sdk.unknownCheckingProxy(props));

describe("toPropertyMap", () => {
  it("knows exactly the sentinels that the SDK knows", () => {
    const exported = Object.keys(sdk).filter((name) => /^unknown.+Value$/.test(name));
    expect(exported).toHaveLength(7);
    expect(new Set(exported.map((name) => sdk[name]))).toEqual(unknownSentinels);
  });

  it("marks every unknown at its own place, past the proxy that throws on it", () => {
    const props = {
      name: "web",
      whole: unknownString,
      nested: { list: ["a", unknownString, { deep: unknownString }], known: 1 },
    };
    expect(() => JSON.stringify(sdk.unknownCheckingProxy(props))).toThrow("can't be known");
    expect(throughProxy(props)).toEqual({
      name: "web",
      whole: UNKNOWN,
      nested: { list: ["a", UNKNOWN, { deep: UNKNOWN }], known: 1 },
    });
  });

  it("keeps plain values as they are", () => {
    const props = { text: "", zero: 0, no: false, nothing: null, empty: [], map: {} };
    expect(throughProxy(props)).toEqual(props);
  });

  it("keeps a property that is named like a member of Object", () => {
    const props = JSON.parse('{"__proto__": {"a": 1}, "constructor": "x"}') as object;
    const map = throughProxy(props);
    expect(Object.keys(map)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(map)).toBe(Object.prototype);
  });

  it("takes a file for an empty map, whose content no rule reads", () => {
    expect(throughProxy({ archive: new asset.StringAsset("hunter2") })).toEqual({ archive: {} });
  });
});
