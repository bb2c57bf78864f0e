/** What vendors answer to the functions that components call: mocks of one account. */
export const vendorAnswers = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
  "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
  "github:index/getTeam:getTeam": () => ({ id: "1" }),
  "github:index/getUser:getUser": () => ({ id: "1" }),
  "aws:index/getPartition:getPartition": () => ({ partition: "aws" }),
  "pagerduty:index/getEscalationPolicy:getEscalationPolicy": () => ({ id: "PPOLICY" }),
  "pagerduty:index/getSchedule:getSchedule": () => ({ id: "PSCHED1" }),
  "sentry:index/getSentryTeam:getSentryTeam": () => ({ slug: "web", internalId: "42" }),
  "vercel:index/getEndpointVerification:getEndpointVerification": () => ({
    verificationCode: "code-of-the-team",
  }),
};

/** The record that a certificate waits for. */
const proof = {
  resourceRecordName: "_1.assets.example.com.",
  resourceRecordType: "CNAME",
  resourceRecordValue: "_2.acm-validations.aws.",
};

/** What only some types compute. */
const computed: Record<string, object> = {
  "aws:acm/certificate:Certificate": { domainValidationOptions: [proof] },
  "aws:elasticache/serverlessCache:ServerlessCache": {
    endpoints: [{ address: "cache.example.com", port: 6379 }],
  },
};

/** Every resource has an ARN here, though not every type has one in AWS. */
export const everyArn = new Proxy<Record<string, Record<string, unknown>>>(
  {},
  {
    get: (_, type) => ({
      arn: `arn:aws:made:ca-central-1:123456789012:${String(type)}`,
      ...computed[String(type)],
    }),
  },
);
