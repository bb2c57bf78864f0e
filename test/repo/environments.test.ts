import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { tierDefaults } from "../../config/defaults";
import { type Tier, tiers } from "../../core/profile";
import { tokens } from "../../core/tokens";
import type { Value } from "../../core/value";
import { type Declared, declaredStacks, inputOf, isDeclared } from "./support/stacks";

/*
 * Every number that differs by environment: the resource and the property that carry it, with the value of each stack,
 * or why the row is only declared or not built.
 */

const vercelProject = "vercel:index/project:Project";
const vercelDomain = "vercel:index/projectDomain:ProjectDomain";
const supabaseProject = "supabase:index/project:Project";
const supabasePooler = "supabase-admin:index/pooler:Pooler";
const supabaseSettings = "supabase:index/settings:Settings";

/** dev, staging, prod; `undefined` where the row asks for nothing there. */
type PerTier = readonly [Value | undefined, Value | undefined, Value | undefined];

interface Carried {
  row: string;
  /** Type and name; the name by tier where it differs. */
  resource: readonly [type: string, name: string | readonly [string, string, string]];
  property: readonly (string | number)[];
  values: PerTier;
}

const orchestrator = (
  row: string,
  property: readonly (string | number)[],
  values: PerTier,
): Carried => ({
  row,
  resource: [tokens.containerService, "services"],
  property: ["services", "orchestrator", ...property],
  values,
});

const recovery = (
  row: string,
  property: readonly (string | number)[],
  values: PerTier,
): Carried => ({ row, resource: [tokens.recovery, "recovery"], property, values });

const hosts = [
  "dev.velocity-platform.com",
  "staging.velocity-platform.com",
  "app.velocity-platform.com",
] as const;

// Requirement: ENV-16, ENV-18, ENV-19, ENV-01, ENV-03, ENV-05, ENV-06, ENV-07, ENV-08, ENV-09, ENV-11, ENV-17, ENV-20, ENV-21, ENV-12, ENV-13, ENV-14, ENV-10, ENV-15
const carried: readonly Carried[] = [
  ...Object.entries({ web: 99.9, orchestrator: 99.9, previews: 99.5, database: 99.99 }).map(
    ([service, percent]): Carried => ({
      row: "ENV-16",
      resource: [tokens.uptimeChecks, "uptime"],
      property: ["objectives", service],
      values: [percent, percent, percent],
    }),
  ),
  {
    row: "ENV-18",
    resource: [
      "github:index/repositoryEnvironment:RepositoryEnvironment",
      "repository-environment",
    ],
    property: ["waitTimer"],
    values: [undefined, undefined, 5],
  },
  {
    row: "ENV-18",
    resource: [
      "github:index/repositoryEnvironment:RepositoryEnvironment",
      "repository-environment",
    ],
    property: ["deploymentBranchPolicy", "protectedBranches"],
    values: [undefined, true, true],
  },
  {
    row: "ENV-01",
    resource: [tokens.stackProfile, "profile"],
    property: ["tier"],
    values: ["dev", "staging", "prod"],
  },
  {
    row: "ENV-03",
    resource: [vercelDomain, [`web-${hosts[0]}`, `web-${hosts[1]}`, `web-${hosts[2]}`]],
    property: ["domain"],
    values: hosts,
  },
  orchestrator("ENV-05", ["scale", "min"], [1, 2, 3]),
  orchestrator("ENV-06", ["regions"], [["iad"], ["iad", "sjc"], ["iad", "sjc", "lhr"]]),
  orchestrator("ENV-06", ["primaryRegion"], ["iad", "iad", "iad"]),
  {
    row: "ENV-07",
    resource: [supabaseProject, "db"],
    property: ["name"],
    values: ["velocity-platform-dev", "velocity-platform-staging", "velocity-platform"],
  },
  {
    row: "ENV-07",
    resource: [tokens.database, "db"],
    property: ["readReplicas"],
    values: [undefined, undefined, ["ca-central-1"]],
  },
  {
    row: "ENV-08",
    resource: [supabasePooler, "db-pooler"],
    property: ["defaultPoolSize"],
    values: [10, 25, 100],
  },
  {
    row: "ENV-09",
    resource: [tokens.database, "db"],
    property: ["database", "max_connections"],
    values: [undefined, undefined, 200],
  },
  {
    row: "ENV-09",
    resource: [tokens.database, "db"],
    property: ["database", "shared_buffers"],
    values: [undefined, undefined, "256MB"],
  },
  orchestrator("ENV-17", ["scale", "max"], [1, 2, 10]),
  orchestrator(
    "ENV-17",
    ["scale", "cpu"],
    [
      undefined,
      undefined,
      { scaleUpAbove: 70, scaleUpAfter: 300, scaleDownBelow: 30, scaleDownAfter: 600 },
    ],
  ),
  {
    row: "ENV-20",
    resource: [vercelProject, "web"],
    property: ["resourceConfig", "functionDefaultRegions"],
    values: [["yul1"], ["yul1", "iad1"], ["yul1", "iad1", "sfo1"]],
  },
  {
    row: "ENV-20",
    resource: [vercelProject, "web"],
    property: ["resourceConfig", "functionDefaultTimeout"],
    values: [30, 30, 30],
  },
  {
    row: "ENV-21",
    resource: [supabaseSettings, "db-settings"],
    property: ["sslEnforcement"],
    values: [true, true, true],
  },
  {
    row: "ENV-11",
    resource: [tokens.logs, "logs"],
    property: ["retentionInDays"],
    values: [7, 30, 365],
  },
  orchestrator("ENV-10", ["previews", "poolSize"], [2, 5, 20]),
  {
    row: "ENV-15",
    resource: [tokens.alerts, "alerts"],
    property: ["level"],
    values: ["basic", "standard", "enterprise"],
  },
  {
    row: "ENV-19",
    resource: [tokens.errorTracking, "errors"],
    property: ["events"],
    values: ["drop", "send", "send"],
  },
  recovery("ENV-12", ["backups", "every"], [undefined, "day", "hour"]),
  recovery("ENV-13", ["objectives", "web", "rtoMinutes"], [undefined, undefined, 5]),
  recovery("ENV-13", ["objectives", "orchestrator", "rtoMinutes"], [undefined, undefined, 10]),
  recovery("ENV-13", ["objectives", "database", "rtoMinutes"], [undefined, undefined, 15]),
  recovery("ENV-13", ["objectives", "previews", "rtoMinutes"], [undefined, undefined, 2]),
  recovery("ENV-14", ["objectives", "database", "rpoMinutes"], [undefined, undefined, 60]),
  recovery("ENV-14", ["objectives", "files", "rpoMinutes"], [undefined, undefined, 15]),
  recovery("ENV-14", ["objectives", "configuration", "rpoMinutes"], [undefined, undefined, 1440]),
];

