import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Answer, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";

const keyTypes: readonly string[] = [providerTypes.awsKey, providerTypes.awsKeyAlias];

/** Keys that AWS keeps for a service: nobody can say who uses them, or withdraw them. */
const awsManaged = /(^|:)alias\/aws\//;

/** Whether a key of one's own encrypts the resource: a known one, or one of the stack that is still to be made. */
export function judgeOwnKey(
  stack: StackView,
  { urn, inputs, propertyDependencies }: DeclaredResource,
  { property, input }: { property: string; input?: string },
): Answer {
  const wanted = "a KMS key of one's own";
  const evidence = { urn, property, ...(input !== undefined && { input }), wanted };
  const sources = (propertyDependencies[property] ?? []).map((source) => stack.get(source));
  const key = sources.find((source) => source && keyTypes.includes(source.type));
  if (key) return pass({ ...evidence, found: key.name });
  const reading = readProperty(inputs, [property]);
  if (reading.state === "unknown") return unknown(evidence);
  const found = textOf(reading) ?? "";
  if (found === "") return fail({ ...evidence, found: null });
  return awsManaged.test(found) ? fail({ ...evidence, found }) : pass({ ...evidence, found });
}
