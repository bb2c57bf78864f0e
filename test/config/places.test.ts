import { describe, expect, it } from "vitest";
import { formatPath, type PathStep } from "../../config/path";
import { entryOf, stackFilePath } from "../../config/places";
import { alternatives, type SchemaNode, shapeOfSettings } from "../../config/shape";
import { readStackFile } from "../../config/stack-file";
import { tokens } from "../../core/tokens";
import { everyKeyFile, sectionsOf, textOf } from "./support";

const file = readStackFile(textOf(everyKeyFile), everyKeyFile, "groundwork");
const lines = textOf(everyKeyFile).split("\n");
const settings = sectionsOf(everyKeyFile);
/** What cannot stand in one file with the rest. */
const others = sectionsOf("test/config/other-keys.yaml");

/** Stands for a name that the writer of a file chooses. */
const anyName = "*";

/** Every leaf that the schema has: `["hosting", "domains", "*", "redirect"]`. */
function leafPatterns(node: SchemaNode, steps: PathStep[] = []): PathStep[][] {
  const deeper = alternatives(node).flatMap((one) =>
    childrenOf(one).flatMap(([step, child]) => leafPatterns(child, [...steps, step])),
  );
  return deeper.length > 0 ? deeper : [steps];
}

function childrenOf({ properties, propertyNames, additionalProperties, items }: SchemaNode) {
  const names = (propertyNames?.enum ?? [anyName]) as string[];
  const recorded: [PathStep, SchemaNode][] =
    typeof additionalProperties === "object"
      ? names.map((name) => [name, additionalProperties])
      : [];
  return [
    ...Object.entries<SchemaNode>(properties ?? {}),
    ...recorded,
    ...(items ? [[0, items] as [PathStep, SchemaNode]] : []),
  ];
}

/** The paths of a file's settings that match a pattern. */
function instances(
  [step, ...rest]: PathStep[],
  value: unknown,
  steps: PathStep[] = [],
): PathStep[][] {
  if (step === undefined) return [steps];
  if (typeof value !== "object" || value === null) return [];
  const keys = step === anyName ? Object.keys(value) : [step];
  return keys
    .filter((key) => Object.hasOwn(value, key))
    .flatMap((key) => instances(rest, (value as Record<PathStep, unknown>)[key], [...steps, key]));
}

/** Meters come from the catalogue, in rooms, and are all alike: one of each sort stands for them. */
function asMeter([section, kind, ...rest]: PathStep[]): PathStep[] {
  if (section !== "costs" || (kind !== "usage" && kind !== "resources"))
    return [section, kind, ...rest].filter((step) => step !== undefined);
  const [, , ...scenario] = rest;
  return [section, kind, anyName, anyName, ...scenario];
}

const patterns = [
  ...new Map(
    leafPatterns(shapeOfSettings())
      .map(asMeter)
      .map((pattern) => [formatPath(pattern), pattern]),
  ).values(),
];

/** Which component carries a section's keys as args. */
const carriers: Record<string, string> = {
  stack: tokens.stackProfile,
  shared: tokens.stackProfile,
  dependencies: tokens.stackProfile,
  policy: tokens.stackProfile,
  hosting: tokens.hostingProject,
  database: tokens.database,
  uptime: tokens.uptimeChecks,
  dns: tokens.dns,
  alerts: tokens.alerts,
  errorTracking: tokens.errorTracking,
  logs: tokens.logs,
  budget: tokens.budget,
  costs: tokens.stackProfile,
  readiness: tokens.stackProfile,
  recovery: tokens.recovery,
  repository: tokens.repository,
  secretRegistry: tokens.secrets,
  storage: tokens.storageBucket,
  services: tokens.containerService,
  cache: tokens.cache,
  webVitals: tokens.webVitals,
  access: tokens.access,
  state: tokens.stateBackend,
};

/** The component and its arg that a leaf decides, and its entry where there is a component for each. */
function argOf([section = "", ...rest]: PathStep[]):
  [token: string, arg: string, entry?: string] | undefined {
  const token = carriers[section];
  if (token === tokens.storageBucket) return [token, formatPath(rest.slice(2)), String(rest[1])];
  const isName = section === "stack" && rest[0] === "product";
  const isWhole = ["shared", "dependencies", "readiness", "costs"].includes(String(section));
  const steps =
    section === "secretRegistry" ? ["registry", ...rest] : isWhole ? [section, ...rest] : rest;
  return token && !isName ? [token, formatPath(steps)] : undefined;
}

