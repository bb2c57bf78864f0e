import { UptimeChecks, type UptimeChecksArgs, type UptimeContext } from "../../components/uptime";
import { onMocks } from "../support/mocks";

export const context: UptimeContext = {
  ...{ product: "shop", tier: "prod", owner: "web-team" },
  runbooks: "https://wiki.shop.example/runbooks",
};
const topicsOf = (region: string) => ({
  critical: `arn:aws:sns:${region}:123456789012:critical`,
  warning: `arn:aws:sns:${region}:123456789012:warning`,
  info: `arn:aws:sns:${region}:123456789012:info`,
});
export const topics = { home: topicsOf("ca-central-1"), global: topicsOf("us-east-1") };

export type Args = Omit<UptimeChecksArgs, keyof UptimeContext | "topics">;
/** Without the check over all others, unless a test asks for it. */
export const declare = (args: Args, preview = false) =>
  onMocks(() => new UptimeChecks("uptime", { overall: false, ...context, topics, ...args }), {
    preview,
  });
export const app = { fqdn: "app.example.com" };

export const HealthCheck = "aws:route53/healthCheck:HealthCheck";
export const Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
export const Canary = "aws:synthetics/canary:Canary";
export const Component = "groundwork:uptime:UptimeChecks";
export const tags = { product: "shop", tier: "prod", owner: "web-team" };
