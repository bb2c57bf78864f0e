import { type PropertyMap, UNKNOWN, isPropertyMap, readProperty } from "../../core/value";
import { readItems } from "../../policies/lib/lists";
import { mapOf } from "../../policies/lib/maps";
import type { Guard } from "./guards";
import { type Read, all, amount, choice, each } from "./measure";

const forever = { strength: Infinity, text: "forever" };
const none = { strength: 0, text: "none" };

/** How long each kind of thing is kept, weakest first where the provider has words instead of numbers. */
export const retentionGuards: readonly Guard[] = [
  {
    type: "aws:cloudwatch/logGroup:LogGroup",
    read: amount({
      what: "log retention",
      property: "retentionInDays",
      input: "retentionDays",
      unit: "days",
      absent: forever,
    }),
  },
  {
    type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    setting: true,
    read: lockDays,
  },
  {
    type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    read: all(
      shortest("days until objects expire", "expiration.days", "lifecycle.expirationDays"),
      shortest(
        "days that old versions are kept",
        "noncurrentVersionExpiration.noncurrentDays",
        "lifecycle.noncurrentDays",
      ),
    ),
  },
  {
    type: "aws:backup/plan:Plan",
    setting: true,
    read: each("rules", "ruleName", (name) =>
      amount({
        what: `retention of backups${name}`,
        property: "lifecycle.deleteAfter",
        input: "backups.keepDays",
        unit: "days",
        absent: forever,
      }),
    ),
  },
  {
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    setting: true,
    read: amount({
      what: "lock of backups",
      property: "minRetentionDays",
      input: "backups.lock",
      unit: "days",
      absent: none,
    }),
  },
  {
    type: "aws:kms/key:Key",
    read: amount({
      what: "waiting time before the key is deleted",
      property: "deletionWindowInDays",
      unit: "days",
      absent: { strength: 30, text: "30 days" },
    }),
  },
  {
    type: "aws:secretsmanager/secret:Secret",
    read: amount({
      what: "waiting time before the secret is deleted",
      property: "recoveryWindowInDays",
      unit: "days",
      absent: { strength: 30, text: "30 days" },
      zero: none,
    }),
  },
  {
    type: "supabase-admin:index/pitrAddon:PitrAddon",
    setting: true,
    read: choice({
      what: "point-in-time recovery",
      property: "variant",
      input: "pitr.days",
      weakestFirst: ["none", "pitr_7", "pitr_14", "pitr_28"],
      absent: "none",
    }),
  },
  {
    type: "vercel:index/projectDeploymentRetention:ProjectDeploymentRetention",
    read: all(
      ...["Production", "Preview", "Canceled", "Errored"].map((kind) =>
        choice({
          what: `retention of ${kind.toLowerCase()} deployments`,
          property: `expiration${kind}`,
          input: `deploymentRetention.expiration${kind}`,
          weakestFirst: ["1d", "1w", "1m", "2m", "3m", "6m", "1y", "unlimited"],
          absent: "unlimited",
        }),
      ),
    ),
  },
];

/** Object lock says days or years, and never both. */
function lockDays(inputs: PropertyMap) {
  const base = { what: "object lock", input: "objectLock" };
  const property = "rule.defaultRetention";
  const reading = readProperty(inputs, ["rule", "defaultRetention"]);
  if (reading.state === "absent") return [{ ...base, property, ...none }];
  const value = mapOf(reading);
  const [days, years] = [value["days"] ?? 0, value["years"] ?? 0];
  if (reading.state === "unknown" || days === UNKNOWN || years === UNKNOWN) {
    return [{ ...base, property, strength: UNKNOWN, text: "a value not known yet" }] as const;
  }
  const strength = Number(days) + 365 * Number(years);
  return [{ ...base, property, strength, text: `${strength} days` }];
}

/** The shortest time that any rule of the list gives: a rule that is gone keeps things longer. */
function shortest(what: string, path: string, input: string): Read {
  const property = "rules";
  return (inputs) => {
    if (inputs[property] === UNKNOWN)
      return [{ what, property, input, strength: UNKNOWN, text: "a value not known yet" }];
    const active = readItems(inputs, [property]).filter(
      (rule) => isPropertyMap(rule) && rule["status"] !== "Disabled",
    );
    const readings = active.map((rule) => readProperty(rule, path.split(".")));
    if (readings.some(({ state }) => state === "unknown"))
      return [{ what, property, input, strength: UNKNOWN, text: "a value not known yet" }];
    const days = readings.flatMap((one) => (one.state === "known" ? [Number(one.value)] : []));
    if (days.length === 0) return [{ what, property, input, ...forever }];
    const least = Math.min(...days);
    return [{ what, property, input, strength: least, text: String(least) }];
  };
}
