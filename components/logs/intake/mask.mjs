import { isIP } from "node:net";

export const masked = "[masked]";

/** The value with every secret masked and every IP address shortened, however deep. */
export function mask(value, key = "") {
  if (typeof value === "string") return namesSecret(key) ? masked : maskText(value);
  if (Array.isArray(value)) return value.map((item) => mask(item, key));
  if (typeof value !== "object" || value === null) return namesSecret(key) ? masked : value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mask(item, name)]));
}

const secretWords = new Set([
  ...["password", "passwd", "pwd", "secret", "token", "authorization", "cookie", "jwt"],
  ...["apikey", "credential", "credentials"],
]);
const secretPairs = new Set(["api key", "private key", "access key", "service key", "role key"]);

/** Judged by the end of a name: `accessToken` is one, `tokenCount` is not. */
function namesSecret(key) {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return secretWords.has(words.at(-1)) || secretPairs.has(words.slice(-2).join(" "));
}

const keyNames = "password|passwd|pwd|secret|token|api[-_]?key|access[-_]?key|credential";

/** What is a secret by its look, and what is left of it. Repeats are bounded: what is read here comes from anywhere. */
const secretLooks = [
  [/\beyJ[\w-]{8,2048}\.[\w-]{8,2048}\.[\w-]*/g, masked],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${masked}`],
  [/\b(?:sk|pk|rk|re|sbp|sb_secret|ghp|gho|ghs|github_pat|xox[abpr])[-_][\w-]{10,}/g, masked],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, masked],
  [/(\w:\/\/[^\s:/@]*):[^\s@/]+@/g, `$1:${masked}@`],
  [
    new RegExp(`(["']?\\b[\\w-]{0,64}(?:${keyNames})["']?\\s*[=:]\\s*["']?)[^\\s"'&,;}]+`, "gi"),
    `$1${masked}`,
  ],
];

const ipv4Looks = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\.?\d)/g;
const ipv6Looks = /(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:]|\.\d)/gi;

function maskText(text) {
  const hidden = secretLooks.reduce((rest, [look, left]) => rest.replace(look, left), text);
  return hidden.replace(ipv4Looks, shortenIp).replace(ipv6Looks, shortenIp);
}

/** Keeps the network and drops the host: 203.0.113.7 is 203.0.113.0, and 2001:db8:1:2::7 is 2001:db8:1::. */
export function shortenIp(address) {
  const version = isIP(address);
  if (version === 4) return address.replace(/\d+$/, "0");
  if (version !== 6) return address;
  const [head = ""] = address.split("::");
  return `${head.split(":").filter(Boolean).slice(0, 3).join(":")}::`;
}
