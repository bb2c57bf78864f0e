import * as checkly from "@checkly/pulumi";
import * as pulumi from "@pulumi/pulumi";
import type { AlertSeverity } from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import type { ChannelSpec, ChecklyCheckSpec, ChecklySpec } from "./checkly/spec";

/** The last word on each child at Checkly. */
export interface ChecklyTransforms {
  /** Called for each address that is told. */
  channel?: Transform<checkly.AlertChannelArgs> | undefined;
  /** The group of the stack. */
  group?: Transform<checkly.CheckGroupArgs> | undefined;
  /** Called for each check at Checkly, the one in a browser included. */
  checklyCheck?: Transform<checkly.CheckArgs> | undefined;
}

interface Site {
  parent: Component;
  spec: ChecklySpec;
  secrets: Record<string, pulumi.Input<string>>;
  transforms: ChecklyTransforms;
}

interface Channel {
  id: pulumi.Output<number>;
  severities: readonly AlertSeverity[];
}

// Requirement: UPT-01, UPT-02, UPT-03, UPT-04, ALRT-10, ALRT-12
/** Channels, a group of the stack, and a check of every host: each check tells whoever its severity is for. */
export function declareAtCheckly(site: Site): void {
  const { parent, spec, transforms } = site;
  const channels = spec.channels.map((channel) => declareChannel(site, channel));
  const args: checkly.CheckGroupArgs = {
    ...{ name: spec.group, activated: true, muted: false, concurrency: 3 },
    ...{ locations: spec.locations, tags: spec.tags, doubleCheck: true },
    useGlobalAlertSettings: false,
    alertChannelSubscriptions: subscriptionsTo(channels),
  };
  const group = new checkly.CheckGroup(
    ...child(parent, "group", args, { transform: transforms.group }),
  );
  const groupId = group.id.apply(Number);
  for (const check of spec.checks) declareCheck(site, check, { groupId, channels });
}

function declareChannel(
  { parent, spec, secrets, transforms }: Site,
  channel: ChannelSpec,
): Channel {
  const { role, protocol, endpoint } = channel.subscription;
  const address =
    typeof endpoint === "string" ? endpoint : pulumi.secret(secrets[endpoint.secret]!);
  const name = `${spec.group} ${role}`;
  const args: checkly.AlertChannelArgs = {
    ...(protocol === "email"
      ? { email: { address } }
      : { webhook: { name, method: "POST", url: address } }),
    ...{ sendFailure: true, sendRecovery: true, sendDegraded: true },
    ...{ sslExpiry: true, sslExpiryThreshold: spec.certificateDays },
  };
  const { id } = new checkly.AlertChannel(
    ...child(parent, `channel-${role}`, args, { transform: transforms.channel }),
  );
  return { id: id.apply(Number), severities: channel.severities };
}

interface Place {
  groupId: pulumi.Output<number>;
  channels: readonly Channel[];
}

function declareCheck(
  { parent, spec, transforms }: Site,
  { role, name, frequency, failures, severity, asks }: ChecklyCheckSpec,
  { groupId, channels }: Place,
): void {
  const args: checkly.CheckArgs = {
    ...{ name, frequency, groupId, activated: true, muted: false },
    ...{ locations: spec.locations, tags: spec.tags },
    // A failure of one place is asked again from another before it counts.
    doubleCheck: true,
    useGlobalAlertSettings: false,
    alertSettings: {
      escalationType: "RUN_BASED",
      runBasedEscalations: [{ failedRunThreshold: failures }],
    },
    alertChannelSubscriptions: subscriptionsTo(
      channels.filter(({ severities }) => severities.includes(severity)),
    ),
    ...("script" in asks
      ? { type: "BROWSER", script: asks.script }
      : {
          type: "API",
          ...{ degradedResponseTime: spec.degradedMs, maxResponseTime: spec.maxMs },
          request: { ...asks, method: "GET", followRedirects: false, skipSsl: false },
        }),
  };
  new checkly.Check(...child(parent, role, args, { transform: transforms.checklyCheck }));
}

function subscriptionsTo(channels: readonly Channel[]) {
  return channels.map(({ id }) => ({ channelId: id, activated: true }));
}
