import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Order } from "../resource";

const groupType = "aws:cloudwatch/logGroup:LogGroup";

/** A name is taken once in an account and region. */
export const logGroup: CloudResource = {
  type: groupType,
  autonamed: true,
  defaults: {
    deletionProtectionEnabled: false,
    logGroupClass: "STANDARD",
    namePrefix: "",
    skipDestroy: false,
  },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `creating CloudWatch Logs Log Group (${name}): operation error CloudWatch Logs: CreateLogGroup, ${status}, ResourceAlreadyExistsException: The specified log group already exists`;
    return [{ key: `aws:log-group:${awsRegion(inputs, account)}:${name}`, refusal }];
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const region = awsRegion(inputs, account);
    return {
      id: name,
      outputs: { arn: `arn:aws:logs:${region}:${awsAccountId}:log-group:${name}` },
    };
  },
};

/** A name is taken once in its group. */
export const logStream: CloudResource = {
  type: "aws:cloudwatch/logStream:LogStream",
  autonamed: true,
  computed: ["arn"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  claims: (order) => {
    const { inputs, account } = order;
    const [group, name] = [text(inputs["logGroupName"], ""), text(inputs["name"], "")];
    const key = `aws:log-stream:${awsRegion(inputs, account)}:${group}:${name}`;
    const reason = "ResourceAlreadyExistsException: The specified log stream already exists";
    return [{ key, refusal: streamRefused(order, reason) }];
  },
  needs: (order) => {
    const reason = "ResourceNotFoundException: The specified log group does not exist.";
    const id = order.inputs["logGroupName"];
    return [{ type: groupType, id, refusal: streamRefused(order, reason) }];
  },
  create: ({ inputs, account }) => {
    const name = text(inputs["name"], "");
    const group = `${awsRegion(inputs, account)}:${awsAccountId}:log-group:${text(inputs["logGroupName"], "")}`;
    return { id: name, outputs: { arn: `arn:aws:logs:${group}:log-stream:${name}` } };
  },
};

function streamRefused({ inputs }: Order, reason: string): string {
  const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
  return `creating CloudWatch Logs Log Stream (${text(inputs["name"], "")}): operation error CloudWatch Logs: CreateLogStream, ${status}, ${reason}`;
}

/** Putting a filter of a name that the group has overwrites it, so that a name is not refused. */
export const logMetricFilter: CloudResource = {
  type: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  autonamed: true,
  defaults: { applyOnTransformedLogs: false },
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: ({ inputs }) => {
    const status = `https response error StatusCode: 400, RequestID: ${ids.uuid()}`;
    const refusal = `putting CloudWatch Logs Metric Filter (${text(inputs["name"], "")}): operation error CloudWatch Logs: PutMetricFilter, ${status}, ResourceNotFoundException: The specified log group does not exist.`;
    return [{ type: groupType, id: inputs["logGroupName"], refusal }];
  },
  create: ({ inputs }) => ({ id: text(inputs["name"], "") }),
};

export const queryDefinition: CloudResource = {
  type: "aws:cloudwatch/queryDefinition:QueryDefinition",
  autonamed: true,
  computed: ["arn", "queryDefinitionId"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  create: ({ inputs, account }) => {
    const queryDefinitionId = ids.uuid();
    const region = awsRegion(inputs, account);
    const arn = `arn:aws:logs:${region}:${awsAccountId}:query-definition:${queryDefinitionId}`;
    return { id: queryDefinitionId, outputs: { arn, queryDefinitionId } };
  },
};
