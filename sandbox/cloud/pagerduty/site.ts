import { type Value } from "../../../core/value";
import { type LedgerObject } from "../../ledger/record";
import { text } from "../account";
import { type Claim, type CloudView, type Need, type Order } from "../resource";

export const policyType = "pagerduty:index/escalationPolicy:EscalationPolicy";
export const serviceType = "pagerduty:index/service:Service";

/** Names exist once in an account, whatever their case. */
export const claimOf = (kind: string, name: Value | undefined): string =>
  `pagerduty:${kind}:${text(name, "").toLowerCase()}`;

export function claimsName({ inputs }: Order, kind: string, call: string): Claim[] {
  const refusal = `POST API call to https://api.pagerduty.com/${call} failed 400 Bad Request. Code: 2001, Errors: [Name has already been taken], Message: Invalid Input Provided`;
  return [{ key: claimOf(kind, inputs["name"]), refusal }];
}

export function needs(type: string, id: Value | undefined, call: string): Need {
  const refusal = `POST API call to https://api.pagerduty.com/${call} failed 404 Not Found. Code: 2100, Errors: [], Message: Not Found`;
  return { type, id, refusal };
}

/** The object of a kind that has this name. */
export function called(cloud: CloudView, kind: string, name: string): LedgerObject | undefined {
  return cloud.holderOf(claimOf(kind, name));
}

/** People, schedules and policies that nobody declared exist all the same: each has one id in this cloud. */
export function outsideId(cloud: CloudView, label: string): string {
  return `P${cloud.derive(`pagerduty ${label}`).slice(0, 6).toUpperCase()}`;
}
