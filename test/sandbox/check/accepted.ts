import type { PropertyMap } from "../../../core/value";
import { acceptedMonitors } from "./accepted-monitors";

/** Type tokens by the names that the tests use. */
export const types = {
  project: "vercel:index/project:Project",
  route: "vercel:index/projectRoute:ProjectRoute",
  domain: "vercel:index/projectDomain:ProjectDomain",
  variable: "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
  dnsRecord: "vercel:index/dnsRecord:DnsRecord",
  firewall: "vercel:index/firewallConfig:FirewallConfig",
  rollingRelease: "vercel:index/projectRollingRelease:ProjectRollingRelease",
  logDrain: "vercel:index/logDrain:LogDrain",
  edgeItem: "vercel:index/edgeConfigItem:EdgeConfigItem",
  flag: "vercel:index/featureFlagDefinition:FeatureFlagDefinition",
  teamConfig: "vercel:index/teamConfig:TeamConfig",
  database: "supabase:index/project:Project",
  settings: "supabase:index/settings:Settings",
  apikey: "supabase:index/apikey:Apikey",
  branch: "supabase:index/branch:Branch",
  edgeSecrets: "supabase:index/edgeFunctionSecrets:EdgeFunctionSecrets",
  thirdPartyAuth: "supabase:index/thirdPartyAuth:ThirdPartyAuth",
  repository: "github:index/repository:Repository",
  ruleset: "github:index/repositoryRuleset:RepositoryRuleset",
  environment: "github:index/repositoryEnvironment:RepositoryEnvironment",
  deploymentPolicy:
    "github:index/repositoryEnvironmentDeploymentPolicy:RepositoryEnvironmentDeploymentPolicy",
  actionsSecret: "github:index/actionsSecret:ActionsSecret",
  actionsVariable: "github:index/actionsVariable:ActionsVariable",
  permissions: "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions",
  teamMembers: "github:index/teamMembers:TeamMembers",
  file: "github:index/repositoryFile:RepositoryFile",
  healthCheck: "aws:route53/healthCheck:HealthCheck",
  budget: "aws:budgets/budget:Budget",
  alarm: "aws:cloudwatch/metricAlarm:MetricAlarm",
  logGroup: "aws:cloudwatch/logGroup:LogGroup",
  topic: "aws:sns/topic:Topic",
  subscription: "aws:sns/topicSubscription:TopicSubscription",
  canary: "aws:synthetics/canary:Canary",
  bucket: "aws:s3/bucket:Bucket",
  encryption:
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  secret: "aws:secretsmanager/secret:Secret",
  secretVersion: "aws:secretsmanager/secretVersion:SecretVersion",
  record: "aws:route53/record:Record",
  role: "aws:iam/role:Role",
  anomalies: "aws:costexplorer/anomalySubscription:AnomalySubscription",
  backupPlan: "aws:backup/plan:Plan",
  app: "digitalocean:index/app:App",
  sentryTeam: "sentry:index/sentryTeam:SentryTeam",
  sentryProject: "sentry:index/sentryProject:SentryProject",
  sentryKey: "sentry:index/sentryKey:SentryKey",
  sentryAlert: "sentry:index/sentryIssueAlert:SentryIssueAlert",
  checklyChannel: "checkly:index/alertChannel:AlertChannel",
  checklyGroup: "checkly:index/checkGroup:CheckGroup",
  checklyCheck: "checkly:index/check:Check",
  pagerdutyPolicy: "pagerduty:index/escalationPolicy:EscalationPolicy",
  pagerdutyService: "pagerduty:index/service:Service",
  pagerdutyIntegration: "pagerduty:index/serviceIntegration:ServiceIntegration",
  password: "random:index/randomPassword:RandomPassword",
  integer: "random:index/randomInteger:RandomInteger",
} as const;

export type TypeName = keyof typeof types;

