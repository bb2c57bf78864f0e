import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

/** An app monitor's name is unique in its account and region; the identity pool that it names is to be there. */
export const appMonitor: CloudResource = {
  type: "aws:rum/appMonitor:AppMonitor",
  autonamed: true,
  defaults: { cwLogEnabled: false, customEvents: { status: "DISABLED" } },
  computed: ["appMonitorId", "arn", "cwLogGroup"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 409, RequestID: ${ids.uuid()}`;
    const refusal = `creating CloudWatch RUM App Monitor (${name}): operation error RUM: CreateAppMonitor, ${status}, ConflictException: An app monitor with name ${name} already exists.`;
    return [
      { key: `aws:app-monitor:${awsAccountId}:${awsRegion(inputs, account)}:${name}`, refusal },
    ];
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const appMonitorId = ids.uuid();
    const arn = `arn:aws:rum:${awsRegion(inputs, account)}:${awsAccountId}:appmonitor/${name}`;
    // The log group is named after monitor and id, and there only where copies are asked for.
    const cwLogGroup =
      inputs["cwLogEnabled"] === true
        ? `/aws/vendedlogs/RUMService_${name}${appMonitorId.slice(0, 8)}`
        : "";
    return { id: name, outputs: { appMonitorId, arn, cwLogGroup } };
  },
};
