const mask = "[secret]";
const longest = 300;

/** Forms of credentials that nobody told us about: Supabase's keys and tokens, JWTs, passwords in URLs. */
const forms: readonly [RegExp, string][] = [
  [/\bsbp_[A-Za-z0-9_-]+/g, mask],
  [/\bsb_secret_[A-Za-z0-9_-]+/g, mask],
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*)?/g, mask],
  [/\b(Bearer)\s+\S+/gi, `$1 ${mask}`],
  [/(:\/\/[^\s/:@]*):[^\s@]+@/g, `$1:${mask}@`],
];

/** Words of an API as they may be shown: known secrets in any spelling and whatever looks like one masked, 300 characters. */
export function redact(text: string, secrets: Iterable<string>): string {
  let shown = text;
  for (const secret of secrets) {
    for (const spelling of spellings(secret)) shown = shown.replaceAll(spelling, mask);
  }
  for (const [form, masked] of forms) shown = shown.replace(form, masked);
  return shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
}

function spellings(secret: string): string[] {
  if (secret === "") return [];
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, encodeURIComponent(secret), Buffer.from(secret).toString("base64")];
}
