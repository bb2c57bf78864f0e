import type { DeclaredResource } from "../../../core/resource";

const alarmTypes = [
  "aws:cloudwatch/metricAlarm:MetricAlarm",
  "aws:cloudwatch/compositeAlarm:CompositeAlarm",
];
const topicType = "aws:sns/topic:Topic";
const subscriptionType = "aws:sns/topicSubscription:TopicSubscription";
const channelTypes = [
  "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration",
  "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration",
];

/** Who tells whom, read from what each input was computed from. */
export class AlertGraph {
  readonly alarms: readonly DeclaredResource[];
  readonly topics: readonly DeclaredResource[];

  constructor(private readonly resources: readonly DeclaredResource[]) {
    this.alarms = resources.filter(({ type }) => alarmTypes.includes(type));
    this.topics = resources.filter(({ type }) => type === topicType);
  }

  /** Alarms that nobody would hear of, neither by themselves nor by an alarm made of them. */
  unheard(): string[] {
    return this.alarms.filter((alarm) => !this.isHeard(alarm)).map(({ name }) => name);
  }

  /** Alarms that send to a topic of another region than their own. */
  astray(): string[] {
    return this.alarms
      .filter((alarm) =>
        this.topicsOf(alarm).some((topic) => topic.inputs["region"] !== alarm.inputs["region"]),
      )
      .map(({ name }) => name);
  }

  /** Names of the alarms that look at a resource. */
  watching(urn: string): string[] {
    return this.alarms
      .filter(({ propertyDependencies }) =>
        Object.values(propertyDependencies).flat().includes(urn),
      )
      .map(({ name }) => name);
  }

  private isHeard(alarm: DeclaredResource): boolean {
    if (this.topicsOf(alarm).some((topic) => this.hasListener(topic))) return true;
    const made = this.alarms.filter((it) =>
      it.propertyDependencies["alarmRule"]?.includes(alarm.urn),
    );
    return made.some((it) => this.isHeard(it));
  }

  private topicsOf({ propertyDependencies }: DeclaredResource): DeclaredResource[] {
    const urns = propertyDependencies["alarmActions"] ?? [];
    return this.topics.filter(({ urn }) => urns.includes(urn));
  }

  private hasListener({ urn }: DeclaredResource): boolean {
    return this.resources.some(
      ({ type, propertyDependencies }) =>
        (type === subscriptionType && propertyDependencies["topic"]?.includes(urn)) ||
        (channelTypes.includes(type) && propertyDependencies["snsTopicArns"]?.includes(urn)),
    );
  }
}
