/** Sections of a stack file by name, without `groundwork:`. */
export type Sections = Readonly<Record<string, object>>;

/** About the least that a stack says of itself, and holds every rule of tier dev with. */
export const smallestStack = {
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
  database: { name: "shop", organizationId: "velocity", region: "ca-central-1", plan: "pro" },
  budget: {
    monthlyUsd: 80,
    awsUsd: 10,
    owner: "platform-team",
    emails: ["platform@example.com"],
  },
} satisfies Sections;

/** A stack file of it. Keys of a section that are given are added to those that stand there. */
export function smallStackFile(more: Sections = {}): { config: Record<string, unknown> } {
  const least: Sections = smallestStack;
  const names = [...new Set([...Object.keys(least), ...Object.keys(more)])];
  const sections = names.map((name): [string, object] => [
    `groundwork:${name}`,
    { ...least[name], ...more[name] },
  ]);
  return {
    config: {
      "vercel:team": "velocity",
      "aws:region": "ca-central-1",
      ...Object.fromEntries(sections),
    },
  };
}
