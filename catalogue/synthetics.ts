/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const syntheticsCheckedOn = "2026-11-21";

/**
 * Runtime of canaries with Node.js 22. AWS retires runtimes about a year after the next one: a retired one still runs,
 * but takes no new canary.
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Library_nodejs_puppeteer.html,
 * https://github.com/aws/agent-toolkit-for-aws (aws-observability, cloudwatch/synthetics.md).
 */
export const canaryRuntime = "syn-nodejs-puppeteer-15.0";
