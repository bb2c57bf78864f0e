import { allTags, awsAccountId, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

const monitorType = "aws:costexplorer/anomalyMonitor:AnomalyMonitor";

/** An account has one monitor of the dimension SERVICE. */
export const anomalyMonitor: CloudResource = {
  type: monitorType,
  autonamed: true,
  computed: ["arn"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  claims: ({ inputs }) => {
    if (inputs["monitorDimension"] !== "SERVICE") return [];
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating Cost Explorer Anomaly Monitor (${name}): operation error Cost Explorer: CreateAnomalyMonitor, ${status}, LimitExceededException: Limit exceeded on dimensional spend monitor creation`;
    return [{ key: "aws:anomaly-monitor:SERVICE", refusal }];
  },
  create: () => {
    const arn = `arn:aws:ce::${awsAccountId}:anomalymonitor/${ids.uuid()}`;
    return { id: arn, outputs: { arn } };
  },
};

export const anomalySubscription: CloudResource = {
  type: "aws:costexplorer/anomalySubscription:AnomalySubscription",
  autonamed: true,
  defaults: { accountId: awsAccountId },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  create: () => {
    const arn = `arn:aws:ce::${awsAccountId}:anomalysubscription/${ids.uuid()}`;
    return { id: arn, outputs: { arn } };
  },
};
