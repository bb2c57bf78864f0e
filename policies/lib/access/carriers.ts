import type { DeclaredResource } from "../../../core/resource";
import { readProperty, type Reading } from "../../../core/value";
import { itemsOf } from "../lists";
import { providerTypes } from "../provider-types";

/** Resources whose document says what somebody may do, and the property in which it stands. */
const identityProperties: Readonly<Record<string, string>> = {
  [providerTypes.awsGroupPolicy]: "policy",
  [providerTypes.awsPolicy]: "policy",
  [providerTypes.awsRolePolicy]: "policy",
  [providerTypes.awsUserPolicy]: "policy",
};

/** Resources whose document says who may do something with them. */
const resourceProperties: Readonly<Record<string, string>> = {
  [providerTypes.awsBucketPolicy]: "policy",
  [providerTypes.awsImagePolicy]: "policy",
  [providerTypes.awsKey]: "policy",
  [providerTypes.awsKeyPolicy]: "policy",
  [providerTypes.awsQueue]: "policy",
  [providerTypes.awsQueuePolicy]: "policy",
  [providerTypes.awsSecret]: "policy",
  [providerTypes.awsSecretPolicy]: "policy",
  [providerTypes.awsTopic]: "policy",
  [providerTypes.awsTopicPolicy]: "policy",
  [providerTypes.awsVaultPolicy]: "policy",
};

/** A role carries documents too, written into it. */
export const identityTypes = [...Object.keys(identityProperties), providerTypes.awsRole];
export const resourceTypes = Object.keys(resourceProperties);

/** A document where it stands. */
export interface Carried {
  property: string;
  reading: Reading;
}

/** The documents that say what somebody may do. */
export function identityDocuments({ type, inputs }: DeclaredResource): Carried[] {
  const property = identityProperties[type];
  if (property !== undefined) return [{ property, reading: readProperty(inputs, [property]) }];
  const inline = readProperty(inputs, ["inlinePolicies"]);
  if (inline.state === "unknown") return [{ property: "inlinePolicies", reading: inline }];
  return itemsOf(inline).map((one, index) => ({
    property: `inlinePolicies[${index}].policy`,
    reading: readProperty(one, ["policy"]),
  }));
}

/** The document that says who may use this resource; none where AWS's own default holds. */
export function resourceDocuments({ type, inputs }: DeclaredResource): Carried[] {
  const property = resourceProperties[type] ?? "policy";
  const reading = readProperty(inputs, [property]);
  return reading.state === "absent" ? [] : [{ property, reading }];
}
