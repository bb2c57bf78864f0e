import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { Access, type AccessArgs } from "../../../components/access";
import { find, listOf, onMocks, type Registered, valueOf } from "../../support/mocks";

const Component = "groundwork:access:Access";
const Role = "aws:iam/role:Role";
const Rights = "aws:iam/rolePolicy:RolePolicy";
const Policy = "aws:iam/policy:Policy";
const Attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const Provider = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";

const computed = {
  [Role]: { arn: "arn:aws:iam::role/made" },
  [Policy]: { arn: "arn:aws:iam::policy/made" },
};

const smallest: AccessArgs = {
  accountId: "123456789012",
  repository: "velocity/velocity-platform",
  environment: "production",
  product: "shop",
  tier: "prod",
  owner: "platform-team",
  owned: false,
};
const full: AccessArgs = {
  ...smallest,
  owned: true,
  preview: { decrypt: true },
  drift: {},
  maxSessionDuration: 7200,
  oidcProvider: "owner",
  state: { bucket: "shop-state", keyAlias: "shop-state", region: "us-east-1" },
  buckets: ["velocity-backups"],
  secrets: ["shop/prod/JWT_SECRET"],
  budgets: ["shop-prod"],
};

const declare = (args: AccessArgs, preview = false) =>
  onMocks(() => new Access("access", args), { preview, outputs: computed });

interface Statement {
  Sid?: string;
  Effect: string;
  Action: string | string[];
  Resource: string | string[];
  Condition?: Record<string, Record<string, unknown>>;
}

const documentOf = (resources: readonly Registered[], type: string, name: string) =>
  JSON.parse(String(find(resources, type, name).inputs["policy"])) as { Statement: Statement[] };

