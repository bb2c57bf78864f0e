import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";

/** Why inputs are refused, as the engine reads it: each with the path of its property. */
export function checkFailures(
  failures: readonly { property: string; reason: string }[],
): CheckFailure[] {
  return failures.map(({ property, reason }) =>
    new CheckFailure().setProperty(property).setReason(reason),
  );
}
