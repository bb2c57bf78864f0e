import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Need, type Order } from "../resource";

const topicType = "aws:sns/topic:Topic";

/** A topic is its ARN: a name is taken once in an account and region, and asking for it again answers the one that is there. */
export const topic: CloudResource = {
  type: topicType,
  autonamed: true,
  defaults: {
    fifoThroughputScope: "",
    namePrefix: "",
    policy: "",
    signatureVersion: 0,
    tracingConfig: "",
  },
  computed: ["arn", "beginningArchiveTime", "owner"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    tagsAll: allTags(inputs, account),
  }),
  claims: (order) => {
    const arn = arnOf(order);
    const refusal = `creating SNS Topic (${text(order.inputs["name"], "")}): a topic with the ARN ${arn} already exists. SNS would answer that one, and two programs would share it`;
    return [{ key: `aws:topic:${arn}`, refusal }];
  },
  create: (order) => {
    const arn = arnOf(order);
    return { id: arn, outputs: { arn, beginningArchiveTime: "", owner: awsAccountId } };
  },
};

export const topicPolicy: CloudResource = {
  type: "aws:sns/topicPolicy:TopicPolicy",
  computed: ["owner"],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: (order) => [existing(order, "arn", "setting SNS Topic Policy", "SetTopicAttributes")],
  create: ({ inputs }) => ({ id: text(inputs["arn"], ""), outputs: { owner: awsAccountId } }),
};

/** Nobody clicks links here, so that an address stays unconfirmed; a webhook that confirms by itself has, as a function. */
export const topicSubscription: CloudResource = {
  type: "aws:sns/topicSubscription:TopicSubscription",
  defaults: {
    confirmationTimeoutInMinutes: 1,
    endpointAutoConfirms: false,
    rawMessageDelivery: false,
  },
  computed: [
    "arn",
    "confirmationWasAuthenticated",
    "filterPolicyScope",
    "ownerId",
    "pendingConfirmation",
  ],
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: (order) => [existing(order, "topic", "creating SNS Topic Subscription", "Subscribe")],
  create: ({ inputs }) => {
    const arn = `${text(inputs["topic"], "")}:${ids.uuid()}`;
    const { protocol } = inputs;
    const confirmed =
      protocol === "lambda" || (protocol !== "email" && inputs["endpointAutoConfirms"] === true);
    return {
      id: arn,
      outputs: {
        arn,
        confirmationWasAuthenticated: confirmed,
        filterPolicyScope: "",
        ownerId: awsAccountId,
        pendingConfirmation: !confirmed,
      },
    };
  },
};

function arnOf({ inputs, account }: Order): string {
  return `arn:aws:sns:${awsRegion(inputs, account)}:${awsAccountId}:${text(inputs["name"], "")}`;
}

function existing({ inputs }: Order, field: string, doing: string, call: string): Need {
  const status = `https response error StatusCode: 404, RequestID: ${ids.uuid()}`;
  const refusal = `${doing} (${text(inputs[field], "")}): operation error SNS: ${call}, ${status}, NotFound: Topic does not exist.`;
  return { type: topicType, id: inputs[field], refusal };
}
