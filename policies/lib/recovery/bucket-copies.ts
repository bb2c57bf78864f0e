import type { DeclaredResource } from "../../../core/resource";
import type { StackView } from "../../stack-view";
import { readItems } from "../lists";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

/** What copies a bucket elsewhere, of what the stack declares. */
export interface BucketCopies {
  /** Plans of AWS Backup that have it among what they copy. */
  plans: readonly DeclaredResource[];
  replications: readonly DeclaredResource[];
}

export function copiesOf(stack: StackView, bucket: DeclaredResource): BucketCopies {
  const { awsBackupSelection, awsReplication } = providerTypes;
  const named = stack.dependents(bucket, awsBackupSelection, "resources");
  const selections = [...named, ...namingByArn(stack, bucket)];
  return {
    plans: [...new Set(selections)].flatMap((selection) => plansOf(stack, selection)),
    replications: stack.dependents(bucket, awsReplication, "bucket"),
  };
}

/** Selections that spell the bucket's ARN out. */
function namingByArn(stack: StackView, { inputs }: DeclaredResource): readonly DeclaredResource[] {
  const name = readText(inputs, ["bucket"]);
  if (name === undefined) return [];
  return stack
    .ofType(providerTypes.awsBackupSelection)
    .filter((selection) =>
      readItems(selection.inputs, ["resources"]).includes(`arn:aws:s3:::${name}`),
    );
}

function plansOf(stack: StackView, { propertyDependencies }: DeclaredResource): DeclaredResource[] {
  const plans = (propertyDependencies.planId ?? []).map((urn) => stack.get(urn));
  return plans.filter((plan) => plan?.type === providerTypes.awsBackupPlan) as DeclaredResource[];
}
