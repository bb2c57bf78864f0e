import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alertRegions } from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { AlertsSettings, ChatArgs } from "./args";
import { chatRights, chatTrust } from "./documents";
import { type ChannelSpec, channelSpecs } from "./spec";
import type { AlertTopics } from "./topics";

/** The last word on each child that chat needs. */
export interface ChatTransforms {
  /** The role that AWS's chat service reads alarms with. */
  chatRole?: Transform<aws.iam.RoleArgs> | undefined;
  /** What that role may do. */
  chatRolePolicy?: Transform<aws.iam.RolePolicyArgs> | undefined;
  /** Called for each Slack channel. */
  slack?: Transform<aws.chatbot.SlackChannelConfigurationArgs> | undefined;
  /** Called for each Teams channel. */
  teams?: Transform<aws.chatbot.TeamsChannelConfigurationArgs> | undefined;
}

interface ChatSite {
  parent: Component;
  args: AlertsSettings;
  account: pulumi.Output<string>;
  topics: AlertTopics;
  transforms: ChatTransforms;
}

/** The most that anybody in a channel can do. Left out, AWS would let them administer the account. */
const guardrails = ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"];

// Requirement: ALRT-10
/** Sends to chat what its channels are to hear of. Nothing is declared in a chat that does not let the account in yet. */
export function declareChat(site: ChatSite): void {
  const { slack, teams } = site.args.chat ?? {};
  const inSlack = slack?.authorized ? channelSpecs(site.args, "slackChannels") : [];
  const inTeams = teams?.authorized ? channelSpecs(site.args, "teamsChannels") : [];
  if (inSlack.length + inTeams.length === 0) return;
  const iamRoleArn = declareRole(site);
  for (const channel of inSlack) declareSlack(site, slack!, { ...channel, iamRoleArn });
  for (const channel of inTeams) declareTeams(site, teams!, { ...channel, iamRoleArn });
}

function declareRole({ parent, args, account, transforms }: ChatSite): pulumi.Output<string> {
  const name = `${args.product}-${args.tier}-chat`;
  const roleArgs: aws.iam.RoleArgs = {
    name,
    description: "Lets AWS's chat service show the alarms that it tells of",
    assumeRolePolicy: account.apply((id) => JSON.stringify(chatTrust(id))),
    tags: tagsOf(args),
  };
  const role = new aws.iam.Role(
    ...child(parent, "chat-role", roleArgs, { transform: transforms.chatRole }),
  );
  const policyArgs: aws.iam.RolePolicyArgs = {
    name: "read-alarms",
    role: role.name,
    policy: JSON.stringify(chatRights),
  };
  new aws.iam.RolePolicy(
    ...child(parent, "chat-role-policy", policyArgs, { transform: transforms.chatRolePolicy }),
  );
  return role.arn;
}

interface Channel extends ChannelSpec {
  iamRoleArn: pulumi.Output<string>;
}

function declareSlack(site: ChatSite, slack: NonNullable<ChatArgs["slack"]>, channel: Channel) {
  const args: aws.chatbot.SlackChannelConfigurationArgs = {
    ...common(site, channel),
    slackTeamId: slack.slackTeamId,
    slackChannelId: channel.id,
  };
  const role = `slack-${channel.id.toLowerCase()}`;
  const opts = { transform: site.transforms.slack };
  new aws.chatbot.SlackChannelConfiguration(...child(site.parent, role, args, opts));
}

function declareTeams(site: ChatSite, teams: NonNullable<ChatArgs["teams"]>, channel: Channel) {
  const args: aws.chatbot.TeamsChannelConfigurationArgs = {
    ...common(site, channel),
    tenantId: teams.tenantId,
    teamId: teams.teamId,
    channelId: channel.id,
  };
  const role = `teams-${slugOf(channel.id)}`;
  const opts = { transform: site.transforms.teams };
  new aws.chatbot.TeamsChannelConfiguration(...child(site.parent, role, args, opts));
}

/** One configuration hears topics of every region. */
function common({ args, topics }: ChatSite, { id, severities, iamRoleArn }: Channel) {
  const arns = alertRegions.flatMap((region) => severities.map((it) => topics[region][it]));
  return {
    configurationName: `${args.product}-${args.tier}-${slugOf(id)}`,
    iamRoleArn,
    guardrailPolicyArns: [...guardrails],
    loggingLevel: "ERROR",
    // A home region that is the global one has each topic once.
    snsTopicArns: pulumi.all([...new Set(arns)]),
    tags: tagsOf(args),
  };
}

/** A channel's id as it can stand in a name. */
function slugOf(id: string): string {
  return id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}
