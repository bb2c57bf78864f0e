import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import { type CheckFailure as InputFailure } from "../../check";

export function checkFailures(failures: readonly InputFailure[]): CheckFailure[] {
  return failures.map(({ property, reason }) =>
    new CheckFailure().setProperty(property).setReason(reason),
  );
}
