import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  type AlertRegion,
  type AlertSeverity,
  alertSeverities,
  globalRegion,
} from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { AlertsSettings } from "./args";
import { declareCall } from "./aws-responders";
import { keyPolicy, topicPolicy } from "./documents";
import type { Pager } from "./pagerduty";
import { type SubscriptionSpec, subscriptionSpecs, topicName } from "./spec";

/** The last word on each child that messages go through. */
export interface TopicTransforms {
  /** Called for the key of each region. */
  key?: Transform<aws.kms.KeyArgs> | undefined;
  /** Called for each topic. */
  topic?: Transform<aws.sns.TopicArgs> | undefined;
  /** Called for the policy of each topic. */
  topicPolicy?: Transform<aws.sns.TopicPolicyArgs> | undefined;
  /** Called for each subscription. */
  subscription?: Transform<aws.sns.TopicSubscriptionArgs> | undefined;
  /** Called for what lets each topic call a function. */
  permission?: Transform<aws.lambda.PermissionArgs> | undefined;
}

/** What all topics of a component share. */
export interface TopicSite {
  parent: Component;
  args: AlertsSettings;
  account: pulumi.Output<string>;
  secrets: Record<string, pulumi.Input<string>>;
  /** Who is called of some severities. */
  pager?: Pager | undefined;
  transforms: TopicTransforms;
}

type Topics = Record<AlertSeverity, pulumi.Output<string>>;

// Requirement: ALRT-09, ALRT-10, CONF-25
/**
 * A topic for each severity, with its subscribers: in the home region, and in the one where AWS publishes what is global,
 * since an alarm reaches topics of its own region alone. A home region that is the global one has them once.
 */
export function declareTopics(site: TopicSite): Record<AlertRegion, Topics> {
  const home = topicsOf(site, "home");
  const isGlobal = aws.config.region === globalRegion;
  return { home, global: isGlobal ? home : topicsOf(site, "global") };
}

function topicsOf(site: TopicSite, region: AlertRegion): Topics {
  const keyArn = declareKey(site, region);
  const topics = alertSeverities.map(
    (severity) => [severity, declareTopic(site, region, severity, keyArn)] as const,
  );
  return Object.fromEntries(topics) as Topics;
}

/** One key for all topics of a region. */
function declareKey(site: TopicSite, region: AlertRegion): pulumi.Output<string> {
  const { product, tier } = site.args;
  const args: aws.kms.KeyArgs = {
    ...placeOf(region),
    description: `Alerts of ${product}, ${tier}`,
    enableKeyRotation: true,
    deletionWindowInDays: 7,
    policy: site.account.apply((account) => JSON.stringify(keyPolicy(account))),
    tags: tagsOf(site.args),
  };
  return new aws.kms.Key(
    ...child(site.parent, roleOf(region, "key"), args, { transform: site.transforms.key }),
  ).arn;
}

function declareTopic(
  site: TopicSite,
  region: AlertRegion,
  severity: AlertSeverity,
  keyArn: pulumi.Output<string>,
): pulumi.Output<string> {
  const { parent, args, transforms } = site;
  const topicArgs: aws.sns.TopicArgs = {
    ...placeOf(region),
    name: topicName(args, severity),
    displayName: `${args.product} ${args.tier} ${severity}`,
    kmsMasterKeyId: keyArn,
    signatureVersion: 2,
    tags: tagsOf(args),
  };
  const role = roleOf(region, severity);
  const { arn, name } = new aws.sns.Topic(
    ...child(parent, role, topicArgs, { transform: transforms.topic }),
  );
  // Spelled out of the name, so that the policy is whole in a preview, before the topic has an ARN.
  const home = placeOf(region).region ?? aws.getRegionOutput({}, { parent }).region;
  const policy = pulumi
    .all([name, home, site.account])
    .apply(([topic, place, account]) =>
      JSON.stringify(topicPolicy(`arn:aws:sns:${place}:${account}:${topic}`, account)),
    );
  new aws.sns.TopicPolicy(
    ...child<aws.sns.TopicPolicyArgs>(
      parent,
      `${role}-policy`,
      { ...placeOf(region), arn, policy },
      { transform: transforms.topicPolicy },
    ),
  );
  const place = { region, role, arn };
  for (const spec of subscriptionSpecs(args.routes[severity] ?? {})) {
    const endpoint = addressOf(site, spec.endpoint);
    declareSubscription(site, place, { ...spec, endpoint, dependsOn: letCall(site, place, spec) });
  }
  if (site.pager?.severities.includes(severity)) {
    const { endpoint } = site.pager;
    declareSubscription(site, place, { ...pagerSubscription, endpoint, dependsOn: [] });
  }
  return arn;
}

/** PagerDuty confirms by itself that it wants the messages. */
const pagerSubscription = {
  role: "pagerduty",
  protocol: "https",
  endpointAutoConfirms: true,
} as const;

/** An address in clear, or the secret that holds it. */
function addressOf(
  { secrets }: TopicSite,
  endpoint: SubscriptionSpec["endpoint"],
): pulumi.Input<string> {
  return typeof endpoint === "string" ? endpoint : pulumi.secret(secrets[endpoint.secret]!);
}

/** A subscription whose address is at hand. */
type Subscription = Omit<SubscriptionSpec, "endpoint"> & {
  endpoint: pulumi.Input<string>;
  /** What must stand before the first message is sent. */
  dependsOn: pulumi.Resource[];
};

interface TopicPlace {
  region: AlertRegion;
  role: string;
  arn: pulumi.Output<string>;
}

/** A function is called by no topic until it says so. */
function letCall(
  { parent, transforms }: TopicSite,
  { role, arn: topicArn }: TopicPlace,
  { protocol, endpoint }: SubscriptionSpec,
): pulumi.Resource[] {
  if (protocol !== "lambda" || typeof endpoint !== "string") return [];
  const call = { role, topicArn, functionArn: endpoint };
  return [declareCall(parent, call, transforms.permission)];
}

function declareSubscription(
  { parent, transforms }: TopicSite,
  { region, role, arn }: TopicPlace,
  { protocol, endpoint, endpointAutoConfirms, dependsOn, ...spec }: Subscription,
): void {
  const args: aws.sns.TopicSubscriptionArgs = {
    ...placeOf(region),
    topic: arn,
    protocol,
    endpoint,
    ...(protocol === "https" && { endpointAutoConfirms }),
  };
  new aws.sns.TopicSubscription(
    ...child(parent, `${role}-${spec.role}`, args, {
      ...(dependsOn.length > 0 && { dependsOn }),
      transform: transforms.subscription,
    }),
  );
}

/** The account that everything is declared in. Policies are bound to it. */
export function accountId(parent: Component): pulumi.Output<string> {
  return aws.getCallerIdentityOutput({}, { parent }).accountId;
}

/** Where a child is declared: in the provider's own region unless it says another. */
export function placeOf(region: AlertRegion): { region?: string } {
  return region === "global" ? { region: globalRegion } : {};
}

function roleOf(region: AlertRegion, role: string): string {
  return region === "global" ? `global-${role}` : role;
}
