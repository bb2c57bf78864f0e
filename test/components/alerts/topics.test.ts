import * as runtime from "@pulumi/pulumi/runtime";
import { describe, expect, it } from "vitest";
import { Alerts, type AlertsArgs } from "../../../components/alerts";
import { publishers } from "../../../components/alerts/documents";
import { find, listOf, onMocks, type Registered } from "../../support/mocks";
import { aws, full, smallest } from "./args";

const declare = (args: AlertsArgs, preview = false) =>
  onMocks(() => new Alerts("alerts", args), { ...aws, preview });

const Component = "groundwork:alerts:Alerts";
const Key = "aws:kms/key:Key";
const Topic = "aws:sns/topic:Topic";
const Policy = "aws:sns/topicPolicy:TopicPolicy";
const Subscription = "aws:sns/topicSubscription:TopicSubscription";
const Permission = "aws:lambda/permission:Permission";
const Slack = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";
const Teams = "aws:chatbot/teamsChannelConfiguration:TeamsChannelConfiguration";
const Role = "aws:iam/role:Role";
const RolePolicy = "aws:iam/rolePolicy:RolePolicy";

const tags = { product: "shop", tier: "dev", owner: "web-team" };
const messaging = (resources: readonly Registered[]) =>
  listOf(resources.filter(({ type }) => !type.startsWith("aws:cloudwatch/")));

