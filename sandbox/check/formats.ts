import { isIP } from "node:net";
import { parseJson } from "../../core/json";
import { isPropertyMap, type Value } from "../../core/value";
import { type FormatName } from "../contract/rules";

/** What a string must be, in words, and the test. Reasons never repeat the text. */
interface Format {
  wanted: string;
  fits: (text: string) => boolean;
}

export const formats: Readonly<Record<FormatName, Format>> = {
  json: { wanted: "a JSON document", fits: (text) => parseJson(text) !== undefined },
  "go-duration": {
    wanted: "a duration such as 15m or 1h30m",
    fits: (text) => /^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text),
  },
  decimal: {
    wanted: "a decimal number as a string, such as 120.0",
    fits: (text) => /^\d+(\.\d+)?$/.test(text),
  },
  "public-cidr": {
    wanted: "a CIDR block outside the private ranges, such as 203.0.113.7/32",
    fits: isPublicCidr,
  },
  "public-jwks": {
    wanted: "a JSON Web Key Set without private keys",
    fits: (text) => isPublicJwks(parseJson(text)),
  },
};

function isPublicCidr(text: string): boolean {
  const [address = "", bits = "", ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
  if (Number(bits) > (family === 4 ? 32 : 128)) return false;
  return !privateRanges.some((range) => range.test(address.toLowerCase()));
}

/** 10/8, 172.16/12, 192.168/16 and fc00::/7. */
const privateRanges = [/^10\./, /^172\.(1[6-9]|2\d|3[01])\./, /^192\.168\./, /^f[cd][0-9a-f]{2}:/];

/** Members of a key that only its owner may know: RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1. */
const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

function isPublicJwks(document: Value | undefined): boolean {
  const keys = isPropertyMap(document) ? document.keys : undefined;
  if (!Array.isArray(keys)) return false;
  return keys.every(
    (key: Value) => isPropertyMap(key) && !privateMembers.some((name) => name in key),
  );
}
