import { beforeAll, describe, expect, it } from "vitest";
import { tiers } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { isPropertyMap, type PropertyMap, readProperty, type Value } from "../../core/value";
import { type Declared, declaredStacks } from "./support/stacks";

/* What the stacks of the example product come to: each requirement of the platform, read off the declared resources. */

let declared: Declared;
beforeAll(async () => {
  declared = await declaredStacks();
}, 120_000);

const vercel = (kind: string) =>
  `vercel:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;
const s3 = (kind: string) => `aws:s3/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;

function all(resources: readonly DeclaredResource[], type: string): readonly PropertyMap[] {
  return resources.filter((it) => it.type === type).map(({ inputs }) => inputs);
}

function only(resources: readonly DeclaredResource[], type: string): PropertyMap {
  const [first, ...others] = all(resources, type);
  if (!first || others.length > 0) throw new Error(`${others.length + 1} of ${type}`);
  return first;
}

function headersOf(resources: readonly DeclaredResource[]): PropertyMap {
  const route = resources.find(({ name }) => name === "web-headers");
  const reading = readProperty(route?.inputs ?? {}, ["route", "headers"]);
  return reading.state === "known" && isPropertyMap(reading.value) ? reading.value : {};
}

/** Requirement: HOST-01, HOST-02, HOST-03, HOST-04, HOST-05, HOST-17, REL-02, REL-03 */
describe("hosting", () => {
  it.each(tiers)(
    "of %s builds the repository's main branch with the framework's commands",
    (tier) => {
      expect(only(declared[tier], vercel("Project"))).toMatchObject({
        framework: "nextjs",
        buildCommand: "npm run build",
        installCommand: "npm ci",
        devCommand: "npm run dev",
        gitRepository: {
          type: "github",
          repo: "velocity/velocity-platform",
          productionBranch: "main",
        },
      });
    },
  );

  it("makes previews of every branch, since no stack turns them off", () => {
    for (const tier of tiers) {
      const { previewDeploymentsDisabled } = only(declared[tier], vercel("Project"));
      expect(previewDeploymentsDisabled).not.toBe(true);
    }
  });

  it("runs functions of prod in several regions, three as the plan allows, for 30 seconds", () => {
    expect(only(declared.prod, vercel("Project"))).toMatchObject({
      resourceConfig: {
        functionDefaultRegions: ["yul1", "iad1", "sfo1"],
        functionDefaultTimeout: 30,
      },
    });
  });

  it("gives no host to two stacks", () => {
    const hosts = tiers.flatMap((tier) =>
      all(declared[tier], vercel("ProjectDomain")).map(({ domain }) => domain),
    );
    expect(hosts).toEqual(
      expect.arrayContaining(["staging.velocity-platform.com", "app.velocity-platform.com"]),
    );
    expect(new Set(hosts).size).toBe(hosts.length);
  });
});

/** Requirement: REL-04, REL-05, DR-11, HDR-14, CAP-01 */
describe("releases of prod", () => {
  it("go live by promotion, in stages, with open pages kept on their version", () => {
    expect(only(declared.prod, vercel("Project"))).toMatchObject({
      autoAssignCustomDomains: false,
      skewProtection: "12 hours",
    });
    const { stages } = only(declared.prod, vercel("ProjectRollingRelease"));
    const shares = (stages as PropertyMap[]).map(({ targetPercentage }) => targetPercentage);
    expect(shares).toEqual([10, 50, 100]);
  });

  it("keep deployments to roll back to for a year", () => {
    expect(only(declared.prod, vercel("ProjectDeploymentRetention"))).toMatchObject({
      expirationProduction: "1y",
    });
  });

  it("limit the rate of requests at the edge", () => {
    const { rules } = only(declared.prod, vercel("FirewallConfig"));
    const actions = ((rules as PropertyMap).rules as PropertyMap[]).map(({ action }) => action);
    expect(actions).toHaveLength(2);
    for (const action of actions) expect(action).toMatchObject({ action: "rate_limit" });
  });

  it("let browsers keep what has a hash in its name", () => {
    const route = declared.prod.find(({ name }) => name === "web-route-static-assets");
    expect(route?.inputs).toMatchObject({
      route: { headers: { "Cache-Control": "public, max-age=31536000, immutable" } },
    });
  });
});

/** Requirement: HDR-01, HDR-02, HDR-03, HDR-04, HDR-05, HDR-06, HDR-07 */
describe.each(tiers)("responses of %s", (tier) => {
  it("carry the header baseline", () => {
    expect(headersOf(declared[tier])).toMatchObject({
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
      "X-Frame-Options": "DENY",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "strict-origin-when-cross-origin",
    });
  });

  it("carry a strict policy of content with Trusted Types", () => {
    const policy = headersOf(declared[tier])["Content-Security-Policy"];
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)/);
  });

  it("do not say which software answers", () => {
    const route = declared[tier].find(({ name }) => name === "web-headers");
    expect(route?.inputs).toMatchObject({
      route: { transforms: [{ op: "delete", target: '{"key":"x-powered-by"}' }] },
    });
    expect(headersOf(declared[tier])).not.toHaveProperty("X-Powered-By");
  });
});

