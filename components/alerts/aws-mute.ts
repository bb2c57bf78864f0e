import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { AlertClass } from "../../core/alerts";
import { child, type Component, type Transform } from "../component";
import { tagsOf } from "../tags";
import type { AlertsSettings } from "./args";

/** The last word on each maintenance window. */
export interface MuteTransforms {
  /** Called for each maintenance window. */
  mute?: Transform<aws.cloudwatch.AlarmMuteRuleArgs> | undefined;
}

interface Mutable {
  class: AlertClass;
  name: pulumi.Output<string>;
}

interface MuteSite {
  parent: Component;
  args: AlertsSettings;
  transforms: MuteTransforms;
}

// Requirement: OPS-05
/** In a window alarms still change their state, and tell nobody. Whoever breaks in does not wait for it to end. */
export function declareMutes({ parent, args, transforms }: MuteSite, alarms: readonly Mutable[]) {
  const silent = alarms.filter((alarm) => alarm.class !== "security").map(({ name }) => name);
  if (silent.length === 0) return;
  for (const [key, { expression, duration, timezone = "UTC", reason }] of Object.entries(
    args.mute ?? {},
  )) {
    const muteArgs: aws.cloudwatch.AlarmMuteRuleArgs = {
      name: `${args.product}-${args.tier}-${key}`,
      description: reason,
      rule: { schedule: { expression, duration, timezone } },
      muteTargets: { alarmNames: pulumi.all(silent) },
      tags: tagsOf(args),
    };
    const opts = { transform: transforms.mute };
    new aws.cloudwatch.AlarmMuteRule(...child(parent, `mute-${key}`, muteArgs, opts));
  }
}
