import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import type { StackSettings } from "../../config/settings";
import { tierNamedBy } from "../../core/tier";
import { secretsFor, sectionsOf, stacks, textOf } from "./support";

function settingsOf(stack: string): StackSettings {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

const all = Object.fromEntries(stacks.map((stack) => [stack, settingsOf(stack)])) as Record<
  (typeof stacks)[number],
  StackSettings
>;

// Requirement: DB-16
describe("the example product's stack files", () => {
  it.each(stacks)("carry the tier that the name %s says", (stack) => {
    expect(all[stack].stack.tier).toBe(tierNamedBy(stack));
  });

  it.each([
    ["Vercel project", (it: StackSettings) => it.hosting.name],
    ["Supabase project", (it: StackSettings) => it.database.name],
    ["AWS budget", (it: StackSettings) => it.budget.name],
    ["hosts", (it: StackSettings) => Object.keys(it.hosting.domains ?? {}).join()],
    ["orchestrator", (it: StackSettings) => JSON.stringify(it.hosting.variables?.ORCHESTRATOR_URL)],
  ])("give each stack a %s of its own", (_, read) => {
    expect(new Set(stacks.map((stack) => read(all[stack]))).size).toBe(stacks.length);
  });

  it.each([
    ["dev", "dev.velocity-platform.com"],
    ["staging", "staging.velocity-platform.com"],
    ["prod", "app.velocity-platform.com"],
  ] as const)("serve %s at %s", (stack, host) => {
    expect(all[stack].hosting.domains?.[host]).toEqual({});
  });

  it.each([
    ["dev", ["yul1"]],
    ["staging", ["yul1", "iad1"]],
    ["prod", ["yul1", "iad1", "sfo1"]],
  ] as const)("run the functions of %s in %j for 30 s at most", (stack, regions) => {
    expect(all[stack].hosting.resourceConfig).toEqual({
      functionDefaultRegions: regions,
      functionDefaultTimeout: 30,
    });
  });

  it.each(stacks)("keep the data of %s in Canada and refuse connections without TLS", (stack) => {
    expect(all[stack].database).toMatchObject({ region: "ca-central-1", sslEnforcement: true });
  });

  it("tune the database of prod and protect it", () => {
    expect(all.prod.database).toMatchObject({
      protect: true,
      database: {
        max_connections: 200,
        shared_buffers: "256MB",
        effective_cache_size: "1GB",
        maintenance_work_mem: "128MB",
      },
    });
  });

  it.each(stacks)("check every host of %s from outside", (stack) => {
    const checked = Object.values(all[stack].uptime.checks).map(({ fqdn }) => fqdn);
    const services = Object.values(all[stack].services).map(({ app }) => `${app}.fly.dev`);
    const hosts = [...Object.keys(all[stack].hosting.domains ?? {}), ...services];
    expect(checked).toEqual(expect.arrayContaining(hosts));
    expect(new Set(checked).size).toBe(checked.length);
  });

  it("ask the app of prod for its health every 30 s and count two failures as down", () => {
    expect(all.prod.uptime.checks.app).toMatchObject({
      fqdn: "app.velocity-platform.com",
      resourcePath: "/api/health",
      requestInterval: 30,
      failureThreshold: 2,
    });
  });

  it("give the same variables to every stack", () => {
    const keys = (stack: (typeof stacks)[number]) =>
      Object.keys(all[stack].hosting.variables ?? {}).sort();
    // Browsers are asked in prod alone.
    const shared = keys("prod").filter((key) => key !== "NEXT_PUBLIC_WEB_VITALS");
    expect(keys("staging")).toEqual(shared);
    expect(keys("dev")).toEqual(shared);
    expect(keys("prod")).toEqual(
      expect.arrayContaining([
        "NEXT_PUBLIC_SUPABASE_ANON_KEY",
        "NEXT_PUBLIC_SUPABASE_URL",
        "ORCHESTRATOR_URL",
      ]),
    );
  });

  it("name the same secrets in staging and prod, fewer in dev", () => {
    expect(secretsFor("prod")).toEqual(
      expect.arrayContaining([
        "ANALYTICS_API_KEY",
        "ANTHROPIC_API_KEY",
        "OPENAI_API_KEY",
        "RESEND_API_KEY",
        "SMOKE_CREDENTIAL",
        "SUPABASE_ANON_KEY",
        "SUPABASE_SERVICE_ROLE_KEY",
      ]),
    );
    // What all jobs of the repository read belongs to the stack that declares the repository.
    const shared = (name: string) =>
      all.prod.secretRegistry[name]?.destinations?.github?.scope === "repository";
    const own = (names: string[]) => names.filter((name) => !shared(name));
    expect(secretsFor("staging")).toEqual(own(secretsFor("prod")));
    expect(secretsFor("prod")).toEqual(expect.arrayContaining(secretsFor("dev")));
    const registered = (stack: (typeof stacks)[number]) => Object.keys(all[stack].secretRegistry);
    expect(registered("staging").sort()).toEqual(own(registered("prod")).sort());
  });

  it.each(stacks)("hold the value of no secret in %s, and generate what signs", (stack) => {
    expect(textOf(`Pulumi.${stack}.yaml`)).not.toMatch(/secure:|encryptionsalt/);
    expect(all[stack].secretRegistry).toMatchObject({
      JWT_SECRET: { source: "generated", bytes: 32 },
      CRON_SECRET: { source: "generated" },
    });
  });

  it("give no two stacks a secret of AWS in common", () => {
    const names = stacks.flatMap((stack) =>
      Object.values(all[stack].secretRegistry).flatMap(
        ({ destinations }) => destinations?.awsSecretsManager?.name ?? [],
      ),
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it("spend more the nearer they are to users, the AWS share within the limit", () => {
    const sums = stacks.map((stack) => all[stack].budget.monthlyUsd);
    expect(sums).toEqual([...sums].sort((a, b) => a - b));
    for (const stack of stacks) {
      expect(all[stack].budget.awsUsd).toBeLessThanOrEqual(all[stack].budget.monthlyUsd);
    }
  });

  it.each(stacks)("keep backups, assets and audit trails of %s in buckets of its own", (stack) => {
    const { buckets } = all[stack].storage;
    const onS3 = Object.values(buckets).filter(({ vendor }) => vendor === "s3");
    expect(onS3.map(({ name }) => name)).toEqual([
      `velocity-assets-${stack}`,
      `velocity-audit-${stack}`,
      `velocity-backups-${stack}`,
      // Alarms of prod alone are about users: what they look at is kept twice.
      ...(stack === "prod" ? ["velocity-metrics-prod"] : []),
    ]);
    expect(buckets).toMatchObject({
      backups: { purpose: "backup" },
      assets: { purpose: "assets" },
      audit: { purpose: "audit" },
    });
  });

  it.each(stacks)(
    "keep files of users of %s in the Supabase project, all of it limited",
    (stack) => {
      const { buckets } = all[stack].storage;
      const ofUsers = Object.values(buckets).filter((bucket) => bucket.vendor === "supabase");
      expect(ofUsers.map(({ name }) => name).sort()).toEqual([
        "preview-artifacts",
        "projects",
        "user-assets",
      ]);
      for (const bucket of ofUsers) {
        expect(bucket).toMatchObject({
          fileSizeLimit: expect.any(Number) as number,
          protect: stack === "prod",
        });
        expect(bucket.allowedMimeTypes?.length).toBeGreaterThan(0);
        expect(bucket).not.toHaveProperty("public");
        expect(bucket).not.toHaveProperty("ownerFolder");
      }
    },
  );

  it("lock backups and audit trails in staging and longer in prod, not in dev", () => {
    const locks = stacks.map((stack) => {
      const { backups, audit } = all[stack].storage.buckets;
      return [backups, audit].map((bucket) => bucket?.vendor === "s3" && bucket.objectLock);
    });
    const mode = "GOVERNANCE";
    expect(locks).toEqual([
      [false, false],
      [
        { mode, days: 7 },
        { mode, days: 30 },
      ],
      [
        { mode, days: 35 },
        { mode, days: 365 },
      ],
    ]);
  });

  it.each(stacks)("need no waiver in %s", (stack) => {
    expect(all[stack].policy.waivers).toEqual([]);
  });

  it.each(stacks)(
    "show in %s, each on a line of its own, how HSTS and a harmless header are set",
    (stack) => {
      const lines = textOf(`Pulumi.${stack}.yaml`).split("\n");
      expect(lines).toContain(
        "      strictTransportSecurity: { maxAge: 63072000, includeSubDomains: true, preload: false }",
      );
      expect(lines).toContain("      referrerPolicy: strict-origin-when-cross-origin");
    },
  );
});
