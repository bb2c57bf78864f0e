import { beforeAll, describe, expect, it } from "vitest";
import { stacks, textOf } from "../config/support";
import { find, type Registered } from "../support/mocks";
import { type MockedStacks, mockedStacks } from "./support/mocked-stacks";

const groupType = "aws:cloudwatch/logGroup:LogGroup";
const trailType = "aws:cloudtrail/trail:Trail";
const services = ["web", "database", "orchestrator"];

let declared: MockedStacks;
beforeAll(async () => void (declared = await mockedStacks()), 60_000);

const ofType = (resources: readonly Registered[], type: string) =>
  resources.filter((it) => it.type === type).map(({ inputs }) => inputs);

// Requirement: LOG-01, LOG-04, LOG-08, ENV-11
describe("logs of the example product", () => {
  it.each([
    ["dev", 7],
    ["staging", 30],
    ["prod", 365],
  ] as const)("of %s are kept for exactly %i days, whichever service wrote them", (stack, days) => {
    const groups = ofType(declared[stack], groupType);
    expect(groups.map(({ name }) => name)).toEqual(
      expect.arrayContaining(services.map((it) => `/velocity-platform/${stack}/${it}`)),
    );
    expect(new Set(groups.map(({ retentionInDays }) => retentionInDays))).toEqual(new Set([days]));
  });

  it("of prod are encrypted with a key of our own that rotates", () => {
    for (const { kmsKeyId } of ofType(declared.prod, groupType)) {
      expect(kmsKeyId).toMatch(/:aws:kms\/key:Key$/);
    }
    const key = find(declared.prod, "aws:kms/key:Key", "logs-key");
    expect(key.inputs.enableKeyRotation).toBe(true);
  });

  // Requirement: LOG-03, LOG-10
  it("of prod come by TLS to the host of the intake, signed, and not the less of them", () => {
    const [drain] = ofType(declared.prod, "vercel:index/logDrain:LogDrain");
    const [domain] = ofType(declared.prod, "aws:apigatewayv2/domainName:DomainName");
    expect(drain).toMatchObject({
      endpoint: `https://${String(domain?.domainName)}/api/logs`,
      samplingRate: 1,
      secret: expect.any(String) as string,
    });
    expect(domain?.domainNameConfiguration).toMatchObject({ securityPolicy: "TLS_1_2" });
    expect(find(declared.prod, "vercel:index/logDrain:LogDrain").options.dependsOn).toContain(
      "logs-intake-domain",
    );
  });

  // Requirement: LOG-06
  it.each(["staging", "prod"] as const)(
    "of %s count sign-ins refused and special rights used",
    (stack) => {
      const filters = ofType(declared[stack], "aws:cloudwatch/logMetricFilter:LogMetricFilter");
      const counted = filters.map(
        ({ logGroupName, name }) => `${String(logGroupName)} ${String(name)}`,
      );
      for (const metric of ["SignInFailures", "AccessDenied", "PrivilegedActs"]) {
        expect(counted).toContain(`/velocity-platform/${stack}/web ${metric}`);
      }
    },
  );
});

// Requirement: LOG-07, COMP-07, DR-19
describe("the audit trail of the example product", () => {
  it("is on in prod, whole, validated, encrypted, in a bucket with object lock", () => {
    expect(ofType(declared.prod, trailType)).toMatchObject([
      {
        name: "velocity-platform-prod",
        s3BucketName: "velocity-audit-prod",
        enableLogging: true,
        enableLogFileValidation: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        kmsKeyId: expect.any(String) as string,
      },
    ]);
    const locks = ofType(
      declared.prod,
      "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    );
    const lock = locks.find(({ bucket }) => bucket === "velocity-audit-prod");
    expect(lock?.rule).toMatchObject({ defaultRetention: { days: 365 } });
  });

  it("is there once, since one trail sees the whole account", () => {
    const trails = stacks.flatMap((stack) => ofType(declared[stack], trailType));
    expect(trails).toHaveLength(1);
  });
});

// Requirement: ALRT-19
describe("metrics of the example product", () => {
  it("are kept twice in prod: what alarms look at, in a bucket that is backed up, as long as logs", () => {
    const [copies, ...others] = ofType(declared.prod, "aws:cloudwatch/metricStream:MetricStream");
    expect(others).toEqual([]);
    const filters = copies?.includeFilters as { namespace: string; metricNames: string[] }[];
    expect(filters.map(({ namespace }) => namespace)).toEqual(
      expect.arrayContaining(services.map((it) => `velocity-platform/prod/${it}`)),
    );
    expect(filters.every(({ metricNames }) => metricNames.length > 0)).toBe(true);
    const rules = ofType(
      declared.prod,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    ).find(({ bucket }) => bucket === "velocity-metrics-prod")?.rules;
    expect(rules).toMatchObject([{ expiration: { days: 365 } }]);
    const { backups } = find(declared.prod, "groundwork:recovery:Recovery").inputs;
    expect(backups).toMatchObject({ buckets: expect.arrayContaining(["metrics"]) as unknown });
  });

  it.each(["dev", "staging"] as const)("are not in %s", (stack) => {
    expect(ofType(declared[stack], "aws:cloudwatch/metricStream:MetricStream")).toEqual([]);
  });
});

// Requirement: DR-19
describe("the procedure for security incidents", () => {
  const guide = textOf("docs/guides/security-incident.md");

  it("keeps the evidence before it changes anything", () => {
    const steps = [...guide.matchAll(/^## (.+)$/gm)].map(([, step]) => step);
    expect(steps).toEqual([
      "1. Keep the evidence",
      "2. Isolate",
      "3. Revoke and rotate",
      "4. Investigate",
      "5. Recover and tell",
    ]);
  });

  it("stops harm at every service and names the logs of each", () => {
    for (const vendor of ["Vercel", "Supabase", "Fly", "GitHub", "AWS role", "Log intake"]) {
      expect(guide).toMatch(new RegExp(`^\\| ${vendor} `, "m"));
    }
    for (const service of services) expect(guide).toContain(service);
    expect(guide).toContain("put-object-legal-hold");
  });
});
