import { type PropertyMap } from "../../../core/value";
import { allTags, awsAccountId, awsRegion, list, text } from "../account";
import { ids } from "../ids";
import { type Claim, type CloudResource, type Need, type Order } from "../resource";

const roleType = "aws:iam/role:Role";
const topicType = "aws:sns/topic:Topic";

export const slackChannelConfiguration = channel({
  type: "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  words: ["Slack", "CreateSlackChannelConfiguration", "slack-channel"],
  outputs: () => ({ slackChannelName: "alerts", slackTeamName: "Velocity" }),
});

export const teamsChannelConfiguration = channel({
  type: "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
  words: ["Teams", "CreateMicrosoftTeamsChannelConfiguration", "microsoft-teams-channel"],
  outputs: ({ inputs }) => ({
    channelName: text(inputs["channelName"], "alerts"),
    teamName: text(inputs["teamName"], "Velocity"),
  }),
});

interface Chat {
  type: string;
  /** What the provider calls it, the call, and the kind in its ARN. */
  words: [chat: string, call: string, kind: string];
  outputs: (order: Order) => PropertyMap;
}

/** A configuration has its name once in the account, and a role and topics that are there. */
function channel({ type, words: [chat, call, kind], outputs }: Chat): CloudResource {
  const refused = ({ inputs }: Order, code: number, reason: string) =>
    `creating Chatbot ${chat} Channel Configuration (${text(inputs["configurationName"], "")}): operation error chatbot: ${call}, https response error StatusCode: ${code}, RequestID: ${ids.uuid()}, ${reason}`;
  return {
    type,
    defaults: { loggingLevel: "NONE", snsTopicArns: [], userAuthorizationRequired: false },
    computed: ["chatConfigurationArn", ...Object.keys(outputs({ inputs: {} } as Order))],
    derive: ({ inputs, account }) => ({
      region: awsRegion(inputs, account),
      tagsAll: allTags(inputs, account),
    }),
    claims: (order): Claim[] => {
      const name = text(order.inputs["configurationName"], "");
      const reason = `ConflictException: ChatConfiguration with name ${name} already exists.`;
      return [{ key: `aws:chatbot:${name}`, refusal: refused(order, 409, reason) }];
    },
    needs: (order): Need[] => [
      {
        type: roleType,
        id: text(order.inputs["iamRoleArn"], "").split("/").at(-1) ?? "",
        refusal: refused(order, 400, "InvalidRequestException: The role does not exist"),
      },
      ...list(order.inputs["snsTopicArns"]).map((id): Need => ({
        type: topicType,
        id,
        refusal: refused(order, 400, "InvalidRequestException: The SNS topic does not exist"),
      })),
    ],
    create: (order) => {
      const name = text(order.inputs["configurationName"], "");
      const arn = `arn:aws:chatbot::${awsAccountId}:chat-configuration/${kind}/${name}`;
      return { id: arn, outputs: { chatConfigurationArn: arn, ...outputs(order) } };
    },
  };
}
