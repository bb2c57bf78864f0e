import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contractOf } from "../../../sandbox/check";
import { cloudResources } from "../../../sandbox/cloud";
import { type Properties, secret, TestCloud } from "../server/harness";
import { accessInputs } from "./inputs/aws-access";
import { alertInputs } from "./inputs/aws-alerts";
import { cacheInputs } from "./inputs/aws-cache";
import { webVitalsInputs } from "./inputs/aws-web-vitals";
import { backupInputs } from "./inputs/aws-backup";
import { distributionInputs } from "./inputs/aws-distribution";
import { logInputs } from "./inputs/aws-logs";
import { keptBudget, moneyInputs } from "./inputs/aws-money";
import { digitaloceanApp } from "./inputs/digitalocean";
import { githubInputs, makeGithubParts } from "./inputs/github";
import { monitorInputs } from "./inputs/monitors";
import { flagInputs, platformInputs } from "./vercel-inputs";

let cloud: TestCloud;
let projectId: string;
let projectRef: string;
let storeId: string;
let flagId: string;
let secretId: string;
let alerting: Record<string, Properties>;
let access: Record<string, Properties>;
let logging: Record<string, Properties>;
let caching: Record<string, Properties>;
let backing: Record<string, Properties>;
let serving: Record<string, Properties>;
let monitoring: Record<string, Properties>;
beforeAll(async () => {
  cloud = await TestCloud.open();
  writeFileSync(join(cloud.home, "index.ts"), "Deno.serve(() => new Response());");
  await cloud.configure("vercel", { team: "velocity" });
  await cloud.configure("github", { owner: "velocity" });
  projectId = (await cloud.create("vercel:index/project:Project", "p", { name: "shop" })).id;
  storeId = (await cloud.create("vercel:index/edgeConfig:EdgeConfig", "e", { name: "first" })).id;
  projectRef = (await cloud.create("supabase:index/project:Project", "s", supabaseProject)).id;
  secretId = (await cloud.create("aws:secretsmanager/secret:Secret", "k", { name: "made" })).id;
  await makeGithubParts(cloud);
  await cloud.create("aws:budgets/budget:Budget", "bk", keptBudget);
  await cloud.create("aws:iam/role:Role", "r", { name: "made", assumeRolePolicy: "{}" });
  alerting = await alertInputs(cloud);
  access = await accessInputs(cloud);
  logging = await logInputs(cloud);
  backing = await backupInputs(cloud);
  caching = { ...(await cacheInputs(cloud)), ...(await webVitalsInputs(cloud)) };
  serving = await distributionInputs(cloud);
  monitoring = await monitorInputs(cloud);
  await cloud.create("aws:s3/bucket:Bucket", "b", { bucket: "made", objectLockEnabled: true });
  await cloud.create("aws:s3/bucketVersioning:BucketVersioning", "v", {
    bucket: "made",
    versioningConfiguration: { status: "Enabled" },
  });
  flagId = (
    await cloud.create("vercel:index/featureFlagDefinition:FeatureFlagDefinition", "f", {
      projectId,
      key: "kept",
      ...flagInputs,
    })
  ).id;
});
afterAll(() => cloud.close());

const supabaseProject = {
  organizationId: "o",
  region: "eu-west-1",
  name: "db",
  databasePassword: secret("pw12"),
};

