import { allTags, awsAccountId, awsRegion, list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

const topicType = "aws:sns/topic:Topic";

/** An alarm's name is taken once in an account and region. CloudWatch itself would overwrite the alarm that has it. */
export const metricAlarm: CloudResource = {
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  autonamed: true,
  defaults: { actionsEnabled: true, evaluateLowSampleCountPercentiles: "" },
  computed: ["arn"],
  derive: derived,
  claims: (order) => [taken(order, text(order.inputs["name"], ""), "Metric Alarm")],
  needs: (order) => topicsOf(order, "creating CloudWatch Metric Alarm", "name", "PutMetricAlarm"),
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    return { id: name, outputs: { arn: alarmArn(name, awsRegion(inputs, account)) } };
  },
};

export const compositeAlarm: CloudResource = {
  type: "aws:cloudwatch/compositeAlarm:CompositeAlarm",
  defaults: { actionsEnabled: true },
  computed: ["arn"],
  derive: derived,
  claims: (order) => [taken(order, text(order.inputs["alarmName"], ""), "Composite Alarm")],
  needs: (order) => [
    ...topicsOf(order, "creating CloudWatch Composite Alarm", "alarmName", "PutCompositeAlarm"),
    ...alarmsOf(order),
  ],
  create: ({ inputs, account }) => {
    const name = text(inputs["alarmName"], "");
    return { id: name, outputs: { arn: alarmArn(name, awsRegion(inputs, account)) } };
  },
};

export const alarmMuteRule: CloudResource = {
  type: "aws:cloudwatch/alarmMuteRule:AlarmMuteRule",
  autonamed: true,
  computed: ["arn", "lastUpdatedTimestamp", "status"],
  derive: (order) => ({ ...derived(order), muteType: muteType(order) }),
  claims: (order) => [taken(order, text(order.inputs["name"], ""), "Alarm Mute Rule")],
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const arn = `arn:aws:cloudwatch:${awsRegion(inputs, account)}:${awsAccountId}:alarm-mute-rule:${name}`;
    const lastUpdatedTimestamp = `${new Date().toISOString().slice(0, 19)}Z`;
    return { id: name, outputs: { arn, lastUpdatedTimestamp, status: "SCHEDULED" } };
  },
};

/** Dashboards belong to the account, not to a region. */
export const dashboard: CloudResource = {
  type: "aws:cloudwatch/dashboard:Dashboard",
  computed: ["dashboardArn"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  claims: ({ inputs }) => {
    const name = text(inputs["dashboardName"], "");
    const refusal = `putting CloudWatch Dashboard (${name}): a dashboard of this name already exists. CloudWatch would overwrite it`;
    return [{ key: `aws:dashboard:${name}`, refusal }];
  },
  create: ({ inputs }) => {
    const name = text(inputs["dashboardName"], "");
    return {
      id: name,
      outputs: { dashboardArn: `arn:aws:cloudwatch::${awsAccountId}:dashboard/${name}` },
    };
  },
};

function derived({ inputs, account }: Order) {
  return { region: awsRegion(inputs, account), tagsAll: allTags(inputs, account) };
}

function alarmArn(name: string, region: string): string {
  return `arn:aws:cloudwatch:${region}:${awsAccountId}:alarm:${name}`;
}

function taken({ inputs, account }: Order, name: string, what: string) {
  const region = awsRegion(inputs, account);
  const refusal = `creating CloudWatch ${what} (${name}): one of this name already exists in ${region}. CloudWatch would overwrite it`;
  return { key: `aws:alarm:${what}:${region}:${name}`, refusal };
}

/** A topic of another region, or one that is gone, would hear nothing. */
function topicsOf(order: Order, doing: string, nameField: string, call: string): Need[] {
  const { inputs, account } = order;
  const region = awsRegion(inputs, account);
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  const head = `${doing} (${text(inputs[nameField], "")}): operation error CloudWatch: ${call}, ${status}, ValidationError:`;
  const actions = ["alarmActions", "okActions", "insufficientDataActions"];
  return actions.flatMap((field) =>
    list(inputs[field])
      .filter((arn): arn is string => typeof arn === "string" && arn.startsWith("arn:aws:sns:"))
      .map((arn): Need => {
        const elsewhere = arn.split(":")[3] !== region;
        const reason = elsewhere
          ? `Invalid region ${arn.split(":")[3]} specified. Only ${region} is supported.`
          : `Topic ${arn} does not exist.`;
        return { type: topicType, id: elsewhere ? undefined : arn, refusal: `${head} ${reason}` };
      }),
  );
}

/** CloudWatch refuses a rule over an alarm that is not there. */
function alarmsOf({ inputs, cloud, account }: Order): Need[] {
  const region = awsRegion(inputs, account);
  const rule = text(inputs["alarmRule"], "");
  const names = [...rule.matchAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\("([^"]+)"\)/g)].map(
    ([, name]) => name ?? "",
  );
  const missing = names.filter((name) => !isThere(cloud, name, region));
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  return missing.map((name) => ({
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    id: undefined,
    refusal: `creating CloudWatch Composite Alarm (${text(inputs["alarmName"], "")}): operation error CloudWatch: PutCompositeAlarm, ${status}, ValidationError: AlarmRule refers to an alarm that does not exist: ${name}`,
  }));
}

function isThere(cloud: Order["cloud"], name: string, region: string): boolean {
  return ["metricAlarm:MetricAlarm", "compositeAlarm:CompositeAlarm"].some(
    (kind) => cloud.find(`aws:cloudwatch/${kind}`, name)?.outputs["region"] === region,
  );
}

function muteType({ inputs }: Order): string {
  return JSON.stringify(inputs["rule"] ?? {}).includes('"at(') ? "ONE_TIME" : "RECURRING";
}