/** Requirement: DB-01, DB-02, DB-03, DB-06, DB-07, DB-14, DB-16, DR-07, HDR-09, SECR-11 */
describe("the database", () => {
  const project = "supabase:index/project:Project";

  it("is a project of its own in each stack, with a generated password of 32 characters", () => {
    const names = tiers.map((tier) => only(declared[tier], project).name);
    expect(new Set(names).size).toBe(tiers.length);
    for (const tier of tiers) {
      const password = declared[tier].find(({ name }) => name === "db-password");
      const { propertyDependencies } = declared[tier].find(({ type }) => type === project) ?? {};
      expect(password?.inputs).toMatchObject({ length: 32, minLower: 1, minNumeric: 1 });
      expect(propertyDependencies?.databasePassword).toEqual([password?.urn]);
    }
  });

  it("takes connections by TLS only, everywhere", () => {
    for (const tier of tiers) {
      const settings = only(declared[tier], "supabase:index/settings:Settings");
      expect(settings.sslEnforcement).toBe(true);
    }
  });

  it("of prod has 200 connections and the memory for them", () => {
    const { database } = only(declared.prod, "supabase:index/settings:Settings");
    expect(JSON.parse(database as string)).toMatchObject({
      max_connections: 200,
      shared_buffers: "256MB",
      effective_cache_size: "1GB",
      maintenance_work_mem: "128MB",
    });
  });

  it("of staging and prod has an edge function for code, and one that tells of errors", () => {
    for (const tier of ["staging", "prod"] as const) {
      const functions = all(declared[tier], "supabase:index/edgeFunction:EdgeFunction");
      expect(functions.map(({ slug }) => slug).sort()).toEqual([
        "ai-code-generation",
        "error-notifier",
      ]);
    }
  });

  const admin = (kind: string) =>
    `supabase-admin:index/${kind.charAt(0).toLowerCase()}${kind.slice(1)}:${kind}`;

  it("checks the callers of every edge function", () => {
    for (const tier of tiers) {
      const functions = all(declared[tier], "supabase:index/edgeFunction:EdgeFunction");
      const checks = all(declared[tier], admin("FunctionJwt"));
      expect(checks.map(({ slug, verifyJwt }) => [slug, verifyJwt])).toEqual(
        functions.map(({ slug }) => [slug, true]),
      );
    }
  });

  it("pools its connections by the transaction, with half of prod's 200 to spare", () => {
    const pools = tiers.map((tier) => only(declared[tier], admin("Pooler")));
    expect(pools.map(({ defaultPoolSize }) => defaultPoolSize)).toEqual([10, 25, 100]);
    expect(pools.map(({ poolMode }) => poolMode)).toEqual(tiers.map(() => "transaction"));
    for (const tier of tiers) {
      expect(only(declared[tier], "supabase:index/settings:Settings")).not.toHaveProperty("pooler");
    }
  });

  it("of prod can be recovered to a point in time and has a replica where the data is", () => {
    expect(only(declared.prod, admin("PitrAddon")).variant).toBe("pitr_7");
    expect(all(declared.prod, admin("ReadReplica")).map(({ region }) => region)).toEqual([
      only(declared.prod, project).region,
    ]);
  });

  it("of dev asks for nothing that the Free plan lacks, and staging for one hour of backups", () => {
    const kinds = ["PitrAddon", "ReadReplica", "BackupSchedule", "CustomHostname"];
    const asked = (tier: "dev" | "staging") =>
      kinds.flatMap((it) => all(declared[tier], admin(it)));
    expect(asked("dev")).toEqual([]);
    expect(asked("staging").map(({ scheduleFor }) => scheduleFor)).toEqual(["07:00:00"]);
  });
});