/** The least that each type needs. */
const inputsOf = (type: string): Properties => {
  const known: Record<string, Properties> = {
    "aws:budgets/budget:Budget": {
      name: "b",
      budgetType: "COST",
      limitAmount: "1",
      limitUnit: "USD",
      timeUnit: "MONTHLY",
    },
    "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
    },
    "aws:iam/role:Role": { name: "copier", assumeRolePolicy: "{}" },
    "aws:iam/rolePolicy:RolePolicy": { role: "made", name: "rights", policy: "{}" },
    "aws:kms/key:Key": {},
    "aws:s3/bucket:Bucket": { bucket: "other" },
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": { bucket: "made" },
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": {
      bucket: "made",
      rule: { objectOwnership: "BucketOwnerEnforced" },
    },
    "aws:s3/bucketPolicy:BucketPolicy": { bucket: "made", policy: "{}" },
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
      bucket: "made",
      rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    },
    "aws:s3/bucketVersioning:BucketVersioning": {
      bucket: "made",
      versioningConfiguration: { status: "Enabled" },
    },
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
      bucket: "made",
      rules: [{ id: "all", status: "Enabled" }],
    },
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": { bucket: "made" },
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig": {
      bucket: "made",
      role: "arn:aws:iam::123456789012:role/made",
      rules: [{ status: "Enabled", destination: { bucket: "arn:aws:s3:::other" } }],
    },
    "aws:route53/zone:Zone": { name: "example.com" },
    "aws:s3/bucketObjectv2:BucketObjectv2": { bucket: "made", key: "script.zip", content: "text" },
    "aws:synthetics/canary:Canary": {
      name: "health",
      runtimeVersion: "syn-nodejs-puppeteer-15.0",
      handler: "canary.handler",
      s3Bucket: "made",
      s3Key: "script.zip",
      artifactS3Location: "s3://made/runs",
      executionRoleArn: "arn:aws:iam::123456789012:role/made",
      schedule: { expression: "rate(5 minutes)" },
    },
    "aws:route53/healthCheck:HealthCheck": { type: "HTTPS", fqdn: "a.example" },
    "aws:secretsmanager/secret:Secret": { name: "other" },
    "aws:secretsmanager/secretVersion:SecretVersion": { secretId, secretString: secret("v") },
    "aws:route53/record:Record": {
      zoneId: "Z0123456789",
      name: "app.example.com",
      type: "CNAME",
      ttl: 60,
      records: ["cname.vercel-dns-0.com"],
    },
    "random:index/randomBytes:RandomBytes": { length: 8 },
    "random:index/randomId:RandomId": { byteLength: 4 },
    "random:index/randomInteger:RandomInteger": { min: 1, max: 6 },
    "random:index/randomPassword:RandomPassword": { length: 16 },
    "random:index/randomShuffle:RandomShuffle": { inputs: ["a", "b"] },
    "random:index/randomString:RandomString": { length: 16 },
    "supabase:index/apikey:Apikey": { projectRef, name: "backend" },
    "supabase:index/branch:Branch": { parentProjectRef: projectRef, gitBranch: "preview" },
    "supabase:index/edgeFunction:EdgeFunction": {
      projectRef,
      slug: "checkout",
      name: "checkout",
      entrypoint: "index.ts",
    },
    "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets": {
      projectRef,
      secrets: [{ name: "MAIL_KEY", value: secret("v") }],
    },
    "supabase:index/thirdPartyAuth:ThirdPartyAuth": {
      projectRef,
      oidcIssuerUrl: "https://id.example.com",
    },
    "digitalocean:index/app:App": digitaloceanApp,
    "supabase:index/project:Project": supabaseProject,
    "supabase:index/settings:Settings": { projectRef },
    ...moneyInputs,
    ...backing,
    ...caching,
    ...serving,
    ...alerting,
    ...access,
    ...logging,
    ...githubInputs,
    ...monitoring,
    ...platformInputs(projectId, flagId),
    "vercel:index/dnsRecord:DnsRecord": { domain: "a.example", type: "A", value: "76.76.21.21" },
    "vercel:index/edgeConfig:EdgeConfig": { name: "shop" },
    "vercel:index/edgeConfigItem:EdgeConfigItem": {
      edgeConfigId: storeId,
      key: "maintenance",
      valueJson: { enabled: false },
    },
    "vercel:index/edgeConfigToken:EdgeConfigToken": { edgeConfigId: storeId, label: "web" },
    "vercel:index/project:Project": { name: "other" },
    "vercel:index/projectDomain:ProjectDomain": { projectId, domain: "a.example" },
    "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable": {
      projectId,
      key: "A",
      value: secret("v"),
      sensitive: true,
      targets: ["production"],
    },
    "vercel:index/projectEnvironmentVariables:ProjectEnvironmentVariables": {
      projectId,
      variables: [{ key: "B", value: "v", sensitive: false, targets: ["preview"] }],
    },
    "vercel:index/projectRoute:ProjectRoute": {
      projectId,
      name: "headers",
      position: { placement: "start" },
      route: { src: "/(.*)", headers: { "X-A": "1" } },
    },
  };
  return known[type] ?? {};
};

