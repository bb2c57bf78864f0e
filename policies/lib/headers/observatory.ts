import { parseHsts } from "./hsts";
import { type ScoredPolicy, readScoredPolicy, scorePolicy } from "./observatory-csp";

/*
 * The score that MDN's HTTP Observatory gives a page for its response headers, computed from what is declared. Source:
 * "HTTP Observatory Scoring Methodology", https://github.com/mdn/mdn-http-observatory, and what its release 1.4 does.
 * Cookies, scripts and redirects belong to the page and its host: they count as faultless here.
 */

/** Response headers by lower-case name. */
export type ResponseHeaders = ReadonlyMap<string, string>;

/** One test of the Observatory: the points it gives or takes. */
export interface ScoredTest {
  name: string;
  points: number;
}

/** Points above 100 are earned only by who loses next to none. */
const bonusFrom = 90;

/** The whole score, 0 to about 140; 100 and more is the grade A+. */
export function observatoryScore(headers: ResponseHeaders): number {
  const points = observatoryTests(headers).map((test) => test.points);
  const without = 100 + sum(points.filter((each) => each < 0));
  return Math.max(0, without >= bonusFrom ? 100 + sum(points) : without);
}

/** The tests that headers decide. */
export function observatoryTests(headers: ResponseHeaders): ScoredTest[] {
  const policy = readScoredPolicy(headers.get("content-security-policy"));
  return [
    { name: "Content-Security-Policy", points: scorePolicy(policy) },
    { name: "Strict-Transport-Security", points: scoreTransport(headers) },
    { name: "X-Content-Type-Options", points: scoreContentType(headers) },
    { name: "X-Frame-Options", points: scoreFrames(headers, policy) },
    { name: "Referrer-Policy", points: scoreReferrer(headers) },
    { name: "Cross-Origin-Resource-Policy", points: scoreResourcePolicy(headers) },
  ];
}

const grades: readonly (readonly [least: number, grade: string])[] = [
  [100, "A+"],
  [90, "A"],
  [85, "A-"],
  [80, "B+"],
  [70, "B"],
  [65, "B-"],
  [60, "C+"],
  [50, "C"],
  [45, "C-"],
  [40, "D+"],
  [30, "D"],
  [25, "D-"],
  [0, "F"],
];

export function gradeOfScore(score: number): string {
  return grades.find(([least]) => score >= least)?.[1] ?? "F";
}

/** Six months as the Observatory counts them, 180 days. */
const sixMonths = 15_552_000;

function scoreTransport(headers: ResponseHeaders): number {
  const value = headers.get("strict-transport-security");
  if (!value || value.includes(",")) return -20;
  const { maxAge } = parseHsts(value);
  if (maxAge === undefined) return -20;
  return maxAge < sixMonths ? -10 : 0;
}

function scoreContentType(headers: ResponseHeaders): number {
  return words(headers.get("x-content-type-options")) === "nosniff" ? 0 : -5;
}

function scoreFrames(headers: ResponseHeaders, policy: ScoredPolicy): number {
  if (policy.state === "read" && policy.directives.has("frame-ancestors")) return 5;
  const value = words(headers.get("x-frame-options"));
  const known = value === "deny" || value === "sameorigin" || value.startsWith("allow-from");
  return known ? 0 : -20;
}

const privateReferrers = [
  "no-referrer",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
];
const tellingReferrers = [
  "origin",
  "origin-when-cross-origin",
  "unsafe-url",
  "no-referrer-when-downgrade",
];

/** Browsers take the last policy that they know. */
function scoreReferrer(headers: ResponseHeaders): number {
  const value = headers.get("referrer-policy");
  if (value === undefined) return 0;
  const known = [...privateReferrers, ...tellingReferrers];
  const last = value
    .split(",")
    .map(words)
    .findLast((each) => known.includes(each));
  return last !== undefined && privateReferrers.includes(last) ? 5 : -5;
}

const resourcePolicyPoints: Readonly<Record<string, number>> = {
  "": 0,
  "same-origin": 10,
  "same-site": 10,
  "cross-origin": 0,
};

function scoreResourcePolicy(headers: ResponseHeaders): number {
  return resourcePolicyPoints[words(headers.get("cross-origin-resource-policy"))] ?? -5;
}

function words(text = ""): string {
  return text.trim().toLowerCase();
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
