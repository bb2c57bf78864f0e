import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";
import { deliveryType } from "./firehose";

/** Asking for a name that is there changes the stream that bears it. */
export const metricStream: CloudResource = {
  type: "aws:cloudwatch/metricStream:MetricStream",
  autonamed: true,
  defaults: { includeLinkedAccountsMetrics: false, namePrefix: "" },
  computed: ["arn", "creationDate", "lastUpdateDate", "state"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const arn = arnOf(order);
    const refusal = `creating CloudWatch Metric Stream (${text(order.inputs["name"], "")}): a stream with the ARN ${arn} already exists. CloudWatch would change that one, and two programs would share it`;
    return [{ key: `aws:metric-stream:${arn}`, refusal }];
  },
  needs: (order) => [
    needed(order, "firehoseArn", deliveryType, (arn) => arn),
    needed(order, "roleArn", "aws:iam/role:Role", (arn) => arn.split("/").at(-1) ?? ""),
  ],
  create: (order) => {
    const now = new Date().toISOString();
    const outputs = { creationDate: now, lastUpdateDate: now, state: "running" };
    return { id: text(order.inputs["name"], ""), outputs: { arn: arnOf(order), ...outputs } };
  },
};

function arnOf({ inputs, account }: Order): string {
  const region = awsRegion(inputs, account);
  return `arn:aws:cloudwatch:${region}:${awsAccountId}:metric-stream/${text(inputs["name"], "")}`;
}

function needed({ inputs }: Order, key: string, type: string, idOf: (arn: string) => string): Need {
  const arn = inputs[key];
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  const refusal = `creating CloudWatch Metric Stream (${text(inputs["name"], "")}): operation error CloudWatch: PutMetricStream, ${status}, InvalidParameterValue: ${key} ${text(arn, "")} does not exist.`;
  return { type, id: typeof arn === "string" ? idOf(arn) : arn, refusal };
}
