import { describe, expect, it } from "vitest";
import { Logs, type LogsArgs } from "../../../components/logs";
import { find, listOf, onMocks, type Registered, valueOf } from "../../support/mocks";

const Component = "groundwork:logs:Logs";
const Key = "aws:kms/key:Key";
const Group = "aws:cloudwatch/logGroup:LogGroup";
const Filter = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
const Query = "aws:cloudwatch/queryDefinition:QueryDefinition";
const Trail = "aws:cloudtrail/trail:Trail";
const Function = "aws:lambda/function:Function";
const Url = "aws:lambda/functionUrl:FunctionUrl";
const Permission = "aws:lambda/permission:Permission";
const Role = "aws:iam/role:Role";
const Api = "aws:apigatewayv2/api:Api";
const Domain = "aws:apigatewayv2/domainName:DomainName";
const Mapping = "aws:apigatewayv2/apiMapping:ApiMapping";
const Record = "aws:route53/record:Record";
const RolePolicy = "aws:iam/rolePolicy:RolePolicy";

const outputs = {
  [Key]: { arn: "arn:aws:kms:made" },
  [Url]: { functionUrl: "https://made.lambda-url.ca-central-1.on.aws/" },
  [Role]: { arn: "arn:aws:iam::123456789012:role/made" },
  [Function]: { arn: "arn:function" },
  [Api]: { executionArn: "arn:api" },
  [Domain]: {
    domainNameConfiguration: { targetDomainName: "d-made.execute-api.ca-central-1.amazonaws.com" },
  },
  [Trail]: { arn: "arn:aws:cloudtrail:made" },
};
const calls = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
  "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
  "vercel:index/getEndpointVerification:getEndpointVerification": () => ({
    verificationCode: "code-of-the-team",
  }),
};
const declare = (args: LogsArgs, preview = false) =>
  onMocks(() => new Logs("logs", args), { preview, outputs, calls });

const smallest: LogsArgs = {
  product: "shop",
  tier: "dev",
  owner: "web-team",
  retentionInDays: 7,
  groups: { web: { kind: "hosting", metrics: ["Errors5xx", "Duration"] } },
};
const full: LogsArgs = {
  ...smallest,
  tier: "prod",
  retentionInDays: 365,
  encrypted: true,
  groups: { ...smallest.groups, database: { kind: "database", metrics: [] } },
  intake: { drainSecret: "DRAIN", tokenSecret: "TOKEN", maxBodyBytes: 1024 },
  secretArns: { DRAIN: "arn:secret:drain", TOKEN: "arn:secret:token", OTHER: "arn:secret:other" },
  trail: { bucket: "audit", prefix: "calls" },
  trailBucket: "shop-audit",
};

const inputsOf = (resources: readonly Registered[], type: string, name?: string) =>
  find(resources, type, name).inputs;
const statementsOf = (resources: readonly Registered[], type: string, key = "policy") => {
  const text = String(inputsOf(resources, type)[key]);
  return (JSON.parse(text) as { Statement: Record<string, unknown>[] }).Statement;
};
const queries = ["errors", "live", "response-times", "security"];

// Requirement: LOG-01, LOG-04, LOG-06, LOG-08
describe("the smallest Logs", () => {
  it("declare a group, its filters and the queries, and nothing else", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources)).toEqual([
      `${Group} logs-group-web`,
      `${Filter} logs-filter-web-Duration`,
      `${Filter} logs-filter-web-Errors5xx`,
      ...queries.map((key) => `${Query} logs-query-${key}`),
      `${Component} logs`,
    ]);
    const children = resources.filter(({ type }) => type !== Component);
    expect(children.map(({ parent }) => parent)).toEqual(children.map(() => `${Component} logs`));
  });

  it("keep the lines of a service for the days that the args say, without a key", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, Group)).toEqual({
      name: "/shop/dev/web",
      retentionInDays: 7,
      tags: { product: "shop", tier: "dev", owner: "web-team", service: "web" },
    });
    expect(find(resources, Group).options).toMatchObject({ deleteBeforeReplace: true });
  });

  it("count the lines that matter, 0 where none does, and leave a duration alone", async () => {
    const { resources } = await declare(smallest);
    expect(inputsOf(resources, Filter, "logs-filter-web-Errors5xx")).toEqual({
      name: "Errors5xx",
      logGroupName: "/shop/dev/web",
      pattern: "{ $.status >= 500 }",
      metricTransformation: {
        name: "Errors5xx",
        namespace: "shop/dev/web",
        value: "1",
        unit: "Count",
        defaultValue: "0",
      },
    });
    const duration = inputsOf(resources, Filter, "logs-filter-web-Duration");
    expect(duration.metricTransformation).toEqual({
      name: "Duration",
      namespace: "shop/dev/web",
      value: "$.durationMs",
      unit: "Milliseconds",
    });
  });

  it("save queries over all groups, in the stack's folder", async () => {
    const { resources } = await declare({ ...full, intake: undefined });
    expect(inputsOf(resources, Query, "logs-query-errors")).toEqual({
      name: "shop/prod/errors",
      logGroupNames: ["/shop/prod/web", "/shop/prod/database"],
      queryString:
        'filter level = "error" or status >= 500\n| stats count(*) as errors by service, bin(1h)',
    });
  });
});

