import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/* Looks for secrets in what a run leaves behind, in every spelling in which a text usually travels. */

/** One way to write a secret, and every text that shows it so. */
export type Spelling = keyof typeof spellings;

/** Encodings work on bytes in groups, so that what stands before a secret decides how it comes out. */
const alignments = [0, 1, 2];

const spellings = {
  raw: (secret: string) => [secret],
  json: (secret: string) => [inJson(secret)],
  "json in json": (secret: string) => [inJson(inJson(secret))],
  url: (secret: string) => {
    const escaped = encodeURIComponent(secret);
    return [escaped, escaped.replace(/%../g, (it) => it.toLowerCase())];
  },
  form: (secret: string) => [new URLSearchParams([["", secret]]).toString().slice(1)],
  hex: (secret: string) => {
    const digits = Buffer.from(secret).toString("hex");
    return [digits, digits.toUpperCase()];
  },
  base64: (secret: string) => alignments.map((before) => inBase64(secret, before)),
  base64url: (secret: string) =>
    alignments.map((before) => inBase64(secret, before).replaceAll("+", "-").replaceAll("/", "_")),
} satisfies Record<string, (secret: string) => string[]>;

/** Where a secret was found. Never says the secret itself: the message of a failing test is a log too. */
export interface Leak {
  place: string;
  /** Name of the secret. */
  secret: string;
  spelling: Spelling;
}

export type Secrets = Readonly<Record<string, string>>;

/** Every place that shows a secret, with how it is written there. */
export function leaksIn(places: Readonly<Record<string, string>>, secrets: Secrets): Leak[] {
  const wanted = Object.entries(secrets).flatMap(([secret, value]) =>
    (Object.keys(spellings) as Spelling[]).map((spelling) => {
      return { secret, spelling, texts: spellings[spelling](value) };
    }),
  );
  return Object.entries(places).flatMap(([place, content]) =>
    wanted
      .filter(({ texts }) => texts.some((text) => content.includes(text)))
      .map(({ secret, spelling }) => ({ place, secret, spelling })),
  );
}

/** Every file below a folder, by its path from there. Links are not followed. */
export function filesBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.map((file) => [path.relative(folder, file), readFileSync(file, "utf8")]),
  );
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** The characters that the secret alone decides, when so many bytes stand before it and any number after it. */
function inBase64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.toString("base64").replace(/=+$/, "");
  const bits = bytes.length * 8;
  return whole.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6));
}