/** Requirement: STOR-04, STOR-05, STOR-07, STOR-08, STOR-09 */
describe("buckets of prod", () => {
  const ofBucket = (kind: string, bucket: string): PropertyMap => {
    const found = all(declared.prod, s3(kind)).find((it) => it.bucket === bucket);
    if (!found) throw new Error(`no ${kind} of ${bucket}`);
    return found;
  };
  const buckets = ["velocity-backups-prod", "velocity-assets-prod", "velocity-audit-prod"];

  it.each(buckets)("are shut and encrypted, with a life cycle: %s", (bucket) => {
    expect(ofBucket("BucketPublicAccessBlock", bucket)).toMatchObject({
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    const { rules } = ofBucket("BucketServerSideEncryptionConfiguration", bucket);
    expect(rules).toMatchObject([{ applyServerSideEncryptionByDefault: {} }]);
    expect(ofBucket("BucketLifecycleConfiguration", bucket).rules).toMatchObject([
      { status: "Enabled" },
    ]);
  });

  it("keep backups from being deleted, and copy them within 15 minutes", () => {
    expect(ofBucket("BucketObjectLockConfiguration", "velocity-backups-prod")).toMatchObject({
      rule: { defaultRetention: { mode: "GOVERNANCE", days: 35 } },
    });
    const { rules } = ofBucket("BucketReplicationConfig", "velocity-backups-prod");
    expect(rules).toMatchObject([
      { destination: { replicationTime: { status: "Enabled", time: { minutes: 15 } } } },
    ]);
  });
});

/** Requirement: STOR-01, STOR-02, STOR-06 */
describe("buckets of users' files", () => {
  const bucketType = "supabase-admin:index/bucket:Bucket";
  const policiesType = "supabase-admin:index/bucketPolicies:BucketPolicies";
  const names = ["preview-artifacts", "projects", "user-assets"];

  it.each(tiers)("of %s are private, each object limited in size and type", (tier) => {
    const buckets = all(declared[tier], bucketType);
    expect(buckets.map(({ name }) => name).sort()).toEqual(names);
    for (const bucket of buckets) {
      expect(bucket.public).toBe(false);
      expect(bucket.fileSizeLimit).toBeLessThanOrEqual(52_428_800);
      expect(bucket.allowedMimeTypes).not.toHaveLength(0);
    }
  });

  it.each(tiers)("of %s let the signed-in owner of a folder add and read, and no more", (tier) => {
    const declaredPolicies = all(declared[tier], policiesType);
    expect(declaredPolicies.map(({ bucket }) => bucket).sort()).toEqual(names);
    for (const it of declaredPolicies) {
      const { bucket, policies } = it as { bucket: string; policies: { create: string }[] };
      const own = `bucket_id = '${bucket}' and (storage.foldername(name))[1] = (select auth.uid())::text`;
      const made = policies.map(({ create }) => create.split("\n  "));
      expect(made).toEqual([
        [
          `create policy "Users can view their own files: ${bucket}" on storage.objects`,
          "as permissive",
          "for select",
          "to authenticated",
          `using (${own})`,
        ],
        [
          `create policy "Users can upload to their own folder: ${bucket}" on storage.objects`,
          "as permissive",
          "for insert",
          "to authenticated",
          `with check (${own})`,
        ],
      ]);
    }
  });
});

/** Requirement: SECR-02, SECR-03, SECR-04, SECR-05, SECR-06, SECR-08, SECR-12, SECR-13 */
describe("secrets and variables", () => {
  const keysOf = (resources: readonly DeclaredResource[]): Value[] =>
    all(resources, vercel("ProjectEnvironmentVariable")).map(({ key }) => key ?? "");

  it.each(tiers)("give the frontend of %s its variables", (tier) => {
    expect(keysOf(declared[tier])).toEqual(
      expect.arrayContaining([
        "NEXT_PUBLIC_SUPABASE_URL",
        "NEXT_PUBLIC_SUPABASE_ANON_KEY",
        "ORCHESTRATOR_URL",
        "LOG_LEVEL",
      ]),
    );
  });

  it("name the orchestrator's secrets in every stack, and hold no value of any", () => {
    for (const tier of tiers) {
      const services = only(declared[tier], "groundwork:services:ContainerService");
      expect(readProperty(services, ["services", "orchestrator", "secrets"])).toEqual({
        state: "known",
        value: [
          "SUPABASE_URL",
          "SUPABASE_SERVICE_ROLE_KEY",
          "ANTHROPIC_API_KEY",
          "GITHUB_CONTAINER_REGISTRY_TOKEN",
          "FLY_API_TOKEN",
          "REDIS_URL",
          ...(tier === "dev" ? [] : ["LOG_INTAKE_TOKEN"]),
        ],
      });
    }
  });

  it("give the smoke tests of staging and prod their credentials, sealed, each in its environment", () => {
    const type = "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret";
    const smoke = ["API_TOKEN", "TEST_USER_EMAIL", "TEST_USER_PASSWORD"];
    const sentTo = (tier: "staging" | "prod") =>
      declared[tier].filter(
        ({ type: its, inputs }) => its === type && smoke.some((it) => it === inputs.secretName),
      );
    for (const [tier, environment] of [
      ["staging", "staging"],
      ["prod", "production"],
    ] as const) {
      const sent = sentTo(tier);
      expect(sent.map(({ inputs }) => inputs.secretName).sort()).toEqual(smoke);
      for (const { inputs, secrets } of sent) {
        expect(inputs.environment).toBe(environment);
        expect(secrets).toContain("value");
      }
    }
  });

  it("seal the anonymous key in the state although browsers read it", () => {
    const key = declared.prod.find(({ name }) => name === "web-NEXT_PUBLIC_SUPABASE_ANON_KEY");
    expect(key?.secrets).toContain("value");
  });

  it("say for each registered secret who owns it and how old it may be", () => {
    const { registry } = only(declared.prod, "groundwork:secrets:Secrets");
    const entries = Object.entries(registry as PropertyMap);
    expect(entries.map(([name]) => name)).toEqual(
      expect.arrayContaining(["JWT_SECRET", "RESEND_API_KEY", "ANTHROPIC_API_KEY"]),
    );
    for (const [, entry] of entries) {
      expect(entry).toMatchObject({
        owner: expect.stringMatching(/\S/) as string,
        rotationDays: expect.any(Number) as number,
      });
    }
  });
});
