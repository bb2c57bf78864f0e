/** One SDK whose contract the sandbox enforces. */
export interface SdkPackage {
  /** Package name in type tokens, and of the file `sandbox/schema/<name>.json`. */
  name: string;
  npm: string;
  /** Folders of the SDK to read; left out: the whole package. The package's root is always read. */
  modules?: readonly string[];
}

/** Modules of AWS that the product declares resources of; all of them would be ten times the size. */
const awsModules = [
  "accessanalyzer",
  "account",
  "acm",
  "apigatewayv2",
  "backup",
  "budgets",
  "cfg",
  "chatbot",
  "cloudfront",
  "cloudtrail",
  "cloudwatch",
  "cognito",
  "costexplorer",
  "dynamodb",
  "elasticache",
  "guardduty",
  "iam",
  "kinesis",
  "kms",
  "lambda",
  "oam",
  "resourcegroups",
  "route53",
  "rum",
  "s3",
  "scheduler",
  "secretsmanager",
  "securityhub",
  "ses",
  "sesv2",
  "sns",
  "sqs",
  "ssm",
  "synthetics",
  "wafv2",
] as const;

export const sdkPackages: readonly SdkPackage[] = [
  { name: "aws", npm: "@pulumi/aws", modules: awsModules },
  { name: "checkly", npm: "@checkly/pulumi" },
  { name: "digitalocean", npm: "@pulumi/digitalocean" },
  { name: "github", npm: "@pulumi/github" },
  { name: "pagerduty", npm: "@pulumi/pagerduty" },
  { name: "random", npm: "@pulumi/random" },
  { name: "sentry", npm: "@pulumiverse/sentry" },
  { name: "supabase", npm: "@pulumi/supabase" },
  { name: "vercel", npm: "@pulumiverse/vercel" },
];
