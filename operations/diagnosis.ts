/* What may leave the machine in a bundle for diagnosis: bounded, and without what could open anything. */

const hidden = "[redacted]";

/** Keys whose values are nobody's business. */
const secretKeys =
  /secret|passw|token|authorization|cookie|api[_-]?key|private[_-]?key|credential/i;

/** Texts that open something, or say who somebody is, wherever they stand. */
const secretTexts: readonly RegExp[] = [
  /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g,
  /\b(sk|pk|rk|sbp|ghp|gho|ghs|github_pat|xox[abp]|AKIA|ASIA)[_-]?[A-Za-z0-9_-]{12,}/g,
  /\bBearer\s+\S+/gi,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@]+@/gi,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  /-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g,
];

/** Characters of one text, items of one list and levels of one value that are kept. */
const limits = { text: 2_000, items: 200, depth: 8 } as const;

// Requirement: OPS-10
/** The same value without secrets and addresses of people, and not more of it than anybody reads. */
export function redacted(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactedText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= limits.depth) return "[deeper]";
  if (Array.isArray(value)) {
    const kept = value.slice(0, limits.items).map((item) => redacted(item, depth + 1));
    return value.length > limits.items ? [...kept, `[${value.length - limits.items} more]`] : kept;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      secretKeys.test(key) ? hidden : redacted(item, depth + 1),
    ]),
  );
}

function redactedText(text: string): string {
  const clean = secretTexts.reduce((left, pattern) => left.replace(pattern, hidden), text);
  return clean.length > limits.text ? `${clean.slice(0, limits.text)}…` : clean;
}
