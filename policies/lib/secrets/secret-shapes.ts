/** Tokens that say by their form what they are, as their makers document them. */
const shapes: readonly { kind: string; form: RegExp }[] = [
  { kind: "private key", form: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { kind: "AWS access key id", form: /\b(?:AKIA|ASIA)(?![0-9A-Z]*EXAMPLE)[0-9A-Z]{16}\b/ },
  { kind: "GitHub token", form: /\b(?:gh[oprsu]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{36,})/ },
  { kind: "Slack token", form: /\bxox[abeoprs]-[A-Za-z0-9-]{20,}/ },
  {
    kind: "Slack webhook",
    form: /hooks\.slack\.com\/services\/T[A-Z0-9]+\/B[A-Z0-9]+\/[A-Za-z0-9]{16,}/,
  },
  { kind: "Stripe key", form: /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/ },
  { kind: "Anthropic key", form: /\bsk-ant-[A-Za-z0-9_-]{20,}/ },
  { kind: "OpenAI key", form: /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,}/ },
  { kind: "Resend key", form: /\bre_[A-Za-z0-9]{6,}_[A-Za-z0-9]{16,}/ },
  { kind: "Supabase token", form: /\b(?:sbp_[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{20,})/ },
  { kind: "Fly token", form: /\b(?:fo1_[A-Za-z0-9_-]{30,}|fm[12]_[A-Za-z0-9+/=_-]{40,})/ },
  { kind: "SendGrid key", form: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/ },
  { kind: "npm token", form: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { kind: "GitLab token", form: /\bglpat-[A-Za-z0-9_-]{20,}/ },
];

/** What kind of secret a text holds; undefined where nothing in it has the form of one. Never the text itself. */
export function secretShape(text: string): string | undefined {
  return shapes.find(({ form }) => form.test(text))?.kind ?? tokenKind(text) ?? addressKind(text);
}

/** A signed token: Supabase's key for everyone names its role and is no secret. */
function tokenKind(text: string): string | undefined {
  const payload = /\beyJ[A-Za-z0-9_-]{8,}\.(eyJ[A-Za-z0-9_-]{8,})\.[A-Za-z0-9_-]{8,}/.exec(
    text,
  )?.[1];
  if (payload === undefined) return undefined;
  const role = /"role"\s*:\s*"(\w+)"/.exec(decode(payload))?.[1];
  if (role === "anon") return undefined;
  return role === "service_role" ? "Supabase service role key" : "signed token";
}

function decode(payload: string): string {
  return Buffer.from(payload, "base64url").toString("utf8");
}

/** An address with a password in it; placeholders such as `***` and `$PASSWORD` are none. */
function addressKind(text: string): string | undefined {
  const password = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i.exec(text)?.[1];
  const isPlaceholder =
    password === undefined || /^(?:\*+|x+|\$.*|<.*>|\{.*\}|\[.*\])$/i.test(password);
  return isPlaceholder ? undefined : "address with a password";
}

/** Words of names behind which a secret stands. */
const secretNames =
  /(?:password|passwd|passphrase|secret|token|api_?key|private_?key|signing_?key|credentials?)$/i;
/** Endings of names that only point at a secret, or tell something about it. */
const pointers =
  /(?:arn|id|ids|name|names|path|url|uri|ref|hash|digest|sha|fingerprint|length|days|version|type|policy|characters)$/i;

/** Bits per character, by how often each comes up (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const total = [...text].length;
  return [...counts.values()].reduce((sum, n) => sum - (n / total) * Math.log2(n / total), 0);
}

/** Whether a name such as `DATABASE_PASSWORD` says that a secret stands behind it, and not the name or place of one. */
export function isSecretName(name: string): boolean {
  const bare = name.replace(/[^A-Za-z_]/g, "");
  return secretNames.test(bare) && !pointers.test(bare);
}

/** Whether a text under a name such as `password` is the secret itself, and not the name or place of one. */
export function isSecretUnder(name: string, text: string): boolean {
  if (!isSecretName(name)) return false;
  return text.length >= 12 && !/\s/.test(text) && !isReference(text) && entropyOf(text) >= 3;
}

/** Names of variables, ARNs, URNs, addresses, paths and words joined by hyphens. */
function isReference(text: string): boolean {
  return /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|arn:.*|urn:.*|[a-z+]+:\/\/.*|\/.*|\$.*|[a-z]+(?:[-_.][a-z]+)+)$/.test(
    text,
  );
}

/** Names behind which random-looking text is public: digests, keys for everyone, code. */
const publicNames =
  /(?:hash|digest|sha\d*|checksum|integrity|etag|fingerprint|thumbprint|public_?key|certificate|cert|body|script|code|content|signature|image|version|commit)$/i;

/**
 * Whether a text looks random enough to be nothing but a secret, whatever its name: one piece of letters in both cases
 * and digits. Digests in hexadecimal, ids and joined words are none.
 */
export function isRandomText(name: string, text: string): boolean {
  if (publicNames.test(name) || !/^[A-Za-z0-9+/_=-]{32,128}$/.test(text)) return false;
  if (/^(?:sha\d+-|ssh-|AAAA)/.test(text) || /[-_/]/.test(text)) return false;
  const mixed = [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text));
  return mixed && entropyOf(text) >= 4.2;
}