/** One notification of a budget. */
export const notification: PropertyMap = {
  comparisonOperator: "GREATER_THAN",
  notificationType: "ACTUAL",
  subscriberEmailAddresses: ["platform@example.com"],
  threshold: 80,
  thresholdType: "PERCENTAGE",
};

/** What one route does. */
export const routeRule: PropertyMap = {
  src: "/(.*)",
  headers: {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
  },
  transforms: [{ type: "response.headers", op: "delete", target: '{"key":"X-Powered-By"}' }],
};

/** A site, a service and a worker of App Platform, on hosts of their own. */
export const appSpec = {
  name: "velocity-shop-dev",
  region: "nyc",
  domainNames: [
    { name: "www.example.com", type: "PRIMARY" },
    { name: "example.com", type: "ALIAS", wildcard: false },
  ],
  egresses: [{ type: "DEDICATED_IP" }],
  alerts: [{ rule: "DEPLOYMENT_FAILED" }],
  ingress: {
    rules: [
      {
        component: { name: "api", preservePathPrefix: true },
        match: { path: { prefix: "/api" } },
      },
      {
        redirect: { authority: "www.example.com", redirectCode: 308 },
        match: { authority: { exact: "example.com" }, path: { prefix: "/" } },
      },
    ],
  },
  envs: [{ key: "PLACE", value: "nyc", type: "GENERAL", scope: "RUN_TIME" }],
  services: [
    {
      name: "api",
      image: {
        registryType: "GHCR",
        registry: "velocity",
        repository: "shop-api",
        tag: "1.4.0",
      },
      httpPort: 8080,
      instanceSizeSlug: "apps-s-1vcpu-1gb",
      instanceCount: 2,
      healthCheck: { httpPath: "/health", periodSeconds: 10, timeoutSeconds: 2 },
      envs: [{ key: "TOKEN", value: "t", type: "SECRET", scope: "RUN_TIME" }],
      termination: { drainSeconds: 15, gracePeriodSeconds: 60 },
    },
  ],
  staticSites: [
    {
      name: "site",
      github: { repo: "velocity/shop", branch: "main", deployOnPush: true },
      buildCommand: "npm run build",
      outputDir: "dist",
      catchallDocument: "index.html",
    },
  ],
  workers: [
    {
      name: "mailer",
      git: { repoCloneUrl: "https://github.com/velocity/mailer.git", branch: "main" },
      instanceSizeSlug: "apps-d-1vcpu-1gb",
      autoscaling: { minInstanceCount: 1, maxInstanceCount: 3, metrics: { cpu: { percent: 75 } } },
    },
  ],
} as const;