// Requirement: LOG-07, LOG-10, COMP-07
describe("the full Logs", () => {
  it("declare key, trail and intake besides", async () => {
    const { resources } = await declare(full);
    expect(listOf(resources)).toEqual([
      `${Trail} logs-trail`,
      `${Group} logs-group-database`,
      `${Group} logs-group-web`,
      `${Group} logs-intake-group`,
      `${Filter} logs-filter-web-Duration`,
      `${Filter} logs-filter-web-Errors5xx`,
      ...queries.map((key) => `${Query} logs-query-${key}`),
      `${Role} logs-intake-role`,
      `${RolePolicy} logs-intake-rights`,
      `${Key} logs-key`,
      `${Function} logs-intake`,
      `${Url} logs-intake-url`,
      `${Permission} logs-intake-may-call`,
      `${Permission} logs-intake-may-call-url`,
      `${Component} logs`,
    ]);
  });

  it("encrypt every group with one key, which CloudWatch may use for these groups alone", async () => {
    const { resources } = await declare(full);
    for (const { inputs } of resources.filter(({ type }) => type === Group)) {
      expect(inputs.kmsKeyId).toBe("arn:aws:kms:made");
    }
    expect(inputsOf(resources, Key)).toMatchObject({ enableKeyRotation: true });
    const [owner, logs, trail, looks] = statementsOf(resources, Key);
    expect(owner?.Principal).toEqual({ AWS: "arn:aws:iam::123456789012:root" });
    expect(logs).toMatchObject({
      Principal: { Service: "logs.ca-central-1.amazonaws.com" },
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": [
            "arn:aws:logs:ca-central-1:123456789012:log-group:/shop/prod/web",
            "arn:aws:logs:ca-central-1:123456789012:log-group:/shop/prod/database",
            "arn:aws:logs:ca-central-1:123456789012:log-group:/shop/prod/log-intake",
          ],
        },
      },
    });
    const arn = "arn:aws:cloudtrail:ca-central-1:123456789012:trail/shop-prod";
    expect(trail?.Condition).toEqual({
      StringEquals: { "aws:SourceArn": arn, "kms:EncryptionContext:aws:cloudtrail:arn": arn },
    });
    expect(looks?.Condition).toEqual({ StringEquals: { "aws:SourceArn": arn } });
  });

  it("give the key to no trail where there is none", async () => {
    const { resources } = await declare({ ...full, trail: undefined });
    expect(statementsOf(resources, Key).map(({ Sid }) => Sid)).toEqual(["Owner", "Logs"]);
  });

  it("record calls of all regions, validated, encrypted, in the bucket's folder", async () => {
    const { resources, result } = await declare(full);
    expect(inputsOf(resources, Trail)).toEqual({
      name: "shop-prod",
      s3BucketName: "shop-audit",
      s3KeyPrefix: "calls",
      enableLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: true,
      isMultiRegionTrail: true,
      kmsKeyId: "arn:aws:kms:made",
      tags: { product: "shop", tier: "prod", owner: "web-team" },
    });
    expect(await valueOf(result.trailArn!)).toBe("arn:aws:cloudtrail:made");
  });

  it("run the intake with a role that writes to these groups and reads its own secrets", async () => {
    const { resources } = await declare(full);
    const streams = (service: string) =>
      `arn:aws:logs:ca-central-1:123456789012:log-group:/shop/prod/${service}:log-stream:*`;
    expect(statementsOf(resources, RolePolicy)).toEqual([
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [streams("web"), streams("database"), streams("log-intake")],
      },
      {
        Sid: "ReadSecrets",
        Effect: "Allow",
        Action: "secretsmanager:GetSecretValue",
        Resource: ["arn:secret:drain", "arn:secret:token"],
      },
    ]);
    expect(statementsOf(resources, Role, "assumeRolePolicy")).toEqual([
      {
        Sid: "Lambda",
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: "sts:AssumeRole",
      },
    ]);
  });

  it("name the secrets in a preview, when they have no ARN yet", async () => {
    const secretNames = { DRAIN: "shop/DRAIN", TOKEN: "shop/TOKEN" };
    const { resources } = await declare({ ...full, secretNames }, true);
    const arn = "arn:aws:secretsmanager:ca-central-1:123456789012:secret";
    expect(statementsOf(resources, RolePolicy)[1]).toMatchObject({
      Sid: "ReadSecrets",
      Resource: [`${arn}:shop/DRAIN-??????`, `${arn}:shop/TOKEN-??????`],
    });
  });

  it("tell the function names and ARNs, and no secret", async () => {
    const { resources } = await declare(full);
    const { inputs, options, secretInputs } = find(resources, Function);
    expect(inputs).toMatchObject({
      name: "shop-prod-log-intake",
      runtime: "nodejs22.x",
      handler: "index.handler",
      reservedConcurrentExecutions: 10,
      loggingConfig: { logFormat: "JSON", logGroup: "/shop/prod/log-intake" },
    });
    const { variables } = inputs.environment as { variables: Record<string, string> };
    expect({ ...variables, INTAKE: JSON.parse(variables.INTAKE!) as unknown }).toEqual({
      DRAIN_SECRET_ARN: "arn:secret:drain",
      TOKEN_SECRET_ARN: "arn:secret:token",
      INTAKE: {
        groups: { web: "/shop/prod/web", database: "/shop/prod/database" },
        drainService: "web",
        environment: "prod",
        maxBodyBytes: 1024,
        verification: "code-of-the-team",
      },
    });
    expect(secretInputs).toEqual([]);
    expect(options.dependsOn).toContain("logs-intake-rights");
  });

  it("open the address to everyone, since the function itself judges who may send", async () => {
    const { resources, result } = await declare(full);
    const name = "shop-prod-log-intake";
    expect(inputsOf(resources, Url)).toEqual({ functionName: name, authorizationType: "NONE" });
    expect(inputsOf(resources, Permission, "logs-intake-may-call-url")).toEqual({
      action: "lambda:InvokeFunctionUrl",
      functionUrlAuthType: "NONE",
      function: name,
      principal: "*",
    });
    expect(inputsOf(resources, Permission, "logs-intake-may-call")).toEqual({
      action: "lambda:InvokeFunction",
      invokedViaFunctionUrl: true,
      function: name,
      principal: "*",
    });
    expect(await valueOf(result.intakeUrl!)).toMatch(/^https:\/\//);
  });

  it("answer under a host of our own, which alone may call the function", async () => {
    const host = "logs.example.com";
    const certificateArn = "arn:aws:acm:ca-central-1:123456789012:certificate/1";
    const intake = { ...full.intake, domain: { host, certificateArn } };
    const { resources, result } = await declare({ ...full, intake, zoneId: "Z1" });
    expect(resources.filter(({ type }) => type === Url)).toEqual([]);
    expect(inputsOf(resources, Api)).toMatchObject({
      protocolType: "HTTP",
      target: "arn:function",
      disableExecuteApiEndpoint: true,
    });
    expect(inputsOf(resources, Permission)).toEqual({
      action: "lambda:InvokeFunction",
      function: "shop-prod-log-intake",
      principal: "apigateway.amazonaws.com",
      sourceArn: "arn:api/*",
    });
    expect(inputsOf(resources, Domain)).toMatchObject({
      domainName: host,
      domainNameConfiguration: {
        certificateArn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
    });
    expect(inputsOf(resources, Mapping)).toEqual({
      apiId: "logs-intake-api-id",
      domainName: host,
      stage: "$default",
    });
    expect(inputsOf(resources, Record)).toEqual({
      zoneId: "Z1",
      name: host,
      type: "CNAME",
      ttl: 300,
      records: ["d-made.execute-api.ca-central-1.amazonaws.com"],
    });
    expect(await valueOf(result.intakeUrl!)).toBe("https://logs.example.com/");
  });

  it("leave the record to a person where no zone is given", async () => {
    const domain = { host: "logs.example.com", certificateArn: "arn:certificate" };
    const { resources } = await declare({ ...full, intake: { ...full.intake, domain } });
    expect(resources.filter(({ type }) => type === Record)).toEqual([]);
  });

  it("show others what they say themselves, and nothing of secrets or buckets", async () => {
    const { resources } = await declare(full);
    const { secretArns, trailBucket, ...said } = full;
    expect([secretArns, trailBucket]).not.toContain(undefined);
    expect(find(resources, Component).inputs).toEqual(said);
    expect(find(resources, Component).outputs).toMatchObject({
      groupNames: { web: "/shop/prod/web", database: "/shop/prod/database" },
    });
  });

  it("name every group in a preview, where no ARN is known yet", async () => {
    const { resources } = await declare(full, true);
    const names = resources.filter(({ type }) => type === Group).map(({ inputs }) => inputs.name);
    expect(names).toEqual(["/shop/prod/web", "/shop/prod/database", "/shop/prod/log-intake"]);
    expect(inputsOf(resources, RolePolicy).policy).toContain("/shop/prod/web");
  });

  it("ask Vercel for no code where no drain sends", async () => {
    const intake = { tokenSecret: "TOKEN" };
    const { resources } = await declare({ ...full, intake });
    const { variables } = inputsOf(resources, Function).environment as {
      variables: Record<string, string>;
    };
    expect(variables.DRAIN_SECRET_ARN).toBe("");
    expect(JSON.parse(variables.INTAKE!)).toMatchObject({ verification: "" });
  });

  it("have the last word of a transform on every child", async () => {
    const seen: string[] = [];
    const note = (_: unknown, __: unknown, name: string) => void seen.push(name);
    const intake = { function: note, role: note, rights: note, url: note, permission: note };
    const transform = { key: note, group: note, filter: note, query: note, trail: note, intake };
    const { resources } = await declare({ ...full, transform });
    const children = resources.filter(({ type }) => type !== Component);
    expect(seen.sort()).toEqual(children.map(({ name }) => name).sort());
  });
});