/** Rows that no property carries as they are asked for. */
const notCarried: Readonly<Record<string, string>> = {
  "ENV-02": "dev is a small cloud stack; a developer's machine belongs to the app's repository",
  "ENV-04": "Vercel has no number of instances: it scales functions itself",
};

let declared: Declared;
beforeAll(async () => {
  declared = await declaredStacks();
}, 120_000);

describe("the matrix of environments", () => {
  it("has each of its 21 rows either carried or explained, never both", () => {
    const rows = carried.map(({ row }) => row);
    const both = rows.filter((row) => Object.hasOwn(notCarried, row));
    const wanted = Array.from({ length: 21 }, (_, at) => `ENV-${String(at + 1).padStart(2, "0")}`);
    expect([...new Set([...rows, ...Object.keys(notCarried)])].sort()).toEqual(wanted);
    expect(both).toEqual([]);
  });

  it("gives the same reasons as the list of requirements", () => {
    const list = readFileSync(path.join(__dirname, "../../docs/requirements.json"), "utf8");
    const sections = JSON.parse(list) as { rows: { id: string; reason?: string }[] }[];
    const reasons = sections.flatMap(({ rows }) =>
      rows.flatMap(({ id, reason }) => (id.startsWith("ENV-") && reason ? [[id, reason]] : [])),
    );
    expect(Object.fromEntries(reasons)).toEqual(notCarried);
  });

  it.each(
    carried.flatMap((row) =>
      tiers.flatMap((tier, at) => {
        const [type, names] = row.resource;
        const name = typeof names === "string" ? names : (names[at] ?? "");
        const title = `${row.row} in ${tier}: ${type} ${name} ${row.property.join(".")}`;
        return [{ ...row, title, tier, id: [type, name] as const, value: row.values[at] }];
      }),
    ),
  )("carries $title", ({ tier, id, property, value }) => {
    // Where a row asks for nothing, there need be nothing to ask.
    if (value === undefined && !isDeclared(declared[tier], id)) return;
    const reading = inputOf(declared[tier], id, property);
    expect(reading).toEqual(value === undefined ? { state: "absent" } : { state: "known", value });
  });
});

describe("an environment", () => {
  it.each<[Tier, number]>([
    ["dev", 1],
    ["staging", 2],
    ["prod", 3],
  ])("runs one machine of the orchestrator for each region: %s has %i", (tier, machines) => {
    const regions = inputOf(
      declared[tier],
      [tokens.containerService, "services"],
      ["services", "orchestrator", "regions"],
    );
    expect(regions.state === "known" && (regions.value as unknown[]).length).toBe(machines);
  });

  it.each(tiers)("has the function regions and the limit of its tier by default: %s", (tier) => {
    const { functionDefaultRegions, functionDefaultTimeout } = tierDefaults[tier];
    const of = (property: string) =>
      inputOf(declared[tier], [vercelProject, "web"], ["resourceConfig", property]);
    expect(of("functionDefaultRegions")).toEqual({
      state: "known",
      value: [...functionDefaultRegions],
    });
    expect(of("functionDefaultTimeout")).toEqual({ state: "known", value: functionDefaultTimeout });
  });
});