describe("Alerts, who is told", () => {
  it("has a topic with its policy for each severity, in both regions, and one key a region", async () => {
    const { resources } = await declare(smallest);
    expect(messaging(resources)).toEqual(
      [
        `${Component} alerts`,
        ...["alerts-key", "alerts-global-key"].map((name) => `${Key} ${name}`),
        ...["critical", "warning", "info"].flatMap((severity) =>
          ["alerts-", "alerts-global-"].flatMap((prefix) => [
            `${Topic} ${prefix}${severity}`,
            `${Policy} ${prefix}${severity}-policy`,
          ]),
        ),
        `${Subscription} alerts-critical-email-web-at-shop-example`,
        `${Subscription} alerts-global-critical-email-web-at-shop-example`,
      ].sort(),
    );
  });

  it("encrypts topics with a key of their own", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, Topic, "alerts-critical").inputs).toEqual({
      name: "shop-dev-alerts-critical",
      displayName: "shop dev critical",
      kmsMasterKeyId: "arn:aws:kms:made",
      signatureVersion: 2,
      tags,
    });
    expect(find(resources, Topic, "alerts-global-critical").inputs).toMatchObject({
      name: "shop-dev-alerts-critical",
      region: "us-east-1",
    });
    expect(find(resources, Key, "alerts-key").inputs).toMatchObject({
      description: "Alerts of shop, dev",
      enableKeyRotation: true,
      deletionWindowInDays: 7,
      tags,
    });
    expect(find(resources, Key, "alerts-key").inputs).not.toHaveProperty("region");
    expect(find(resources, Key, "alerts-global-key").inputs.region).toBe("us-east-1");
  });

  it("lets AWS's publishers encrypt and send for this account alone, and keeps the owner's access", async () => {
    const { resources } = await declare(smallest);
    const source = { StringEquals: { "aws:SourceAccount": "123456789012" } };
    const owner = { AWS: "arn:aws:iam::123456789012:root" };
    const key = documentOf(find(resources, Key, "alerts-key"));
    expect(key[0]).toMatchObject({ Principal: owner, Resource: "*" });
    expect(key[0]?.Action).toContain("kms:PutKeyPolicy");
    expect(key[1]).toEqual({
      Sid: "Publishers",
      Effect: "Allow",
      Principal: { Service: [...publishers] },
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: source,
    });
    const topic = documentOf(find(resources, Policy, "alerts-critical-policy"));
    const Resource = "arn:aws:sns:ca-central-1:123456789012:shop-dev-alerts-critical";
    expect(topic).toEqual([
      expect.objectContaining({ Principal: owner, Resource }),
      {
        Sid: "Publishers",
        Effect: "Allow",
        Principal: { Service: [...publishers] },
        Action: ["sns:Publish"],
        Resource,
        Condition: source,
      },
    ]);
    const global = documentOf(find(resources, Policy, "alerts-global-critical-policy"));
    expect(global[0]?.Resource).toBe(Resource.replace("ca-central-1", "us-east-1"));
    expect(topic[0]?.Action).toEqual(expect.arrayContaining(["sns:Publish", "sns:Subscribe"]));
    for (const { Action } of [...key, ...topic]) expect(Action.join()).not.toContain("*");
    expect(publishers).toEqual([
      "backup.amazonaws.com",
      "budgets.amazonaws.com",
      "cloudwatch.amazonaws.com",
      "costalerts.amazonaws.com",
      "events.amazonaws.com",
    ]);
  });

  // Requirement: ALRT-10, CONF-25
  it("tells addresses, webhooks and channels what their severity is", async () => {
    const { resources } = await declare(full);
    expect(find(resources, Subscription, "alerts-critical-webhook-hook").inputs).toEqual({
      topic: "arn:aws:sns:made",
      protocol: "https",
      endpoint: "https://hooks.shop.example/a",
      endpointAutoConfirms: true,
    });
    const email = "alerts-critical-email-on-call-at-shop-example";
    expect(find(resources, Subscription, email).inputs).toEqual({
      topic: "arn:aws:sns:made",
      protocol: "email",
      endpoint: "On.Call@shop.example",
    });
    const channels = resources.filter(({ type }) => type === Slack);
    expect(channels.map(({ name }) => name).sort()).toEqual([
      "alerts-slack-c0123456789",
      "alerts-slack-c0987654321",
    ]);
    expect(find(resources, Slack, "alerts-slack-c0123456789").inputs).toMatchObject({
      configurationName: "shop-prod-c0123456789",
      slackTeamId: "T0123456789",
      slackChannelId: "C0123456789",
      iamRoleArn: "arn:aws:iam::role/made",
      guardrailPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"],
    });
    expect(find(resources, Teams).inputs).toMatchObject({
      tenantId: "tenant",
      teamId: "team",
      channelId: "19:abc@thread.tacv2",
      guardrailPolicyArns: ["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"],
    });
  });

  it("lets AWS's chat service alone read alarms, for this account", async () => {
    const { resources } = await declare(full);
    const trust = JSON.parse(find(resources, Role).inputs.assumeRolePolicy as string) as Document;
    expect(trust.Statement).toEqual([
      {
        Sid: "Chat",
        Effect: "Allow",
        Principal: { Service: "chatbot.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
    for (const { Action } of documentOf(find(resources, RolePolicy)))
      expect([...Action]).toEqual(Action.filter((it) => /^cloudwatch:(Describe|Get)\w+$/.test(it)));
  });

  // Requirement: ALRT-20
  it("has functions act on what their severity is, which its topic of either region alone may call", async () => {
    const arn = "arn:aws:lambda:eu-west-1:123456789012:function:respond";
    const routes = { ...smallest.routes, warning: { lambdas: [arn, `${arn}:live`] } };
    const before = listOf((await declare(smallest)).resources);
    const { resources } = await declare({ ...smallest, routes });
    expect(listOf(resources).filter((one) => !before.includes(one))).toEqual(
      ["alerts-", "alerts-global-"]
        .flatMap((prefix) =>
          ["respond", "respond-live"].flatMap((name) => [
            `${Permission} ${prefix}warning-lambda-${name}-may-call`,
            `${Subscription} ${prefix}warning-lambda-${name}`,
          ]),
        )
        .sort(),
    );
    const subscription = find(resources, Subscription, "alerts-global-warning-lambda-respond");
    expect(subscription.inputs).toEqual({
      region: "us-east-1",
      topic: "arn:aws:sns:made",
      protocol: "lambda",
      endpoint: arn,
    });
    expect(subscription.options.dependsOn).toContain(
      "alerts-global-warning-lambda-respond-may-call",
    );
    expect(
      find(resources, Permission, "alerts-warning-lambda-respond-live-may-call").inputs,
    ).toEqual({
      region: "eu-west-1",
      action: "lambda:InvokeFunction",
      function: arn,
      qualifier: "live",
      principal: "sns.amazonaws.com",
      sourceArn: "arn:aws:sns:made",
    });
    expect(
      find(resources, Permission, "alerts-warning-lambda-respond-may-call").inputs,
    ).not.toHaveProperty("qualifier");
  });

  it("declares nothing in a chat that does not let the account in yet", async () => {
    const chat = { slack: { slackTeamId: "T0123456789", authorized: false } };
    const routes = { critical: { emails: ["a@b.example"], slackChannels: ["C0123456789"] } };
    const { resources } = await declare({ ...smallest, routes, chat });
    expect(resources.filter(({ type }) => /chatbot|iam/.test(type))).toEqual([]);
  });

  it("keeps an address with a token secret, and out of its own inputs", async () => {
    const { resources } = await declare(full);
    const hook = find(resources, Subscription, "alerts-critical-webhook-pager");
    expect(hook.secretInputs).toEqual(["endpoint"]);
    expect(hook.inputs.endpoint).toBe("https://pager.example/token-of-the-pager");
    const component = find(resources, Component);
    expect(JSON.stringify([component.inputs, component.outputs])).not.toContain("token-of");
  });

  it("can be previewed before anything exists", async () => {
    const { resources } = await declare(full, true);
    expect(resources.filter(({ type }) => type === Topic)).toHaveLength(6);
  });

  it("has topics once where the home region is the global one", async () => {
    runtime.setConfig("aws:region", "us-east-1");
    const { resources, result } = await declare(full).finally(() =>
      runtime.setConfig("aws:region", "ca-central-1"),
    );
    expect(resources.filter(({ type }) => type === Topic)).toHaveLength(3);
    expect(result.topics.global).toBe(result.topics.home);
  });

  it("lets transforms have the last word", async () => {
    const { resources } = await declare({
      ...smallest,
      transform: {
        topic: (args) => void (args.deliveryPolicy = "{}"),
        key: (_, opts) => void (opts.protect = true),
      },
    });
    expect(find(resources, Topic, "alerts-info").inputs.deliveryPolicy).toBe("{}");
    expect(find(resources, Key, "alerts-global-key").options.protect).toBe(true);
  });
});

describe("Alerts refuses", () => {
  const allowed =
    "expected an e-mail address, a webhook, or a channel of a chat that is authorized; add an address under routes.critical.emails";
  it.each<[string, Partial<AlertsArgs>, string]>([
    [
      "nobody for what is critical",
      { routes: {} },
      `alerts.routes.critical: nobody who hears of what is critical; ${allowed}`,
    ],
    [
      "a chat alone that is not authorized",
      {
        routes: { critical: { slackChannels: ["C0123456789"] } },
        chat: { slack: { slackTeamId: "T0123456789", authorized: false } },
      },
      `alerts.routes.critical: nobody who hears of what is critical; ${allowed}`,
    ],
    [
      "a function alone for what is critical, since nobody hears by it",
      {
        routes: {
          critical: { lambdas: ["arn:aws:lambda:ca-central-1:123456789012:function:respond"] },
        },
      },
      `alerts.routes.critical: nobody who hears of what is critical; ${allowed}`,
    ],
    [
      "what is no function",
      { routes: { ...smallest.routes, info: { lambdas: ["respond"] } } },
      "alerts.routes.info.lambdas[0]: respond; expected the ARN of a function of Lambda, such as arn:aws:lambda:ca-central-1:123456789012:function:respond",
    ],
    [
      "two functions of one name",
      {
        routes: {
          ...smallest.routes,
          info: {
            lambdas: ["ca-central-1", "us-east-1"].map(
              (region) => `arn:aws:lambda:${region}:123456789012:function:respond`,
            ),
          },
        },
      },
      "alerts.routes.info.lambdas[1]: arn:aws:lambda:us-east-1:123456789012:function:respond again; expected each function once",
    ],
    [
      "channels without their chat",
      { routes: { ...smallest.routes, info: { teamsChannels: ["19:a"] } } },
      "alerts.routes.info.teamsChannels: channels, and no chat that they are in; expected channels together with chat.teams",
    ],
    [
      "a webhook with two addresses",
      {
        routes: { critical: { webhooks: { a: { url: "https://a.example", secret: "A" } } } },
        secrets: { A: "a" },
      },
      "alerts.routes.critical.webhooks.a: url and secret; expected either url or secret",
    ],
    [
      "a webhook without TLS",
      { routes: { critical: { webhooks: { a: { url: "http://a.example" } } } } },
      "alerts.routes.critical.webhooks.a.url: http://a.example; expected an address with https://",
    ],
    [
      "a webhook whose secret nobody set",
      { routes: { critical: { webhooks: { a: { secret: "A" } } } } },
      "alerts.routes.critical.webhooks.a.secret: no secret named A; set it: pulumi config set --secret --path 'groundwork:secrets.A'",
    ],
    [
      "a word about an alarm that is not there",
      { alarms: { "web-high-eror-rate": { threshold: 1 } } },
      "alerts.alarms.web-high-eror-rate: no such alarm; expected one of alerts-undelivered, high-error-rate, high-response-time, interaction-slow, largest-contentful-paint-slow, layout-shifting, web-high-error-rate, web-high-response-time, web-interaction-slow, web-largest-contentful-paint-slow, web-layout-shifting",
    ],
  ])("%s", async (_, change, message) => {
    await expect(declare({ ...smallest, ...change })).rejects.toMatchObject({ message });
  });
});

interface Document {
  Statement: { Action: string[]; [key: string]: unknown }[];
}

function documentOf({ inputs }: Registered): Document["Statement"] {
  return (JSON.parse(inputs.policy as string) as Document).Statement;
}
