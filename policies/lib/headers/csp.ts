import { CspEvaluator, DEFAULT_CHECKS } from "csp_evaluator";
import { Version } from "csp_evaluator/dist/csp";
import { Severity, Type } from "csp_evaluator/dist/finding";
import { CspParser } from "csp_evaluator/dist/parser";
import { cspDirectives } from "../../../catalogue/headers";

/** One thing that takes a policy's protection away, and the directive in which it stands. */
export interface CspWeakness {
  directive: string;
  /** What stands there, or `null` when something is missing. */
  found: string | null;
  wanted: string;
}

type Directives = Readonly<Record<string, readonly string[] | undefined>>;

const unsafeKeywords = ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'"];

/** Directives that decide which scripts and styles run; the others fall back to `default-src`. */
const codeDirectives = [
  "default-src",
  "script-src",
  "script-src-elem",
  "script-src-attr",
  "style-src",
  "style-src-elem",
  "style-src-attr",
];

export function parseCsp(policy: string): Directives {
  return new CspParser(policy).csp.directives;
}

/**
 * What is unsafe in a policy, one row for each directive, sorted: what csp_evaluator holds for a sure bypass or a slip
 * of the pen, unsafe keywords that still count beside nonces and hashes, sources over plain HTTP, and, in a fixed
 * header, nonces: they are the same in every response. An app that sends the policy can make them anew each time.
 */
export function cspWeaknesses(policy: string, { perResponse = false } = {}): CspWeakness[] {
  const evaluator = new CspEvaluator(new CspParser(policy).csp, Version.CSP3);
  const findings = evaluator.evaluate([], DEFAULT_CHECKS).filter(isSevere);
  const effective = evaluator.csp.getEffectiveCsp(Version.CSP3).directives;
  const missing = findings.filter(({ type }) => type === Type.MISSING_DIRECTIVES);
  const standing = findings
    .filter(({ type }) => type !== Type.MISSING_DIRECTIVES)
    .map(({ directive, value = directive }) => ({ directive, value }));
  const rows = groupByDirective([...standing, ...unsafeSources(effective, perResponse)]);
  return [...rows, ...missing.map(({ directive }) => absent(directive))].sort(byDirective);
}

const sureTypes = new Set([Type.SRC_HTTP, Type.SCRIPT_UNSAFE_EVAL]);

function isSevere({
  severity,
  type,
  directive,
}: {
  severity: Severity;
  type: Type;
  directive: string;
}) {
  // The evaluator's list of directives is older than CSP Level 3 as it stands.
  if (type === Type.UNKNOWN_DIRECTIVE)
    return !(cspDirectives as readonly string[]).includes(directive);
  return severity === Severity.HIGH || severity === Severity.SYNTAX || sureTypes.has(type);
}

function unsafeSources(
  directives: Directives,
  perResponse: boolean,
): { directive: string; value: string }[] {
  return codeDirectives.flatMap((directive) => {
    const sources = directives[directive] ?? [];
    return sources
      .filter((source) => isUnsafe(source, sources, perResponse))
      .map((value) => ({ directive, value }));
  });
}

function isUnsafe(source: string, beside: readonly string[], perResponse: boolean): boolean {
  // Browsers ignore it beside a hash; the evaluator drops it for scripts only.
  if (source === "'unsafe-inline'" && beside.some((one) => /^'sha\d/.test(one))) return false;
  return unsafeKeywords.includes(source) || (!perResponse && source.startsWith("'nonce-"));
}

function groupByDirective(found: readonly { directive: string; value: string }[]): CspWeakness[] {
  const groups = new Map<string, Set<string>>();
  for (const { directive, value } of found) {
    groups.set(directive, (groups.get(directive) ?? new Set()).add(value));
  }
  return [...groups].map(([directive, values]) => ({
    directive,
    found: [...values].sort().join(" "),
    wanted: `a ${directive} without ${values.size > 1 ? "them" : "it"}`,
  }));
}

function absent(directive: string): CspWeakness {
  return { directive, found: null, wanted: `${directive} or default-src` };
}

function byDirective(a: CspWeakness, b: CspWeakness): number {
  return a.directive < b.directive ? -1 : a.directive > b.directive ? 1 : 0;
}
