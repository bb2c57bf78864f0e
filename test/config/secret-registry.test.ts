import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { referencedSecrets } from "../../config/secrets";
import { tiers } from "../../core/profile";

const least = {
  stack: { tier: "dev", product: "shop", owner: "web-team" },
  hosting: { name: "shop" },
  database: { name: "shop", organizationId: "acme", region: "ca-central-1" },
  uptime: { checks: {} },
  budget: { monthlyUsd: 10, awsUsd: 1, owner: "web-team", emails: ["web@example.com"] },
};
const generated = { owner: "web-team", source: "generated", rotationDays: 90 };
const required = { ...generated, source: "required" };

function problems(secretRegistry: object, more: object = {}): string[] {
  const parsed = parseSettings({ ...least, secretRegistry, ...more });
  if (!("problems" in parsed)) return [];
  return parsed.problems.map(({ path, found, allowed, fix }) =>
    [`${path}: ${found}`, allowed && `expected ${allowed}`, fix].filter(Boolean).join("; "),
  );
}

describe("the registry of secrets", () => {
  it("takes a day as people and as the engine spell it, and gives out the day", () => {
    for (const keeper of ["2026-11-01", "2026-11-01 00:00:00 +0000 UTC"]) {
      const parsed = parseSettings({ ...least, secretRegistry: { A: { ...generated, keeper } } });
      const settings = "settings" in parsed ? parsed.settings : undefined;
      expect(settings?.secretRegistry.A?.keeper).toBe("2026-11-01");
    }
  });

  it.each(tiers.map((tier, i) => [tier, [0, 7, 30][i]] as const))(
    "of tier %s keeps deleted secrets of AWS for %i days, unless it says otherwise",
    (tier, days) => {
      const awsSecretsManager = { name: "a" };
      const parsed = parseSettings({
        ...least,
        stack: { ...least.stack, tier },
        secretRegistry: {
          A: { ...generated, destinations: { awsSecretsManager } },
          B: {
            ...generated,
            destinations: { awsSecretsManager: { name: "b", recoveryWindowInDays: 10 } },
          },
        },
      });
      const registry = "settings" in parsed ? parsed.settings.secretRegistry : {};
      const windows = Object.values(registry).map(
        ({ destinations }) => destinations?.awsSecretsManager?.recoveryWindowInDays,
      );
      expect(windows).toEqual([days, 10]);
    },
  );

  it("asks a person for what it requires, and for nothing that it generates", () => {
    expect(
      referencedSecrets({ secretRegistry: { B: required, A: required, C: generated } }),
    ).toEqual(["A", "B"]);
  });
});

