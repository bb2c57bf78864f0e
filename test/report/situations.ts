import type { RuleResult } from "../../core/finding";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { UNKNOWN } from "../../core/value";
import { type ReportInput, buildReport } from "../../report/build";
import type { Report, ReportedRule } from "../../report/model";
import { renderedStack, smallSections, smallStack } from "./small-stack";
import type { PlacedResult } from "../../core/placed-result";

const stackUrn = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
const web = `urn:pulumi:prod::shop::${tokens.hostingProject}::web`;
const headers = `urn:pulumi:prod::shop::${tokens.hostingProject}$vercel:index/projectRoute:ProjectRoute::web-headers`;

const iso = { standard: "ISO/IEC 27001:2022", clause: "A.8.20" };

export const rules: readonly ReportedRule[] = [
  {
    id: "hsts-present",
    family: "headers",
    title: "Every response carries Strict-Transport-Security",
    why: "Without it a first visit can be read.",
    fix: "Turn it on.",
    severity: "high",
    topics: ["headers"],
    references: [iso, { standard: "OWASP ASVS 5.0", clause: "3.4.1", url: "https://owasp.org/" }],
  },
  {
    id: "csp-no-unsafe",
    family: "headers",
    title: "The policy allows no unsafe source",
    why: "Injected scripts run.",
    fix: "Use nonces.",
    severity: "high",
    topics: ["headers"],
    references: [{ standard: "ISO/IEC 27001:2022", clause: "A.8.9" }],
  },
  {
    id: "budget-declared",
    family: "budget",
    title: "The stack has a budget",
    why: "Nobody notices.",
    fix: "Declare one.",
    severity: "medium",
    topics: ["budget"],
    references: [iso],
  },
];

function answer(over: Partial<RuleResult> & Pick<RuleResult, "rule">): PlacedResult {
  return {
    state: "pass",
    urn: headers,
    level: "mandatory",
    severity: "high",
    message: "holds",
    ...over,
  };
}

const resource = (urn: string, type: string, over: Partial<DeclaredResource> = {}) => ({
  urn,
  type,
  name: urn.slice(urn.lastIndexOf("::") + 2),
  custom: !type.startsWith("groundwork:"),
  protect: false,
  inputs: {},
  propertyDependencies: {},
  ...over,
});

const input = (over: Partial<ReportInput>): ReportInput => ({
  run: {
    project: "shop",
    stack: "prod",
    tier: "prod",
    owner: "platform-team",
    origin: "check",
    at: "2026-11-21T10:00:00.000Z",
    pack: { name: "groundwork", version: "0.1.0" },
  },
  resources: [
    resource(stackUrn, "pulumi:pulumi:Stack", { custom: false }),
    resource(web, tokens.hostingProject),
    resource(headers, "vercel:index/projectRoute:ProjectRoute", { parent: web, protect: true }),
  ],
  rules,
  waivers: [],
  results: [],
  ...over,
});

const pass = [
  answer({ rule: "hsts-present", property: "route.headers" }),
  answer({ rule: "csp-no-unsafe", property: "route.headers" }),
  answer({ rule: "budget-declared", urn: stackUrn, state: "not-applicable", message: "no budget" }),
];

const failed = answer({
  rule: "hsts-present",
  state: "fail",
  property: "route.headers.Strict-Transport-Security",
  message: "found nothing, wanted max-age of at least 31536000",
  found: null,
  wanted: "max-age of at least 31536000",
  place: { file: "Pulumi.prod.yaml", line: 12, column: 7, path: "groundwork:hosting.headers" },
  source: { file: "index.ts", line: 40, column: 3 },
} as PlacedResult);

const advised = answer({
  rule: "csp-no-unsafe",
  state: "fail",
  level: "advisory",
  message: "found 'unsafe-eval', wanted none",
  found: ["'self'", "'unsafe-eval'"],
});

const waiver = {
  index: 0,
  rule: "hsts-present",
  target: "web-headers",
  reason: "The old shop still answers on HTTP",
  owner: "web-team",
  expires: "2026-12-01",
  ticket: "WEB-7",
};

const { index, reason, owner, expires, ticket } = waiver;
const applied = { index, reason, owner, expires, ticket };

export const hostile = `</script><script>alert(1)</script> "quoted" 'single' =1+1 @everyone | \`code\` \u0007\u202Eabc\u2066 ]]> & <b> ${"long ".repeat(2000)} 👩‍💻 \uD800 [x](javascript:alert(1))`;

const hostileUrn = `urn:pulumi:prod::shop::vercel:index/project:Project::${hostile}`;

const clean = input({ results: pass });
const sections = smallSections(headers);
const withStack = input({ resources: [...clean.resources, ...smallStack()] });

/** What a report can have to tell, by name. */
export const situations: Readonly<Record<string, ReportInput>> = {
  clean,
  warnings: {
    ...withStack,
    results: [...pass.slice(0, 1), advised],
    headers: sections.headers,
    roles: sections.roles,
  },
  failures: input({
    run: { ...clean.run, origin: "preview", digest: "4c1d".repeat(16), engine: "v3.259.0" },
    results: [...pass.slice(1), failed, { ...advised, level: "mandatory" }],
    changes: sections.changes.map((one) => ({ ...one, urn: headers })),
  }),
  waivers: input({
    results: [{ ...failed, waiver: applied }, ...pass.slice(1)],
    waivers: [waiver],
  }),
  unknowns: input({
    results: [
      answer({ rule: "hsts-present", state: "unknown", message: "not known yet", found: UNKNOWN }),
      answer({ rule: "csp-no-unsafe", state: "unknown", message: "not known yet", allowed: true }),
      answer({ rule: "budget-declared", state: "error", urn: stackUrn, message: "the rule broke" }),
    ],
  }),
  rendered: input({
    resources: [...clean.resources.slice(0, 2), ...renderedStack(web)],
    results: [],
  }),
  hostile: input({
    run: {
      project: hostile,
      stack: "prod",
      tier: "prod",
      owner: hostile,
      origin: "up",
      at: "2026-11-21T10:00:00.000Z",
      commit: hostile,
      pack: { name: hostile, version: hostile },
      stopped: hostile,
    },
    resources: [
      resource(hostileUrn, "vercel:index/project:Project", { parent: hostile }),
      ...smallStack(() => hostile),
    ],
    ...smallSections(hostileUrn, () => hostile),
    rules: rules.map((rule) => ({
      ...rule,
      title: hostile,
      why: hostile,
      fix: hostile,
      topics: [hostile],
      references: [{ standard: hostile, clause: hostile, url: hostile }],
    })),
    results: [
      answer({
        rule: "hsts-present",
        urn: hostileUrn,
        state: "fail",
        property: hostile,
        message: hostile,
        found: hostile,
        wanted: [hostile],
      }),
      answer({
        rule: "csp-no-unsafe",
        urn: hostileUrn,
        state: "fail",
        message: hostile,
        waiver: { index: 0, reason: hostile, owner: hostile, expires: "2026-12-01" },
      }),
    ],
    waivers: [
      { ...waiver, rule: "csp-no-unsafe", target: hostile, reason: hostile, owner: hostile },
    ],
  }),
};

export function reportOf(name: string): Report {
  const found = situations[name];
  if (!found) throw new Error(`no situation ${name}`);
  return buildReport(found);
}
