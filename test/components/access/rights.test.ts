import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accessSpec, limits } from "../../../components/access/spec";
import {
  everyResource,
  grants as halves,
  type Grant,
  type Reach,
} from "../../../components/access/permissions";
import { scopes } from "../../../components/access/permissions/scopes";
import type { AccessSettings } from "../../../components/access";

const grants: readonly Grant[] = Object.values(halves).flat();

const args: AccessSettings = {
  accountId: "123456789012",
  repository: "velocity/velocity-platform",
  environment: "production",
  preview: { decrypt: true },
  drift: {},
  state: { bucket: "shop-state", keyAlias: "shop-state", region: "us-east-1" },
  product: "shop",
  tier: "prod",
  owner: "platform-team",
  buckets: ["velocity-backups", "velocity-audit"],
  secrets: ["shop/prod/JWT_SECRET"],
  budgets: ["shop-prod"],
  caches: ["shop-prod-cache"],
  responders: ["arn:aws:lambda:ca-central-1:123456789012:function:shop-prod-respond"],
  appMonitors: ["shop-prod-web-vitals"],
};
const spec = accessSpec(args, { project: "groundwork", stack: "prod" });
const statements = [spec.deploy, spec.preview, spec.drift, ...Object.values(spec.policies)].flatMap(
  (it) => it?.rights?.Statement ?? [],
);
const allowed = statements.filter(({ Effect }) => Effect === "Allow");
const resourcesOf = (statement: (typeof statements)[number]) => [statement.Resource ?? []].flat();
const actionsOf = (statement: (typeof statements)[number]) => [statement.Action].flat();

/** Every type of AWS resource that some component declares: `new aws.s3.BucketPolicy(` → `s3 BucketPolicy`. */
function declaredTypes(): string[] {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" });
  const sources = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(`components/${file}`, "utf8"));
  const made = sources.flatMap((text) => [...text.matchAll(/\bnew aws\.(\w+)\.(\w+)[(<]/g)]);
  return [...new Set(made.map(([, module, name]) => `${module} ${name}`))].sort();
}

const granted = [...new Set(grants.flatMap(({ types }) => types))]
  .map((type) => type.replace(/^aws:(\w+)\/\w+:(\w+)$/, "$1 $2"))
  .sort();

// Requirement: COMP-03
describe("the table of rights", () => {
  it("has a row for every type that a component declares", () => {
    expect(declaredTypes().filter((type) => !granted.includes(type))).toEqual([]);
  });

  it("has no row for a type that no component declares", () => {
    const declared = declaredTypes();
    expect(granted.filter((type) => !declared.includes(type))).toEqual([]);
  });

  it("allows no action by a wildcard", () => {
    expect(grants.flatMap(({ read = [], write = [] }) => [...read, ...write]).join()).not.toMatch(
      /[*?]/,
    );
    expect(statements.flatMap(actionsOf).join()).not.toMatch(/[*?]/);
  });

  it("allows on every resource only what stands among the exceptions, each with a reason", () => {
    const wide = allowed
      .filter((statement) => resourcesOf(statement).includes("*"))
      .flatMap(actionsOf);
    expect([...new Set(wide)].sort()).toEqual(Object.keys(everyResource).sort());
    for (const reason of Object.values(everyResource)) expect(reason).toMatch(/\w{3}/);
  });

  it("changes nothing by an action that previews need", () => {
    const changing = /:(Create|Put|Delete|Update|Set|Tag|Untag|Attach|Detach|Pass|Modify|Execute)/;
    const read = grants.flatMap((grant) => grant.read ?? []);
    expect(read.filter((action) => changing.test(action))).toEqual([]);
  });

  it("shows no secret's value to a preview", () => {
    const { "read-keep": keep, "read-watch": watch } = spec.policies;
    const read = [keep, watch].flatMap(({ rights }) => rights.Statement.flatMap(actionsOf));
    expect(read.length).toBeGreaterThan(50);
    expect(read).not.toContain("secretsmanager:GetSecretValue");
    expect(read).not.toContain("kms:Decrypt");
  });

  it("fits into IAM's documents", () => {
    expect(JSON.stringify(spec.deploy.rights).length).toBeLessThan(limits.inlinePolicies);
    for (const { rights } of Object.values(spec.policies)) {
      expect(JSON.stringify(rights).length).toBeLessThan(limits.managedPolicy);
    }
  });
});