describe("the registry of secrets refuses", () => {
  it.each([
    ["no owner", { owner: undefined }, "secretRegistry.A.owner: missing"],
    ["no rotation", { rotationDays: undefined }, "secretRegistry.A.rotationDays: missing"],
    ["a rotation of no days", { rotationDays: 0 }, "secretRegistry.A.rotationDays: got 0"],
    ["another source", { source: "vault" }, 'secretRegistry.A.source: got "vault"'],
    ["15 bytes", { bytes: 15 }, "secretRegistry.A.bytes: got 15"],
    ["15 characters", { length: 15 }, "secretRegistry.A.length: got 15"],
    [
      "bytes and a length",
      { bytes: 32, length: 40 },
      "secretRegistry.A.length: got 40; expected either bytes or length",
    ],
    ["a value", { value: "hunter2" }, "secretRegistry.A.value: unknown key"],
    [
      "a destination that nobody knows",
      { destinations: { fly: {} } },
      "secretRegistry.A.destinations.fly: unknown key",
    ],
    [
      "a recovery that AWS does not have",
      { destinations: { awsSecretsManager: { name: "a", recoveryWindowInDays: 3 } } },
      "secretRegistry.A.destinations.awsSecretsManager.recoveryWindowInDays: got 3; expected 0, or 7 to 30 days",
    ],
    [
      "no environment of GitHub",
      { destinations: { github: { repository: "shop", environments: [] } } },
      "secretRegistry.A.destinations.github.environments",
    ],
    [
      "a repository with its owner",
      { destinations: { github: { repository: "acme/shop", environments: ["a"] } } },
      "secretRegistry.A.destinations.github.repository",
    ],
  ])("%s", (_, change, message) => {
    const found = problems({ A: { ...generated, ...change } });
    expect(found).toEqual([expect.stringContaining(`groundwork:${message}`)]);
    expect(found.join()).not.toContain("hunter2");
  });

  it.each(["bytes", "length", "keeper"])("%s of what a person sets", (key) => {
    const change = { [key]: key === "keeper" ? "2026" : 32 };
    expect(problems({ A: { ...required, ...change } })).toEqual([
      expect.stringContaining(`groundwork:secretRegistry.A.${key}: `),
    ]);
  });

  it("a key for tokens that is shorter than its algorithm allows", () => {
    expect(problems({ JWT_SECRET: { ...generated, bytes: 16 } })).toEqual([
      expect.stringContaining("JWT_SECRET.bytes: got 16; expected 32 bytes at least"),
    ]);
  });

  it.each(["GHCR_TOKEN", "NEXT_PUBLIC_SENTRY_DSN", "LOG_LEVEL", "A B"])("the name %s", (name) => {
    expect(problems({ [name]: generated })).toHaveLength(1);
  });

  it.each([
    ["vercel", "NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY", { vercel: {} }],
    ["github", "GITHUB_KEY", { github: { repository: "shop", environments: ["a"] } }],
    ["edgeFunctions", "SUPABASE_KEY", { edgeFunctions: true }],
  ])("for %s the name %s", (destination, name, destinations) => {
    expect(problems({ [name]: { ...generated, destinations } })).toEqual([
      expect.stringContaining(`secretRegistry.${name}.destinations.${destination}: `),
    ]);
  });

  it("a value that somebody set for what is generated", () => {
    expect(problems({ A: generated }, { secrets: { A: true } })).toEqual([
      "groundwork:secrets.A: a value for a secret that is generated; remove it, or register the secret with source: required",
    ]);
  });

  it("a variable that takes the value of what is generated", () => {
    const hosting = { name: "shop", variables: { KEY: { secret: "A" } } };
    expect(problems({ A: generated }, { hosting })).toEqual([
      "groundwork:hosting.variables.KEY.secret: A is generated, and goes to its destinations alone; remove the variable, and give A the destination vercel in groundwork:secretRegistry",
    ]);
  });

  it("a service-role key under a name that browsers read, whatever the variable is called", () => {
    const said = (path: string) =>
      `groundwork:hosting.variables.${path}: SUPABASE_SERVICE_ROLE_KEY, which passes by all row policies, under the ` +
      "prefix NEXT_PUBLIC_, which puts it into what browsers download; expected a secret that the catalogue knows as " +
      "public, or a name without such a prefix; take NEXT_PUBLIC_ off its name, and read it on the server only";
    const secret = "SUPABASE_SERVICE_ROLE_KEY";
    const variables = { NEXT_PUBLIC_SUPABASE_ANON_KEY: { secret }, NEXT_PUBLIC_KEY: { secret } };
    expect(problems({}, { hosting: { name: "shop", variables } })).toEqual([
      said("NEXT_PUBLIC_SUPABASE_ANON_KEY.secret"),
      said("NEXT_PUBLIC_KEY.secret"),
    ]);
    const text = { NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY: "hunter2" };
    expect(problems({}, { hosting: { name: "shop", variables: text } })).toEqual([
      said("NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY"),
    ]);
  });

  it("a registered secret under a name that browsers read, since its destinations alone have it", () => {
    const hosting = { name: "shop", variables: { VITE_KEY: { secret: "SERVICE" } } };
    const destinations = { awsSecretsManager: { name: "shop/SERVICE" } };
    expect(problems({ SERVICE: { ...required, destinations } }, { hosting })).toEqual([
      expect.stringMatching(
        /^groundwork:hosting\.variables\.VITE_KEY\.secret: SERVICE, which goes to its destinations /,
      ),
    ]);
    expect(problems({}, { hosting })).toEqual([]);
  });

  it("a variable of the same name for the same target, and only for that", () => {
    const registry = { A: { ...generated, destinations: { vercel: { targets: ["production"] } } } };
    const withTargets = (targets?: string[]) => ({
      hosting: { name: "shop", variables: { A: targets ? { value: "v", targets } : "v" } },
    });
    const found =
      "groundwork:secretRegistry.A.destinations.vercel: groundwork:hosting.variables.A has the same name for production; keep one of them";
    expect(problems(registry, withTargets())).toEqual([found]);
    expect(problems(registry, withTargets(["production"]))).toEqual([found]);
    expect(problems(registry, withTargets(["preview"]))).toEqual([]);
  });

  it("a generated secret for what a person alone can tell Vercel", () => {
    const drain = { endpoint: "https://logs.example.com", secret: "A" };
    const hosting = { name: "shop", plan: "pro", logDrain: drain };
    expect(problems({ A: generated }, { hosting })).toEqual([
      "groundwork:hosting.logDrain.secret: A is generated, and goes to its destinations alone; name a secret that a person sets: source: required in groundwork:secretRegistry",
    ]);
    expect(problems({ A: required }, { hosting })).toEqual([]);
    expect(problems({}, { hosting })).toEqual([]);
  });
});