const types = cloudResources.map(({ type }) => type);

describe("every type that the sandbox makes", () => {
  test.each(types)("%s is one of the installed SDK", (type) => {
    expect(contractOf(type)?.hasContract).toBe(true);
  });

  test.each(types)(
    "%s takes inputs that its check lets through, and answers all its outputs",
    async (type) => {
      const { inputs, failures } = await cloud.check(type, "it", inputsOf(type));
      expect(failures).toEqual([]);
      const { id, properties } = await cloud.create(type, "it", inputs);
      expect(id).not.toBe("");
      expect(Object.keys(properties)).toEqual(
        expect.arrayContaining([...contractOf(type)!.outputs, ...Object.keys(inputs)]),
      );
    },
  );

  test.each(types)(
    "%s answers in a preview the outputs that it has after the create",
    async (type) => {
      const inputs = inputsOf(type);
      const preview = await cloud.create(type, "previewed", inputs, { preview: true });
      for (const name of contractOf(type)!.outputs)
        expect(preview.properties).toHaveProperty([name]);
    },
  );

  test.each(types)("%s marks as secret what the SDK marks", async (type) => {
    const { properties } = await cloud.create(type, "p", inputsOf(type), { preview: true });
    for (const name of contractOf(type)!.secretOutputs.filter((output) => output in properties)) {
      expect(properties[name]).toMatchObject({
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      });
    }
  });
});

