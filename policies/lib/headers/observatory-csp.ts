/** A Content-Security-Policy as the Observatory reads it. */
export type ScoredPolicy =
  | { state: "missing" }
  | { state: "invalid" }
  | { state: "read"; directives: ReadonlyMap<string, readonly string[]> };

/** Directives that may stand twice; any other makes the policy invalid. */
const repeatable = ["report-uri", "report-to"];
/** The shortest text that can be a policy. */
const shortest = "img-src".length - 1;

/** Sources that let nearly everything in. */
const broad = [
  "ftp:",
  "http:",
  "https:",
  "*",
  "http://*",
  "http://*.*",
  "https://*",
  "https://*.*",
];
const broadOrInline = [...broad, "'unsafe-inline'", "data:"];
const passiveDirectives = ["img-src", "media-src"];

export function readScoredPolicy(text: string | undefined): ScoredPolicy {
  if (!text) return { state: "missing" };
  const clean = text.replaceAll(/[\r\n]/g, "").trim();
  if (clean.length < shortest) return { state: "invalid" };
  const directives = new Map<string, readonly string[]>();
  for (const entry of clean.split(";")) {
    const [name = "", ...sources] = entry.trim().toLowerCase().split(/\s+/);
    if (name === "") continue;
    if (directives.has(name) && !repeatable.includes(name)) return { state: "invalid" };
    directives.set(name, sourcesOf(name, sources));
  }
  return directives.size === 0 ? { state: "missing" } : { state: "read", directives };
}

/** The points of a policy: the first thing wrong with it decides, as in the Observatory. */
export function scorePolicy(policy: ScoredPolicy): number {
  if (policy.state !== "read") return -25;
  const facts = readFacts(policy.directives);
  return outcomes.find(({ holds }) => holds(facts))?.points ?? 5;
}

interface PolicyFacts {
  scripts: readonly string[];
  styles: readonly string[];
  objects: readonly string[];
  active: readonly string[];
  passive: readonly string[];
  defaults: readonly string[] | undefined;
  looseDynamic: boolean;
}

const outcomes: readonly { points: number; holds: (facts: PolicyFacts) => boolean }[] = [
  { points: -25, holds: ({ looseDynamic }) => looseDynamic },
  {
    points: -20,
    holds: ({ scripts, objects }) => holdsAny(scripts, broadOrInline) || holdsAny(objects, broad),
  },
  { points: -20, holds: ({ active }) => active.some(isPlain) },
  {
    points: -10,
    holds: ({ scripts, styles }) => [...scripts, ...styles].includes("'unsafe-eval'"),
  },
  { points: -10, holds: ({ passive }) => passive.some(isPlain) },
  { points: 0, holds: ({ styles }) => holdsAny(styles, broadOrInline) },
  { points: 10, holds: ({ defaults }) => defaults?.length === 1 && defaults[0] === "'none'" },
];

function readFacts(directives: ReadonlyMap<string, readonly string[]>): PolicyFacts {
  const sources = (name: string) => directives.get(name) ?? directives.get("default-src") ?? ["*"];
  const declared = withoutVoidInline(sources("script-src"));
  const guarded = declared.some(isNonceOrHash);
  const dynamic = declared.includes("'strict-dynamic'");
  const scripts = dynamic && guarded ? declared.filter(countsWithDynamic) : declared;
  // default-src is one list with what falls back to it: dropping an entry there drops it here.
  const others = [...directives].filter(
    ([name]) => name !== "script-src" && !passiveDirectives.includes(name),
  );
  return {
    scripts,
    styles: withoutVoidInline(sources("style-src")),
    objects: sources("object-src"),
    active: [...others.flatMap(([, list]) => list), ...scripts],
    passive: passiveDirectives.flatMap(
      (name) => directives.get(name) ?? directives.get("default-src") ?? [],
    ),
    defaults: directives.get("default-src"),
    looseDynamic: dynamic && !guarded,
  };
}

/** A nonce or a hash takes 'unsafe-inline' its force. */
function withoutVoidInline(sources: readonly string[]): readonly string[] {
  if (!sources.some(isNonceOrHash)) return sources;
  return sources.filter((source) => source !== "'unsafe-inline'");
}

/** Beside 'strict-dynamic' browsers ignore schemes, hosts over them and 'self'. */
function countsWithDynamic(source: string): boolean {
  return source !== "'self'" && !broad.some((start) => source.startsWith(start));
}

function sourcesOf(name: string, sources: readonly string[]): readonly string[] {
  if (sources.length === 0) return name.endsWith("-src") ? ["'none'"] : [];
  const sorted = [...new Set(sources)].sort(new Intl.Collator("en").compare);
  // What begins with its neighbour says nothing more than that one.
  return sorted.filter((source, index) => {
    const before = sorted[index - 1];
    return before === undefined || !source.startsWith(before);
  });
}

function isNonceOrHash(source: string): boolean {
  return /^'(nonce|sha256|sha384|sha512)-/.test(source);
}

function isPlain(source: string): boolean {
  return source.startsWith("http:") || source.startsWith("ftp:");
}

function holdsAny(sources: readonly string[], wanted: readonly string[]): boolean {
  return sources.some((source) => wanted.includes(source));
}