describe("the resources of the rights", () => {
  const reach: Reach = {
    accountId: "123456789012",
    product: "shop",
    tier: "prod",
    buckets: ["velocity-backups"],
    secrets: ["shop/prod/JWT_SECRET"],
    budgets: ["shop-prod"],
    caches: ["shop-prod-cache"],
    responders: ["arn:aws:lambda:ca-central-1:123456789012:function:shop-prod-respond"],
    appMonitors: ["shop-prod-web-vitals"],
  };
  /** Those whose ids are AWS's own, so that no name of ours tells them apart. */
  const nameless = [
    "anomalyMonitors",
    "apis",
    "backupPlans",
    "cacheLookups",
    "cacheNetworks",
    "certificates",
    "changes",
    "distributions",
    "everything",
    "guestPools",
    "healthChecks",
    "identityProviders",
    "keys",
    "monitorRole",
    "newGuestPools",
    "newKeys",
    "taggedGuestPools",
    "zones",
  ];

  it("carry a name of this stack, wherever AWS lets resources have names", () => {
    const unnamed = Object.entries(scopes(reach)).filter(
      ([, arns]) =>
        !arns.every((arn) => /shop-prod|shop_prod|shop\/prod|velocity-backups/.test(arn)),
    );
    expect(unnamed.map(([scope]) => scope).sort()).toEqual(nameless);
  });

  it("lie in this account, wherever ARNs carry one", () => {
    const elsewhere = Object.values(scopes(reach))
      .flat()
      .filter((arn) => !arn.includes(":123456789012:"));
    expect(
      elsewhere.filter((arn) => !/^(\*|arn:aws:((s3|route53)::|apigateway:\*:):.*)$/.test(arn)),
    ).toEqual([]);
  });

  it("are keys of this stack by their tags, which no job may put on another's key", () => {
    const own = { "aws:ResourceTag/product": "shop", "aws:ResourceTag/tier": "prod" };
    const asked = { "aws:RequestTag/product": "shop", "aws:RequestTag/tier": "prod" };
    const ofKeys = allowed.filter((statement) =>
      resourcesOf(statement).includes("arn:aws:kms:*:123456789012:key/*"),
    );
    expect(ofKeys.map(({ Action, Condition }) => [Action, Condition])).toEqual([
      [expect.arrayContaining(["kms:PutKeyPolicy"]), { StringEquals: own }],
      [["kms:TagResource"], { StringEqualsIfExists: own, StringEquals: asked }],
      [expect.arrayContaining(["kms:DescribeKey"]), { StringEquals: own }],
    ]);
  });
});

describe("the deploy role", () => {
  const denied = spec.deploy.rights?.Statement.filter(({ Effect }) => Effect === "Deny") ?? [];

  it("may not change what jobs may do", () => {
    const keep = denied.find(({ Sid }) => Sid === "KeepAccess");
    expect(keep?.Resource).toEqual([
      "arn:aws:iam::123456789012:role/shop-prod-ci-*",
      "arn:aws:iam::123456789012:policy/shop-prod-ci-*",
    ]);
    const writes = grants
      .filter(({ on }) => on === "roles" || on === "policies")
      .flatMap(({ write = [] }) => write)
      .filter((action) => !/:(Create(Role|Policy)|List|Tag|Untag)/.test(action));
    const kept = [...actionsOf(keep!), "iam:CreatePolicyVersion"];
    expect(writes.filter((action) => !kept.includes(action))).toEqual([]);
  });

  it("may not take the state's key away from the other stacks", () => {
    expect(denied.find(({ Sid }) => Sid === "KeepStateKey")).toMatchObject({
      Action: expect.arrayContaining([
        "kms:DisableKey",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
      ]) as string[],
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/shop-state"] } },
    });
  });

  // Requirement: STOR-04
  it("may not lift a lock that keeps backups, whatever a policy of the bucket says", () => {
    expect(denied.find(({ Sid }) => Sid === "KeepLocks")).toEqual({
      Sid: "KeepLocks",
      Effect: "Deny",
      Action: [
        "backup:DeleteBackupVaultLockConfiguration",
        "backup:DeleteRecoveryPoint",
        "s3:BypassGovernanceRetention",
      ],
      Resource: "*",
    });
    const lifting = /:(BypassGovernance|DeleteBackupVaultLock|DeleteRecoveryPoint)/;
    expect(allowed.flatMap(actionsOf).filter((action) => lifting.test(action))).toEqual([]);
  });

  it("hands roles to services that the program uses alone", () => {
    const passing = allowed.filter((statement) => actionsOf(statement).includes("iam:PassRole"));
    expect(passing).toHaveLength(1);
    expect(passing[0]?.Condition?.["StringEquals"]?.["iam:PassedToService"]).toEqual(
      expect.arrayContaining(["s3.amazonaws.com"]),
    );
    expect(passing[0]?.Action).toEqual(["iam:PassRole"]);
  });
});

// Requirement: OPS-06
describe("the drift role", () => {
  const own = spec.drift?.rights?.Statement ?? [];

  it("is given what reads, and nothing that changes", () => {
    expect(spec.drift?.policies).toEqual(["read-keep", "read-watch"]);
    expect(spec.drift?.policies).toEqual(spec.preview?.policies);
  });

  it("adds what reading anew takes: the stack's own secrets, their values, and the state's lock", () => {
    expect(own.map(({ Action, Resource }) => [Action, Resource])).toEqual([
      [
        ["secretsmanager:GetSecretValue"],
        ["arn:aws:secretsmanager:*:123456789012:secret:shop/prod/JWT_SECRET-??????"],
      ],
      [
        ["s3:DeleteObject", "s3:PutObject"],
        "arn:aws:s3:::shop-state/.pulumi/locks/organization/groundwork/prod/*",
      ],
      [["kms:Decrypt"], "arn:aws:kms:us-east-1:123456789012:key/*"],
    ]);
    expect(own.at(-1)?.Condition).toMatchObject({
      StringEquals: { "kms:EncryptionContext:stack": "prod" },
    });
  });

  it("is not declared unless it is asked for", () => {
    const without = { ...args, drift: undefined };
    expect(accessSpec(without, { project: "groundwork", stack: "prod" }).drift).toBeUndefined();
  });
});