describe("identifiers look as the vendor makes them", () => {
  const firstOf = async (type: string, inputs: Properties) =>
    (await cloud.create(type, "x", inputs)).id;

  test("a Supabase project has 20 small letters", async () => {
    expect(projectRef).toMatch(/^[a-z]{20}$/);
    expect(await firstOf("supabase:index/project:Project", supabaseProject)).not.toBe(projectRef);
  });

  test("a health check has a UUID, and an ARN with it", async () => {
    const made = await cloud.create("aws:route53/healthCheck:HealthCheck", "h", {
      type: "TCP",
      ipAddress: "192.0.2.1",
    });
    expect(made.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(made.properties["arn"]).toBe(`arn:aws:route53:::healthcheck/${made.id}`);
  });

  test("a bucket is its name, with addresses of its region", async () => {
    const made = await cloud.create("aws:s3/bucket:Bucket", "b", {
      bucket: "velocity-assets-dev",
      region: "ca-central-1",
    });
    expect(made.id).toBe("velocity-assets-dev");
    expect(made.properties).toMatchObject({
      arn: "arn:aws:s3:::velocity-assets-dev",
      bucketDomainName: "velocity-assets-dev.s3.amazonaws.com",
      bucketRegionalDomainName: "velocity-assets-dev.s3.ca-central-1.amazonaws.com",
      bucketRegion: "ca-central-1",
      hostedZoneId: "Z1QDHH18159H29",
    });
  });

  test("a bucket without a name gets one from its logical name, in letters that S3 takes", async () => {
    const made = await cloud.create("aws:s3/bucket:Bucket", "Files", {});
    expect(made.id).toMatch(/^files-[0-9a-f]{7}$/);
    expect(made.properties["bucket"]).toBe(made.id);
  });

  test("a KMS key has a UUID, and an ARN in its region", async () => {
    const { id, properties } = await cloud.create("aws:kms/key:Key", "k", { region: "eu-west-1" });
    expect(properties).toMatchObject({
      keyId: id,
      arn: `arn:aws:kms:eu-west-1:123456789012:key/${id}`,
    });
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test("a role is its name, with an ARN in the account; a policy of it is named after both", async () => {
    const made = await cloud.create("aws:iam/role:Role", "r2", {
      name: "deployer",
      path: "/ci/",
      assumeRolePolicy: "{}",
    });
    expect(made.id).toBe("deployer");
    expect(made.properties["arn"]).toBe("arn:aws:iam::123456789012:role/ci/deployer");
    const rights = { role: "deployer", name: "rights", policy: "{}" };
    const policy = await cloud.create("aws:iam/rolePolicy:RolePolicy", "p2", rights);
    expect(policy.id).toBe("deployer:rights");
  });

  test("a budget is named in its account", async () => {
    const inputs = {
      name: "velocity-dev",
      budgetType: "COST",
      limitAmount: "1",
      timeUnit: "MONTHLY",
    };
    const made = await cloud.create("aws:budgets/budget:Budget", "b", inputs);
    expect(made.id).toBe("123456789012:velocity-dev");
    expect(made.properties).toMatchObject({
      arn: "arn:aws:budgets::123456789012:budget/velocity-dev",
      limitUnit: "USD",
      timePeriodStart: expect.stringMatching(/^\d{4}-\d{2}-01_00:00$/) as string,
      timePeriodEnd: "2087-06-15_00:00",
    });
  });

  test("a repository is its name, with addresses of its owner", async () => {
    const made = await cloud.create("github:index/repository:Repository", "r", {
      name: "web",
      visibility: "private",
    });
    expect(made.id).toBe("web");
    expect(made.properties).toMatchObject({
      fullName: "velocity/web",
      htmlUrl: "https://github.com/velocity/web",
      sshCloneUrl: "git@github.com:velocity/web.git",
      private: true,
    });
  });

  test("an Edge Config item is its key in its store, and the store's token is in its address", async () => {
    const item = await cloud.create("vercel:index/edgeConfigItem:EdgeConfigItem", "i", {
      edgeConfigId: storeId,
      key: "banner",
      valueJson: {},
    });
    expect(storeId).toMatch(/^ecfg_[0-9a-z]{28}$/);
    expect(item.id).toBe(`${storeId}/banner`);
  });

  test("a Route 53 record is its zone, name and type", async () => {
    const type = "aws:route53/record:Record";
    const made = await cloud.create(type, "r", {
      zoneId: "Z1",
      name: "App.example.com.",
      type: "A",
      ttl: 60,
      records: ["76.76.21.21"],
    });
    expect(made.id).toBe("Z1_app.example.com_A");
    expect(made.properties["fqdn"]).toBe("app.example.com");
  });

  test("a secret of AWS has an ARN with six characters of its own, its value a version below it", async () => {
    const made = await cloud.create("aws:secretsmanager/secret:Secret", "x", { name: "a/b" });
    expect(made.id).toMatch(
      /^arn:aws:secretsmanager:us-east-1:123456789012:secret:a\/b-[0-9A-Za-z]{6}$/,
    );
    const version = await cloud.create("aws:secretsmanager/secretVersion:SecretVersion", "x", {
      secretId: made.id,
      secretString: secret("v"),
    });
    const { versionId } = version.properties as { versionId: string };
    expect(version.id).toBe(`${made.id}|${versionId}`);
  });

  test("a secret of a GitHub environment is named by repository, environment and name", async () => {
    const { id } = await cloud.create(
      "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret",
      "x",
      { repository: "made", environment: "production", secretName: "B", value: secret("v") },
    );
    expect(id).toBe("made:production:B");
  });

  test("Vercel objects carry the team of the provider", async () => {
    const made = await cloud.create("vercel:index/project:Project", "p", { name: "teamed" });
    expect(made.properties["teamId"]).toBe("velocity");
  });

  test.each([
    [{ dest: "/x" }, "rewrite"],
    [{ dest: "/x", status: 308 }, "redirect"],
    [{ status: 404 }, "set_status"],
    [{ headers: { A: "1" } }, "transform"],
  ])("a route that does %o is a %s", async (action, routeType) => {
    const route = { src: "/", ...action };
    const inputs = { projectId, name: routeType, position: { placement: "end" }, route };
    const type = "vercel:index/projectRoute:ProjectRoute";
    const { properties } = await cloud.create(type, routeType, inputs);
    expect(properties["routeType"]).toBe(routeType);
  });
});
