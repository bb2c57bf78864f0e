import { actions, type Grant } from "./grant";

const sns = (...names: string[]) => actions("sns", ...names);
const cloudwatch = (...names: string[]) => actions("cloudwatch", ...names);
const logs = (...names: string[]) => actions("logs", ...names);
const chatbot = (...names: string[]) => actions("chatbot", ...names);
const route53 = (...names: string[]) => actions("route53", ...names);
const tagging = ["TagResource", "UntagResource"];

const alarmTypes = [
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:cloudwatch/compositeAlarm:CompositeAlarm",
];
const chatTypes = [
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
];

/** Topics, alarms, logs, chat channels, health checks and DNS records. */
export const watchGrants: readonly Grant[] = [
  {
    types: ["aws:sns/topic:Topic"],
    on: "topics",
    read: sns("GetTopicAttributes", "ListTagsForResource"),
    write: sns("CreateTopic", "DeleteTopic", "SetTopicAttributes", ...tagging),
  },
  {
    types: ["aws:sns/topicPolicy:TopicPolicy"],
    on: "topics",
    write: sns("AddPermission", "RemovePermission"),
  },
  {
    types: ["aws:sns/topicSubscription:TopicSubscription"],
    on: "topics",
    read: sns("GetSubscriptionAttributes", "ListSubscriptionsByTopic"),
    write: sns("SetSubscriptionAttributes", "Subscribe", "Unsubscribe"),
  },
  {
    types: alarmTypes,
    on: "alarms",
    read: cloudwatch("ListTagsForResource"),
    write: cloudwatch("DeleteAlarms", ...tagging),
  },
  {
    types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
    on: "alarms",
    write: cloudwatch("PutMetricAlarm"),
  },
  {
    types: ["aws:cloudwatch/compositeAlarm:CompositeAlarm"],
    on: "alarms",
    write: cloudwatch("PutCompositeAlarm"),
  },
  { types: alarmTypes, on: "everything", read: cloudwatch("DescribeAlarms") },
  {
    types: ["aws:cloudwatch/alarmMuteRule:AlarmMuteRule"],
    on: "muteRules",
    read: cloudwatch("GetAlarmMuteRule", "ListTagsForResource"),
    write: cloudwatch("DeleteAlarmMuteRule", "PutAlarmMuteRule", ...tagging),
  },
  {
    // Which alarms a rule silences is asked for too.
    types: ["aws:cloudwatch/alarmMuteRule:AlarmMuteRule"],
    on: "alarms",
    write: cloudwatch("PutAlarmMuteRule"),
  },
  {
    types: ["aws:cloudwatch/dashboard:Dashboard"],
    on: "dashboards",
    read: cloudwatch("GetDashboard"),
    write: cloudwatch("DeleteDashboards", "PutDashboard"),
  },
  {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    on: "logGroups",
    read: logs("ListTagsForResource"),
    write: logs(
      "AssociateKmsKey",
      "CreateLogGroup",
      "DeleteLogGroup",
      "DeleteRetentionPolicy",
      "DisassociateKmsKey",
      "PutRetentionPolicy",
      ...tagging,
    ),
  },
  {
    types: ["aws:cloudwatch/logGroup:LogGroup"],
    on: "everything",
    read: logs("DescribeLogGroups"),
  },
  {
    types: ["aws:cloudwatch/logMetricFilter:LogMetricFilter"],
    on: "logGroups",
    read: logs("DescribeMetricFilters"),
    write: logs("DeleteMetricFilter", "PutMetricFilter"),
  },
  {
    types: ["aws:cloudwatch/queryDefinition:QueryDefinition"],
    on: "everything",
    read: logs("DescribeQueryDefinitions"),
    write: logs("DeleteQueryDefinition", "PutQueryDefinition"),
  },
  { types: chatTypes, on: "everything", read: chatbot("ListTagsForResource") },
  { types: chatTypes, on: "chatChannels", write: chatbot(...tagging) },
  {
    types: ["aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration"],
    on: "everything",
    read: chatbot("DescribeSlackChannelConfigurations"),
    write: chatbot("CreateSlackChannelConfiguration"),
  },
  {
    types: ["aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration"],
    on: "chatChannels",
    write: chatbot("DeleteSlackChannelConfiguration", "UpdateSlackChannelConfiguration"),
  },
  {
    types: ["aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration"],
    on: "everything",
    read: chatbot("GetMicrosoftTeamsChannelConfiguration"),
    write: chatbot("CreateMicrosoftTeamsChannelConfiguration"),
  },
  {
    types: ["aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration"],
    on: "chatChannels",
    write: chatbot(
      "DeleteMicrosoftTeamsChannelConfiguration",
      "UpdateMicrosoftTeamsChannelConfiguration",
    ),
  },
  {
    types: ["aws:route53/healthCheck:HealthCheck"],
    on: "healthChecks",
    read: route53("GetHealthCheck", "ListTagsForResource"),
    write: route53("ChangeTagsForResource", "DeleteHealthCheck", "UpdateHealthCheck"),
  },
  {
    types: ["aws:route53/healthCheck:HealthCheck"],
    on: "everything",
    write: route53("CreateHealthCheck"),
  },
  {
    types: ["aws:route53/zone:Zone"],
    on: "zones",
    read: route53("GetDNSSEC", "ListTagsForResource"),
    write: route53("ChangeTagsForResource", "DeleteHostedZone", "UpdateHostedZoneComment"),
  },
  { types: ["aws:route53/zone:Zone"], on: "everything", write: route53("CreateHostedZone") },
  {
    types: ["aws:route53/record:Record", "aws:route53/zone:Zone"],
    on: "zones",
    read: route53("GetHostedZone", "ListResourceRecordSets"),
    write: route53("ChangeResourceRecordSets"),
  },
  {
    types: ["aws:route53/record:Record", "aws:route53/zone:Zone"],
    on: "changes",
    read: route53("GetChange"),
  },
];