describe("the smallest Access", () => {
  it("declares the deploy role with what it may do, and no provider", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${Policy} access-read-keep`,
      `${Policy} access-read-watch`,
      `${Policy} access-write-run`,
      `${Policy} access-write-watch`,
      `${Role} access-deploy`,
      `${Rights} access-deploy-rights`,
      `${Attachment} access-deploy-read-keep`,
      `${Attachment} access-deploy-read-watch`,
      `${Attachment} access-deploy-write-run`,
      `${Attachment} access-deploy-write-watch`,
      `${Component} access`,
    ]);
    const children = resources.filter(({ type }) => type !== Component);
    expect(children.map(({ parent }) => parent)).toEqual(children.map(() => `${Component} access`));
  });

  it("names role and policy by product and tier, and tags them", async () => {
    const { resources } = await declare(smallest);
    const { assumeRolePolicy, ...role } = find(resources, Role).inputs;
    expect(role).toEqual({
      name: "shop-prod-ci-deploy",
      description: "GitHub Actions updates the stack test",
      maxSessionDuration: 3600,
      tags: {
        product: "shop",
        tier: "prod",
        owner: "platform-team",
        Name: "shop-prod-ci-deploy",
      },
    });
    expect(JSON.parse(String(assumeRolePolicy))).toMatchObject({
      Statement: [
        {
          Principal: {
            Federated:
              "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
          },
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
              "token.actions.githubusercontent.com:sub":
                "repo:velocity/velocity-platform:environment:production",
            },
          },
        },
      ],
    });
    expect(find(resources, Policy, "access-read-keep").inputs).toMatchObject({
      name: "shop-prod-ci-read-keep",
      tags: { product: "shop", tier: "prod" },
    });
  });

  it("reaches no state", async () => {
    const { resources } = await declare(smallest);
    const texts = resources.map(({ inputs }) => String(inputs["policy"]));
    expect(texts.filter((text) => /\.pulumi|kms:(De|En)crypt/.test(text))).toEqual([]);
  });
});

describe("the full Access", () => {
  it("declares all roles and the provider, which comes first", async () => {
    const { resources } = await declare(full);
    expect(listOf(resources)).toEqual([
      `${Provider} access-provider`,
      `${Policy} access-read-keep`,
      `${Policy} access-read-watch`,
      `${Policy} access-write-run`,
      `${Policy} access-write-watch`,
      `${Role} access-deploy`,
      `${Role} access-drift`,
      `${Role} access-preview`,
      `${Rights} access-deploy-rights`,
      `${Rights} access-drift-rights`,
      `${Rights} access-preview-rights`,
      `${Attachment} access-deploy-read-keep`,
      `${Attachment} access-deploy-read-watch`,
      `${Attachment} access-deploy-write-run`,
      `${Attachment} access-deploy-write-watch`,
      `${Attachment} access-drift-read-keep`,
      `${Attachment} access-drift-read-watch`,
      `${Attachment} access-preview-read-keep`,
      `${Attachment} access-preview-read-watch`,
      `${Component} access`,
    ]);
    expect(find(resources, Provider).inputs).toEqual({
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
      tags: {
        product: "shop",
        tier: "prod",
        owner: "platform-team",
        Name: "token.actions.githubusercontent.com",
      },
    });
    for (const role of ["access-deploy", "access-preview", "access-drift"]) {
      expect(find(resources, Role, role).options.dependsOn).toContain("access-provider");
    }
  });

  it.each([true, false])(
    "shows every document whole before anything exists (preview: %s)",
    async (preview) => {
      const { resources } = await declare(full, preview);
      for (const name of ["access-deploy", "access-preview", "access-drift"]) {
        expect(String(find(resources, Role, name).inputs["assumeRolePolicy"])).toContain("repo:");
        expect(documentOf(resources, Rights, `${name}-rights`).Statement).not.toEqual([]);
      }
      expect(documentOf(resources, Policy, "access-read-watch").Statement).not.toEqual([]);
    },
  );

  it("lets the preview role decrypt this stack's secrets, and change nothing", async () => {
    const { resources } = await declare(full);
    expect(documentOf(resources, Rights, "access-preview-rights").Statement).toEqual([
      {
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:Encrypt"],
        Resource: "arn:aws:kms:us-east-1:123456789012:key/*",
        Condition: {
          "ForAnyValue:StringEquals": { "kms:ResourceAliases": ["alias/shop-state"] },
          StringEquals: { "kms:EncryptionContext:stack": "test" },
        },
      },
    ]);
  });

  it("gives the preview role no rights of its own unless it may decrypt", async () => {
    const { resources } = await declare({ ...full, preview: {} });
    expect(listOf(resources)).toContain(`${Role} access-preview`);
    expect(listOf(resources)).not.toContain(`${Rights} access-preview-rights`);
  });

  it("reaches the state of its own stack alone", async () => {
    const { resources } = await declare(full);
    const own = [
      "arn:aws:s3:::shop-state/.pulumi/stacks/groundwork/test.json*",
      "arn:aws:s3:::shop-state/.pulumi/locks/organization/groundwork/test/*",
      "arn:aws:s3:::shop-state/.pulumi/history/groundwork/test/*",
      "arn:aws:s3:::shop-state/.pulumi/backups/groundwork/test/*",
    ];
    const on = (document: { Statement: Statement[] }) =>
      document.Statement.filter(({ Resource }) => JSON.stringify(Resource).includes("shop-state"));
    expect(on(documentOf(resources, Policy, "access-read-keep"))).toEqual([
      { Effect: "Allow", Action: "s3:ListBucket", Resource: "arn:aws:s3:::shop-state" },
      {
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: ["arn:aws:s3:::shop-state/.pulumi/meta.yaml", ...own],
      },
    ]);
    expect(on(documentOf(resources, Rights, "access-deploy-rights"))).toEqual([
      { Effect: "Allow", Action: ["s3:DeleteObject", "s3:PutObject"], Resource: own },
    ]);
  });

  it("answers ARNs, and repeats its args as inputs", async () => {
    const { result, resources } = await declare(full);
    expect(await valueOf(result.deployRoleArn)).toBe("arn:aws:iam::role/made");
    expect(await valueOf(pulumi.output(result.previewRoleArn))).toBe("arn:aws:iam::role/made");
    expect(result.providerArn).toBe(
      "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com",
    );
    expect(find(resources, Component).inputs).toEqual(full);
    expect(find(resources, Component).outputs).toEqual({
      deployRoleArn: "arn:aws:iam::role/made",
      driftRoleArn: "arn:aws:iam::role/made",
      previewRoleArn: "arn:aws:iam::role/made",
      providerArn: result.providerArn,
    });
  });

  it("leaves the last word on each child to its transform", async () => {
    const boundary = "arn:aws:iam::123456789012:policy/boundary";
    const { resources } = await declare({
      ...full,
      transform: {
        role: (args) => void (args.permissionsBoundary = boundary),
        provider: (args) => void (args.thumbprintLists = ["a".repeat(40)]),
        policy: (args) => void (args.path = "/ci/"),
        attachment: (_args, opts) => void (opts.retainOnDelete = true),
        rolePolicy: (args) => void (args.name = "own"),
      },
    });
    expect(find(resources, Role, "access-deploy").inputs["permissionsBoundary"]).toBe(boundary);
    expect(find(resources, Provider).inputs["thumbprintLists"]).toEqual(["a".repeat(40)]);
    expect(find(resources, Policy, "access-read-watch").inputs["path"]).toBe("/ci/");
    expect(find(resources, Attachment, "access-deploy-read-keep").options).toMatchObject({
      retainOnDelete: true,
    });
    expect(find(resources, Rights, "access-deploy-rights").inputs["name"]).toBe("own");
  });
});

describe("Access refuses", () => {
  it.each<[what: string, args: Partial<AccessArgs>, path: string, found: string]>([
    ["an account that is no number", { accountId: "velocity" }, "accountId", "velocity"],
    ["a number of 11 digits", { accountId: "12345678901" }, "accountId", "12345678901"],
    [
      "every repository of an organisation",
      { repository: "velocity/*" },
      "repository",
      "velocity/*",
    ],
    ["every repository", { repository: "*" }, "repository", "*"],
    [
      "a repository with its host",
      { repository: "github.com/a/b" },
      "repository",
      "github.com/a/b",
    ],
    ["a repository that hides an environment", { repository: "a/b:x" }, "repository", "a/b:x"],
    ["every environment", { environment: "*" }, "environment", "*"],
    ["an environment that hides a claim", { environment: "a:b" }, "environment", "a:b"],
    ["a session of ten minutes", { maxSessionDuration: 600 }, "maxSessionDuration", "600"],
    ["a session of a day", { maxSessionDuration: 86_400 }, "maxSessionDuration", "86400"],
    ["half a second", { maxSessionDuration: 3600.5 }, "maxSessionDuration", "3600.5"],
    [
      "one environment for updates and comparisons",
      { drift: { environment: "production" } },
      "drift.environment",
      "production",
    ],
    [
      "every workflow",
      { drift: { workflow: ".github/workflows/*" } },
      "drift.workflow",
      ".github/workflows/*",
    ],
    ["every branch", { drift: { branch: "*" } }, "drift.branch", "*"],
    [
      "a product that makes roles' names too long",
      { product: "p".repeat(60) },
      "product",
      "p".repeat(60),
    ],
  ])("%s", async (_what, args, path, found) => {
    await expect(declare({ ...smallest, ...args })).rejects.toMatchObject({
      problems: [{ where: { path: `access.${path}` }, found }],
    });
  });

  it("more names than IAM's documents take", async () => {
    const secrets = Array.from({ length: 200 }, (_, i) => `shop/prod/SECRET_${i}`);
    await expect(declare({ ...smallest, secrets })).rejects.toThrow(
      /take \d+ characters[\s\S]*at most 10240, says IAM/,
    );
  });

  it("all mistakes at once", async () => {
    const args = { ...smallest, accountId: "", repository: "", environment: "" };
    await expect(declare(args)).rejects.toMatchObject({ problems: { length: 3 } });
  });
});
