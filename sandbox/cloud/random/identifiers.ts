import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { type Value } from "../../../core/value";
import { list, text } from "../account";
import { type CloudResource } from "../resource";
import { shuffled, whole } from "./characters";

const words = ["brave", "calm", "keen", "bold", "swift", "wise", "kind", "proud"];
const animals = ["otter", "heron", "lynx", "robin", "whale", "finch", "moose", "gecko"];

export const id: CloudResource = {
  type: "random:index/randomId:RandomId",
  stateOnly: true,
  computed: ["b64Std", "b64Url", "dec", "hex"],
  create: ({ inputs }) => {
    const bytes = randomBytes(whole(inputs["byteLength"], 8));
    const prefix = text(inputs["prefix"], "");
    const hex = bytes.toString("hex");
    const outputs = {
      b64Std: prefix + bytes.toString("base64"),
      b64Url: prefix + bytes.toString("base64url"),
      dec: prefix + BigInt(`0x${hex || "0"}`).toString(10),
      hex: prefix + hex,
    };
    return { id: bytes.toString("base64url"), outputs };
  },
};

export const bytes: CloudResource = {
  type: "random:index/randomBytes:RandomBytes",
  stateOnly: true,
  computed: ["base64", "hex"],
  create: ({ inputs }) => {
    const made = randomBytes(whole(inputs["length"], 1));
    return {
      id: "none",
      outputs: { base64: made.toString("base64"), hex: made.toString("hex") },
    };
  },
};

export const integer: CloudResource = {
  type: "random:index/randomInteger:RandomInteger",
  stateOnly: true,
  computed: ["result"],
  create: ({ inputs }) => {
    const result = randomInt(whole(inputs["min"], 0), whole(inputs["max"], 0) + 1);
    return { id: String(result), outputs: { result } };
  },
};

export const pet: CloudResource = {
  type: "random:index/randomPet:RandomPet",
  stateOnly: true,
  derive: ({ inputs }) => ({ length: 2, separator: "-", ...inputs }),
  create: ({ inputs }) => {
    const length = whole(inputs["length"], 2);
    const name = Array.from({ length }, (_, at) => one(at === length - 1 ? animals : words));
    const parts = [...prefix(inputs["prefix"]), ...name];
    return { id: parts.join(text(inputs["separator"], "-")) };
  },
};

export const shuffle: CloudResource = {
  type: "random:index/randomShuffle:RandomShuffle",
  stateOnly: true,
  computed: ["results"],
  create: ({ inputs }) => {
    const given = list(inputs["inputs"]);
    const count = whole(inputs["resultCount"], given.length);
    const results = given.length === 0 ? [] : Array.from({ length: count }, rounds(given));
    return { id: "-", outputs: { results } };
  },
};

export const uuids: readonly CloudResource[] = ["RandomUuid", "RandomUuid4"].map((kind) => ({
  type: `random:index/${kind.replace("R", "r")}:${kind}`,
  stateOnly: true,
  computed: ["result"],
  create: () => {
    const result = randomUUID();
    return { id: result, outputs: { result } };
  },
}));

/** Items in a new order, and again in another one when more are wanted than there are. */
function rounds(given: readonly Value[]): () => Value {
  let left: Value[] = [];
  return () => {
    if (left.length === 0) left = shuffled(given);
    return left.pop() ?? null;
  };
}

const one = (from: readonly string[]): string => from[randomInt(from.length)] ?? "";

const prefix = (value: Value | undefined): string[] => (typeof value === "string" ? [value] : []);
