import * as aws from "@pulumi/aws";
import * as github from "@pulumi/github";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import * as supabase from "@pulumi/supabase";
import * as vercel from "@pulumiverse/vercel";
import { HostingProject } from "../../../components/hosting";
import { StackProfile } from "../../../components/stack-profile";
import { StorageBucket } from "../../../components/storage";
import * as supabaseAdmin from "../../../providers/supabase-admin/sdk";

const account = "123456789012";
const issuer = "token.actions.githubusercontent.com";
type Outputs = Readonly<Record<string, unknown>>;
const tags = { owner: "platform-team", product: "velocity-platform", tier: "prod" };
const token = pulumi.secret("stands-for-the-value-of-a-secret");

const allowing = (statement: object) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });

/** A route of our own project. */
const route = (
  name: string,
  { vercelProjectId }: Outputs,
  what: vercel.types.input.ProjectRouteRoute,
) =>
  void new vercel.ProjectRoute(name, {
    projectId: vercelProjectId as pulumi.Output<string>,
    name,
    position: { placement: "end" },
    srcSyntax: "path-to-regexp",
    route: what,
  });

const variable = (key: string, value: pulumi.Input<string>, sensitive = true) =>
  new vercel.ProjectEnvironmentVariable(key, {
    projectId: "prj_other",
    key,
    value,
    targets: ["production"],
    sensitive,
  });

