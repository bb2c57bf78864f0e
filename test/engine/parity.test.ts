import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlacedResult } from "../../core/placed-result";
import { changeCatalogue } from "../../gate/catalogue";
import { catalogue } from "../../policies/catalogue";
import { changeRuleIds } from "../../policies/change-rules";
import { isFinding, refuses } from "../../policies/verdict";
import type { DumpedResource } from "../../offline/dump";
import { accessEdits } from "../policies/edits/access";
import type { Edit } from "../policies/edits/edit";
import { observabilityEdits } from "../policies/edits/observability";
import { recoveryEdits } from "../policies/edits/recovery";
import { repositoryEdits } from "../policies/edits/repository";
import { secretEdits } from "../policies/edits/secrets";
import { editedText } from "../policies/edits/support";
import { type ScratchProject, scratchProject } from "./support/scratch-project";

/** What both `check` and `preview` say of a stack. */
interface Answer {
  stack: string;
  exitCode: number;
  results: PlacedResult[];
}

interface Preview extends Answer {
  steps: { urn: string }[];
}

const stacks = ["dev", "staging", "prod", "broken"];

const broken = "Pulumi.broken.yaml";

/** Something wrong for each family of rules, as edits of prod's own file. */
const mistakes: readonly [string, string][] = [
  [", sfo1]", ", fra1]"],
  [
    "strictTransportSecurity: { maxAge: 63072000, includeSubDomains: true, preload: false }",
    "strictTransportSecurity: false",
  ],
  ["referrerPolicy: strict-origin-when-cross-origin", "referrerPolicy: unsafe-url"],
  ["ORCHESTRATOR_URL: https://", "ORCHESTRATOR_URL: http://"],
  ["sslEnforcement: true", "sslEnforcement: false"],
  ["awsUsd: 120", "awsUsd: 801"],
  [
    "waivers: []",
    `rules: { hsts-max-age: { minSeconds: 60 } }
    waivers:
      - { rule: hsts-present, target: web-headers, reason: over, owner: platform-team, expires: "2020-01-31" }
      - { rule: referrer-policy, target: web-headers, reason: still holds, owner: platform-team, expires: "2999-12-31" }`,
  ],
];

/** Families of which no mistake above is. All that these edits name must fail, on the engine as offline. */
const further = [
  ...["REPO-02", "CONF-41"].map((row) => editOf(repositoryEdits, row)),
  ...["DR-08", "DR-10"].map((row) => editOf(recoveryEdits, row)),
  ...["LOG-01", "UPT-04", "ALRT-10"].map((row) => editOf(observabilityEdits, row)),
  ...["SECR-08", "SECR-11"].map((row) => editOf(secretEdits, row)),
  editOf(accessEdits, "COMP-03"),
];

function editOf(edits: readonly Edit[], row: string): Edit {
  const edit = edits.find(({ requirement }) => requirement === row);
  if (!edit) throw new Error(`no edit for ${row}`);
  return edit;
}

/** What the mistakes come to. */
const known = [
  "budget-declared profile",
  "database-tls db-settings",
  "floors-not-loosened profile",
  "function-regions-allowed web",
  "header-grade web-headers",
  "hsts-present web-headers",
  "prices-fresh profile",
  "referrer-policy web-headers waived",
  "urls-https web-ORCHESTRATOR_URL",
  "waiver-not-expired profile",
];

let project: ScratchProject;
let offline: Map<string, Answer>;
let engine: Map<string, Preview>;
let dumped: readonly string[];
let before: Record<string, string>;