function valueAt(steps: PathStep[]): unknown {
  return steps.reduce<unknown>(
    (value, step) => (value as Record<PathStep, unknown>)[step],
    settings,
  );
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function written([section, ...rest]: PathStep[]): string {
  return formatPath([`groundwork:${section}`, ...rest]);
}

const leavesOf = (from: Record<string, object>) =>
  patterns.flatMap((pattern) =>
    instances(pattern, from).map((steps) => ({ path: written(steps), steps, arg: argOf(steps) })),
  );
const leaves = leavesOf(settings);

describe("places", () => {
  it("are tested for every leaf of every section", () => {
    const untested = patterns.filter((pattern) =>
      [settings, others].every((from) => instances(pattern, from).length === 0),
    );
    // The one directive that is always sent bare.
    expect(untested.map(formatPath)).toEqual([
      "hosting.headers.contentSecurityPolicy.directives.upgrade-insecure-requests[0]",
    ]);
    expect(new Set(patterns.map(([section]) => section))).toEqual(new Set(Object.keys(settings)));
    expect(patterns.length).toBeGreaterThan(120);
  });

  it("lead to every leaf but the product's name, secrets, drift and release, which are no component's args", () => {
    const noArgs = leaves.filter(({ arg }) => arg === undefined).map(({ path }) => path);
    const ignored = ["resource", "property", "reason", "until"];
    const responses = ["samples", "records", "factor", "leastMs", "slower"];
    expect(noArgs).toEqual([
      "groundwork:stack.product",
      ...ignored.map((key) => `groundwork:drift.ignore[0].${key}`),
      ...responses.map((key) => `groundwork:release.responses.${key}`),
      "groundwork:secrets.API_KEY",
    ]);
  });

  const given = [...leaves, ...leavesOf(others)];
  it.each(given.flatMap(({ path, arg }) => (arg ? [{ path, arg }] : [])))(
    "lead from the component's arg to $path",
    ({ path, arg }) => {
      expect(stackFilePath(...arg)).toBe(path);
    },
  );

  it.each(leaves)("find the line of $path in a file that has every key", ({ path, steps }) => {
    const { line, column } = file.placeOf(path);
    const here = lines[(line ?? 0) - 1]?.slice((column ?? 0) - 1) ?? "";
    const key = steps.findLast((step) => typeof step === "string") ?? "";
    // A key's place begins with the key, a list item's with its value.
    const wanted = steps.at(-1) === 0 ? String(valueAt(steps)) : `${key}:`;
    expect(here.replace(/^['"]/, "")).toMatch(new RegExp(`^${escaped(wanted)}`));
  });

  it.each([
    ["tier", "groundwork:stack.tier"],
    ["owner", "groundwork:stack.owner"],
    ["onUnknown", "groundwork:policy.onUnknown"],
    ["budget.monthlyUsd", "groundwork:budget.monthlyUsd"],
    ["budget.awsUsd", "groundwork:budget.awsUsd"],
    ["budget.owner", "groundwork:budget.owner"],
    ["budget.largestIncrease.usd", "groundwork:budget.largestIncrease.usd"],
    ["costs.awsRegion", "aws:region"],
    ["costs.countedBy", "groundwork:shared.owner"],
    ["owners[1]", "groundwork:policy.owners[1]"],
    ["waivers", "groundwork:policy.waivers"],
    ["waivers[3].expires", "groundwork:policy.waivers[3].expires"],
    ["rules.hsts-max-age.minimum", "groundwork:policy.rules.hsts-max-age.minimum"],
    ["budget", "groundwork:budget"],
  ])("lead from the profile's %s to %s", (arg, path) => {
    expect(stackFilePath(tokens.stackProfile, arg)).toBe(path);
  });

  it.each([
    [tokens.hostingProject, "", "groundwork:hosting"],
    [
      tokens.hostingProject,
      'domains["a.example.com"]',
      'groundwork:hosting.domains["a.example.com"]',
    ],
    [tokens.uptimeChecks, "checks.app.fqdn", "groundwork:uptime.checks.app.fqdn"],
  ])("of %s keep quoted keys and empty paths", (token, arg, path) => {
    expect(stackFilePath(token, arg)).toBe(path);
  });

  it("of a bucket lead no further than the record while its entry is not known", () => {
    expect(stackFilePath(tokens.storageBucket, "name")).toBe("groundwork:storage.buckets.name");
  });

  it.each(["vercel:index/project:Project", "groundwork:nothing:Here", "", "constructor"])(
    "know no section for the type %j",
    (token) => {
      expect(stackFilePath(token, "name")).toBeUndefined();
    },
  );
});

describe("entryOf", () => {
  const keys = ["backups", "backups-cold", "assets"];

  it.each([
    ["storage-backups", "backups"],
    ["storage-backups-versioning", "backups"],
    ["storage-backups-cold", "backups-cold"],
    ["storage-backups-cold-versioning", "backups-cold"],
    ["storage-assets-replica-policy", "assets"],
    ["storage-assetsx", undefined],
    ["storage", undefined],
    ["web", undefined],
  ])("reads the key of a record from the name %s", (name, key) => {
    expect(entryOf(name, keys)).toBe(key);
  });
});