/** What edits declare beside our components, by name: resources of providers, and components of ours with other args. */
export const beside: Readonly<Record<string, (outputs: Outputs) => void>> = {
  "a route that any origin may read": (outputs) =>
    route("open-api", outputs, {
      src: "/api/open",
      headers: { "Access-Control-Allow-Origin": "*" },
    }),
  "a drain over plain HTTP": () =>
    void new vercel.LogDrain("plain", {
      deliveryFormat: "json",
      environments: ["production"],
      sources: ["lambda", "edge", "external", "firewall"],
      projectIds: ["prj_other"],
      endpoint: "http://logs.velocity-platform.com/api/logs",
      secret: token,
    }),
  "a bucket policy that asks for no TLS": () =>
    void new aws.s3.BucketPolicy("plain", {
      bucket: "velocity-assets-prod",
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [] }),
    }),
  "a row policy for everybody": ({ supabaseProjectRef }) =>
    void new supabaseAdmin.BucketPolicies("open", {
      projectRef: supabaseProjectRef as pulumi.Output<string>,
      bucket: "projects",
      policies: [
        {
          name: "All read all",
          create: 'create policy "All read all" on storage.objects for select to anon using (true)',
          drop: 'drop policy if exists "All read all" on storage.objects',
        },
      ],
    }),
  "settings of another stack's database": () =>
    void new supabase.Settings("shared", {
      projectRef: "abcdefghijklmnopqrst",
      sslEnforcement: true,
    }),
  "a bucket of S3 and nothing more": () =>
    void new aws.s3.Bucket("bare", { bucket: "velocity-platform-prod-bare", tags }),
  "one password as two variables": () => {
    const { result } = new random.RandomPassword("shared", { length: 40 });
    for (const key of ["JWT_SECRET", "CRON_SECRET"]) variable(key, result);
  },
  "a variable that the registry does not know": () => void variable("BILLING_KEY", token),
  "several variables in one resource, one of them for browsers and a secret": () =>
    void new vercel.ProjectEnvironmentVariables("several", {
      projectId: "prj_other",
      variables: [
        { key: "OPENAI_API_KEY", value: token, targets: ["production"], sensitive: false },
        {
          key: "NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY",
          value: token,
          targets: ["production"],
          sensitive: false,
        },
      ],
    }),
  "a way around the firewall": () =>
    void new vercel.FirewallBypass("around", {
      projectId: "prj_other",
      domain: "*",
      sourceIp: "0.0.0.0/0",
    }),
  "a variable of a secret that is not sensitive": () =>
    void variable("OPENAI_API_KEY", token, false),
  "a component that puts a key out": () =>
    void new (class extends pulumi.ComponentResource {
      constructor() {
        super("shop:mail:Mail", "mail");
        this.registerOutputs({ apiKey: "re_8dKw3LmQ_2Zx9vB7nT4yR6uP1sE5aG0h" });
      }
    })(),
  "a log group that keeps lines for ever": () =>
    void new aws.cloudwatch.LogGroup("jobs", {
      name: "/velocity-platform/prod/jobs",
      kmsKeyId: `arn:aws:kms:ca-central-1:${account}:key/logs`,
      tags,
    }),
  "a public host that nobody checks": () =>
    void new vercel.ProjectDomain("shop", { projectId: "prj_other", domain: "shop.example.com" }),
  "a budget that nobody hears of": () =>
    void new aws.budgets.Budget("silent", {
      name: "velocity-platform-prod-silent",
      budgetType: "COST",
      timeUnit: "MONTHLY",
      limitAmount: "120",
      limitUnit: "USD",
      tags,
    }),
  "a role that everybody may take": () =>
    void new aws.iam.Role("guests", {
      name: "velocity-platform-prod-guests",
      assumeRolePolicy: allowing({ Principal: { AWS: "*" }, Action: "sts:AssumeRole" }),
      tags,
    }),
  "a policy that allows everything": () =>
    void new aws.iam.RolePolicy("exports", {
      role: "velocity-exports",
      policy: allowing({ Action: "*", Resource: "*" }),
    }),
  "a collaborator who maintains": () =>
    void new github.RepositoryCollaborator("contractor", {
      repository: "velocity-platform",
      username: "contractor",
      permission: "maintain",
    }),
  "a StorageBucket that can be destroyed": () =>
    void new StorageBucket("exports", {
      vendor: "s3",
      name: "velocity-exports-prod",
      purpose: "files",
      forceDestroy: true,
      protect: false,
      tags,
    }),
  "a HostingProject without a Content-Security-Policy": () =>
    void new HostingProject("other", {
      name: "velocity-platform-other",
      headers: { contentSecurityPolicy: false },
    }),
  "a route that sends another HSTS on every path": (outputs) =>
    route("gentler", outputs, {
      src: "/(.*)",
      headers: { "Strict-Transport-Security": "max-age=300" },
    }),
  "a route that takes HSTS away": (outputs) =>
    route("without", outputs, {
      src: "/(.*)",
      transforms: [
        {
          type: "response.headers",
          op: "delete",
          target: JSON.stringify({ key: "strict-transport-security" }),
        },
      ],
    }),
  "a route that loosens the policy of one path": (outputs) =>
    route("docs", outputs, {
      src: "/docs",
      headers: { "Content-Security-Policy": "default-src * 'unsafe-inline' 'unsafe-eval'" },
    }),
  "a second profile, of tier dev": () =>
    void new StackProfile("gentler", {
      tier: "dev",
      owner: "platform-team",
      shared: { owner: "prod" },
      onUnknown: "allow",
      budget: { monthlyUsd: 600, awsUsd: 120, owner: "platform-team" },
      waivers: [],
      rules: {},
    }),
  "a database of Supabase in Virginia": () =>
    void new supabase.Project("other", {
      name: "velocity-platform-prod-other",
      organizationId: "velocity",
      region: "us-east-1",
      databasePassword: token,
      instanceSize: "small",
    }),
  "a second protection of main that lets history be replaced": () =>
    void new github.BranchProtection("again", {
      repositoryId: "velocity-platform",
      pattern: "main",
      allowsForcePushes: true,
      allowsDeletions: true,
    }),
  "a role that any repository may take": () =>
    void new aws.iam.Role("jobs", {
      name: "velocity-platform-prod-exports",
      assumeRolePolicy: allowing({
        Principal: { Federated: `arn:aws:iam::${account}:oidc-provider/${issuer}` },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com" },
          StringLike: { [`${issuer}:sub`]: "repo:velocity/*" },
        },
      }),
      tags,
    }),
};