beforeAll(async () => {
  project = scratchProject();
  writeFileSync(path.join(project.root, broken), project.read("Pulumi.prod.yaml"));
  project.owns("broken");
  for (const [from, to] of mistakes) project.edit(broken, from, to);
  writeFileSync(path.join(project.root, broken), editedText(project.read(broken), further));
  before = project.tracked();
  const dump = path.join(project.root, ".groundwork", "dump.json");
  mkdirSync(path.dirname(dump));
  const check = await project.run(["check", ...stacks, "--dump", dump, "--format", "json"]);
  dumped = (JSON.parse(readFileSync(dump, "utf8")) as DumpedResource[]).map(({ urn }) => urn);
  const checked = JSON.parse(check.stdout) as { stacks: Answer[] };
  offline = byStack(checked.stacks);
  engine = byStack(await Promise.all(stacks.map(previewed)));
});
afterAll(() => project.remove());

async function previewed(stack: string): Promise<Preview> {
  const { stdout } = await project.run(["preview", stack, "--sandbox", "--format", "json"]);
  return JSON.parse(stdout) as Preview;
}

function byStack<A extends Answer>(answers: readonly A[]): Map<string, A> {
  return new Map(answers.map((answer) => [answer.stack, answer]));
}

/**
 * In one order: the engine refuses single resources before it judges the stack. Only a preview knows what changes, and
 * only the offline check where in the program a resource is declared.
 */
function sorted(answer: Answer | undefined): Partial<Answer> {
  const key = ({ rule, urn, property = "", message }: PlacedResult) =>
    [rule, urn, property, message].join(" ");
  const results = answer?.results
    .filter(({ rule }) => !changeRuleIds.has(rule))
    .map(({ source: _, ...result }) => result)
    .toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
  return { exitCode: answer?.exitCode, results };
}

/** The engine makes one for each package by itself; no program declares it. */
const isDefaultProvider = (urn: string) => /::pulumi:providers:[^:]+::default(_|$)/.test(urn);

describe("the engine's preview on an empty sandbox", () => {
  it.each(stacks)("lists for %s the URNs that the offline check declares", (stack) => {
    const planned = engine.get(stack)?.steps.map(({ urn }) => urn) ?? [];
    const declared = dumped.filter((urn) => urn.startsWith(`urn:pulumi:${stack}::`));
    expect(declared.length).toBeGreaterThan(100);
    expect(planned.filter((urn) => !isDefaultProvider(urn)).sort()).toEqual(declared.toSorted());
  });

  it("leaves every file of the project as it was", () => {
    expect(project.tracked()).toEqual(before);
  });

  it.each(stacks)("gives for %s the answers that the offline check gives, one by one", (stack) => {
    expect(sorted(engine.get(stack))).toEqual(sorted(offline.get(stack)));
  });

  it.each(stacks)("has for %s an answer of every rule there is", (stack) => {
    const rules = new Set(engine.get(stack)?.results.map(({ rule }) => rule));
    const ids = [...catalogue, ...changeCatalogue].map(({ id }) => id);
    expect([...rules].sort()).toEqual(ids.sort());
  });

  it("has nothing open for prod that its tier does not allow, though nothing is made yet", () => {
    expect(project.read("Pulumi.prod.yaml")).toMatch(/^ {4}onUnknown: fail$/m);
    const { exitCode, results = [] } = engine.get("prod") ?? {};
    const open = results.filter(({ state }) => state === "unknown");
    expect(open.filter(refuses)).toEqual([]);
    expect(open.filter(({ allowed }) => !allowed)).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it("finds what is wrong for each family of rules, and nothing else", () => {
    const findings = engine.get("broken")?.results.filter(isFinding) ?? [];
    const told = findings.map(
      ({ rule, urn, waiver }) => `${rule} ${urn.split("::").at(-1)}${waiver ? " waived" : ""}`,
    );
    const edited = further.flatMap(({ fails }) => fails);
    expect([...new Set(told.map((line) => line.split(" ")[0]))].sort()).toEqual(
      [...new Set([...known.map((line) => line.split(" ")[0]), ...edited])].sort(),
    );
    expect(told).toEqual(expect.arrayContaining(known));
    expect(engine.get("broken")?.exitCode).toBe(1);
  });
});
