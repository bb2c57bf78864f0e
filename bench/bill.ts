/** `node bill.cjs made|estimated`: 5,000 resources of kinds that are priced, and what they cost. */
import type { DeclaredResource } from "../core/resource";
import type { PropertyMap } from "../core/value";
import { costedStack } from "../cost/costed-stack";
import { estimate } from "../cost/estimate";

const count = 5000;

/** As a large stack has them: many of a few kinds, each with the inputs that its price rests on. */
const kinds: readonly [type: string, inputs: PropertyMap][] = [
  ["aws:cloudwatch/metricAlarm:MetricAlarm", { period: 60, metricName: "Errors" }],
  ["aws:cloudwatch/logGroup:LogGroup", { retentionInDays: 30 }],
  ["aws:s3/bucket:Bucket", {}],
  ["aws:sns/topic:Topic", {}],
  ["aws:secretsmanager/secret:Secret", {}],
  ["aws:route53/healthCheck:HealthCheck", { type: "HTTPS", fqdn: "app.example.com" }],
  ["aws:iam/role:Role", {}],
  ["vercel:index/project:Project", { name: "app" }],
  ["vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable", { key: "A" }],
  ["supabase:index/project:Project", { instanceSize: "small", organizationId: "shop" }],
];

const resources = Array.from({ length: count }, (_, at): DeclaredResource => {
  const [type, inputs] = kinds[at % kinds.length] ?? ["", {}];
  const name = `resource-${at}`;
  const urn = `urn:pulumi:prod::shop::${type}::${name}`;
  return { urn, type, name, custom: true, protect: false, inputs, propertyDependencies: {} };
});

const [, , what] = process.argv;
if (what === "estimated") {
  const { lines, total } = estimate(costedStack("prod", resources));
  process.stdout.write(`${lines.length} lines, ${total.expected.toFixed(2)} USD\n`);
} else {
  process.stdout.write(`${resources.length} resources\n`);
}
