import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import type { ScratchProject } from "./scratch-project";

export const smallStack = "trial";
export const smallStackFile = `Pulumi.${smallStack}.yaml`;

/** Sections of a stack file by name, without `groundwork:`. */
export type Sections = Readonly<Record<string, object>>;

/** About the least that a stack says of itself and that every rule of tier dev holds. */
const least = {
  stack: { tier: "dev", product: "shop", owner: "platform-team" },
  hosting: {
    name: "shop",
    plan: "pro",
    variables: {
      SUPABASE_URL: { output: "database.url" },
      SUPABASE_ANON_KEY: { secret: "SUPABASE_ANON_KEY" },
    },
  },
  secretRegistry: {
    JWT_SECRET: {
      owner: "platform-team",
      source: "generated",
      bytes: 32,
      keeper: "2026-11-01",
      rotationDays: 90,
      destinations: { vercel: {} },
    },
    SUPABASE_ANON_KEY: { owner: "platform-team", source: "required", rotationDays: 365 },
  },
  database: {
    name: "shop",
    organizationId: "velocity",
    region: "ca-central-1",
    plan: "pro",
    instanceSize: "small",
  },
  uptime: { overall: false },
  budget: {
    monthlyUsd: 80,
    awsUsd: 10,
    owner: "platform-team",
    emails: ["platform@example.com"],
  },
} satisfies Sections;

/**
 * Adds a stack `trial` to a project, a fifth of the size of prod: what engine tests pay for is the number of resources.
 * Keys of a section that a test names are added to those that stand there.
 */
export function addSmallStack({ root }: ScratchProject, more: Sections = {}): void {
  const base: Sections = least;
  const names = [...new Set([...Object.keys(base), ...Object.keys(more)])];
  const sections = names.map((name): [string, object] => [
    `groundwork:${name}`,
    { ...base[name], ...more[name] },
  ]);
  const config: Record<string, unknown> = {
    "vercel:team": "velocity",
    "aws:region": "ca-central-1",
    ...Object.fromEntries(sections),
  };
  writeFileSync(path.join(root, smallStackFile), stringify({ config }));
}