/** Full inputs that the real providers take, one of each type. */
export const accepted: Record<TypeName, PropertyMap> = {
  project: {
    name: "velocity-platform-dev",
    framework: "nextjs",
    buildCommand: "npm run build",
    installCommand: "npm ci",
    devCommand: "npm run dev",
    outputDirectory: ".next",
    rootDirectory: "apps/web",
    nodeVersion: "22.x",
    gitForkProtection: true,
    gitRepository: { type: "github", repo: "velocity/velocity-platform", productionBranch: "main" },
    resourceConfig: { functionDefaultRegions: ["iad1", "fra1"], functionDefaultTimeout: 60 },
    vercelAuthentication: { deploymentType: "standard_protection_new" },
    oidcTokenConfig: { issuerMode: "team" },
    skewProtection: "12 hours",
  },
  route: {
    projectId: "prj_1",
    name: "security-headers",
    srcSyntax: "regex",
    position: { placement: "start" },
    route: routeRule,
  },
  domain: {
    projectId: "prj_1",
    domain: "www.example.com",
    redirect: "example.com",
    redirectStatusCode: 308,
  },
  variable: {
    projectId: "prj_1",
    key: "DATABASE_URL",
    value: "postgres://db",
    targets: ["production", "preview"],
    sensitive: true,
    comment: "Managed by Pulumi",
  },
  dnsRecord: { domain: "example.com", name: "www", type: "CNAME", value: "cname.vercel-dns.com." },
  firewall: {
    projectId: "prj_1",
    enabled: true,
    rules: {
      rules: [
        {
          name: "Block path",
          action: { action: "deny" },
          conditionGroups: [{ conditions: [{ type: "path", op: "pre", value: "/admin" }] }],
        },
      ],
    },
  },
  rollingRelease: {
    projectId: "prj_1",
    advancementType: "automatic",
    stages: [{ targetPercentage: 20, duration: 10 }, { targetPercentage: 100 }],
  },
  logDrain: {
    deliveryFormat: "json",
    endpoint: "https://logs.example.com",
    environments: ["production"],
    sources: ["lambda", "edge"],
    samplingRate: 0.5,
  },
  edgeItem: { edgeConfigId: "ecfg_1", key: "maintenance", value: "off" },
  flag: {
    projectId: "prj_1",
    key: "new-checkout",
    kind: "boolean",
    variants: [{ id: "on", valueBool: true }],
  },
  teamConfig: { name: "velocity" },
  database: {
    name: "velocity-dev",
    organizationId: "velocity-org",
    region: "eu-central-1",
    databasePassword: "a long enough password",
    instanceSize: "small",
    timeouts: { create: "15m", update: "1h30m" },
  },
  settings: {
    projectRef: "abcdefghijklmnopqrst",
    sslEnforcement: true,
    api: '{"db_schema":"public","db_extra_search_path":"extensions","max_rows":1000}',
    database: '{"max_connections":100,"shared_buffers":"256MB","statement_timeout":"30s"}',
    network: '{"restrictions":["203.0.113.0/24","2001:db8::/32"]}',
    auth: '{"site_url":"https://example.com","smtp_port":"587","jwt_exp":3600}',
    storage:
      '{"fileSizeLimit":52428800,"features":{"imageTransformation":{"enabled":true},"s3Protocol":{"enabled":false}}}',
    timeouts: { create: "15m", update: "15m" },
  },
  apikey: { projectRef: "abcdefghijklmnopqrst", name: "ci_jobs", description: "For CI" },
  branch: { parentProjectRef: "abcdefghijklmnopqrst", gitBranch: "develop", persistent: true },
  edgeSecrets: {
    projectRef: "abcdefghijklmnopqrst",
    secrets: [{ name: "STRIPE_KEY", value: "sk_test" }],
  },
  thirdPartyAuth: {
    projectRef: "abcdefghijklmnopqrst",
    oidcIssuerUrl: "https://issuer.example.com",
  },
  repository: {
    name: "velocity-platform",
    visibility: "private",
    topics: ["platform", "vercel"],
    hasIssues: true,
    deleteBranchOnMerge: true,
    squashMergeCommitTitle: "PR_TITLE",
  },
  ruleset: {
    name: "main",
    repository: "velocity-platform",
    target: "branch",
    enforcement: "active",
    conditions: { refName: { includes: ["~DEFAULT_BRANCH"], excludes: [] } },
    bypassActors: [{ actorType: "OrganizationAdmin", bypassMode: "pull_request" }],
    rules: {
      deletion: true,
      nonFastForward: true,
      pullRequest: { requiredApprovingReviewCount: 2, requireCodeOwnerReview: true },
      requiredStatusChecks: { requiredChecks: [{ context: "check" }] },
    },
  },
  environment: {
    environment: "production",
    repository: "velocity-platform",
    waitTimer: 30,
    reviewers: [{ teams: [1, 2], users: [3] }],
    deploymentBranchPolicy: { protectedBranches: true, customBranchPolicies: false },
  },
  deploymentPolicy: {
    environment: "production",
    repository: "velocity-platform",
    branchPattern: "main",
  },
  actionsSecret: { repository: "velocity-platform", secretName: "DEPLOY_TOKEN", value: "t" },
  actionsVariable: { repository: "velocity-platform", variableName: "REGION", value: "eu" },
  permissions: {
    repository: "velocity-platform",
    allowedActions: "selected",
    allowedActionsConfig: { githubOwnedAllowed: true },
  },
  teamMembers: { teamSlug: "platform", members: [{ username: "octocat", role: "maintainer" }] },
  file: { repository: "velocity-platform", file: ".github/CODEOWNERS", content: "* @platform\n" },
  healthCheck: {
    type: "HTTPS",
    fqdn: "www.example.com",
    port: 443,
    resourcePath: "/api/health",
    requestInterval: 30,
    failureThreshold: 2,
    enableSni: true,
    measureLatency: true,
    regions: ["us-east-1", "eu-west-1", "ap-southeast-1"],
    tags: { Name: "www" },
  },
  budget: {
    name: "velocity-platform-dev",
    budgetType: "COST",
    limitAmount: "120.00",
    limitUnit: "USD",
    timeUnit: "MONTHLY",
    notifications: [notification, { ...notification, notificationType: "FORECASTED" }],
  },
  alarm: {
    name: "web-5xx",
    comparisonOperator: "GreaterThanThreshold",
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    metricName: "Errors",
    namespace: "Velocity",
    period: 300,
    statistic: "Sum",
    threshold: 5,
    treatMissingData: "notBreaching",
    alarmActions: ["arn:aws:sns:us-east-1:123456789012:alerts"],
  },
  logGroup: { name: "/velocity/web", retentionInDays: 30 },
  topic: { name: "velocity-alerts" },
  subscription: {
    topic: "arn:aws:sns:us-east-1:123456789012:alerts",
    protocol: "email",
    endpoint: "platform@example.com",
  },
  canary: {
    name: "checkout",
    artifactS3Location: "s3://velocity-canaries/checkout",
    executionRoleArn: "arn:aws:iam::123456789012:role/canary",
    handler: "index.handler",
    runtimeVersion: "syn-nodejs-puppeteer-9.1",
    schedule: { expression: "rate(5 minutes)" },
    s3Bucket: "velocity-canaries",
    s3Key: "checkout.zip",
    runConfig: { memoryInMb: 1024, timeoutInSeconds: 60 },
  },
  bucket: { bucket: "velocity-assets-dev", forceDestroy: true, tags: { stack: "dev" } },
  encryption: {
    bucket: "velocity-assets-dev",
    rules: [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm: "aws:kms",
          kmsMasterKeyId: "alias/key",
        },
        bucketKeyEnabled: true,
      },
    ],
  },
  secret: { name: "velocity/stripe", recoveryWindowInDays: 7 },
  secretVersion: { secretId: "arn:aws:secretsmanager:eu-west-1:1:secret:x", secretString: "s" },
  record: { zoneId: "Z1", name: "www", type: "CNAME", ttl: 300, records: ["cname.vercel-dns.com"] },
  role: {
    name: "deploy",
    assumeRolePolicy: '{"Version":"2012-10-17","Statement":[]}',
    maxSessionDuration: 3600,
  },
  anomalies: {
    name: "daily",
    frequency: "DAILY",
    monitorArnLists: ["arn:aws:ce::123456789012:anomalymonitor/1"],
    subscribers: [{ type: "EMAIL", address: "platform@example.com" }],
  },
  backupPlan: {
    name: "daily",
    rules: [
      {
        ruleName: "daily",
        targetVaultName: "vault",
        schedule: "cron(0 5 ? * * *)",
        lifecycle: { coldStorageAfter: 30, deleteAfter: 120 },
      },
    ],
  },
  app: { spec: appSpec, projectId: "7e8a1f6e-5a44-4b3c-8a2a-6d1d5a1c0b1e" },
  ...acceptedMonitors,
  password: { length: 32, special: false, minLower: 4, minUpper: 4, minNumeric: 4 },
  integer: { min: 1, max: 6 },
};

/** Accepted inputs with one change; `undefined` takes a property away. */
export function changed(name: TypeName, change: PropertyMap): PropertyMap {
  const entries = Object.entries({ ...accepted[name], ...change });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
