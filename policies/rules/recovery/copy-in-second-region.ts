import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { planRules } from "../../lib/recovery/backup-plans";
import { backups, redundancy } from "../../lib/recovery/references";
import { providerTypes } from "../../lib/provider-types";
import { readText } from "../../lib/text";
import { defineRule, fail, notApplicable, pass } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: STOR-08
export const copyInSecondRegion = defineRule({
  id: "copy-in-second-region",
  title: "What must not be lost has a copy in a second region",
  why: "Copies beside the original are gone with it, in the one disaster that they are kept for.",
  fix: "Give a bucket a replication into another region, or a backup plan a copy action.",
  severity: "medium",
  topics: ["recovery", "data"],
  references: [...backups, redundancy],
  appliesTo: "stack",
  options: z.strictObject({
    minCopies: z.int().min(0).describe("Copies in another region that the stack has at least."),
  }),
  check: (stack, { options }) => {
    if (options.minCopies === 0)
      return notApplicable("the tier asks for no copy in a second region");
    const stores = stack.ofType(providerTypes.awsBucket);
    const plans = stack.ofType(providerTypes.awsBackupPlan);
    if (stores.length + plans.length === 0) return notApplicable("nothing is kept on AWS");
    const replications = stack.ofType(providerTypes.awsReplication);
    const copies = [
      ...replications.filter((replication) => crossesRegions(stack, replication)),
      ...plans.filter(hasCopyAction),
    ];
    const evidence = {
      input: "replication",
      found: copies.map(({ name }) => name),
      wanted: `copies in another region: at least ${options.minCopies}`,
    };
    return copies.length >= options.minCopies ? pass(evidence) : fail(evidence);
  },
});

/** Between two buckets of the stack that say different regions; one that says none is at home. */
function crossesRegions(stack: StackView, { propertyDependencies }: DeclaredResource): boolean {
  const [from] = bucketsAt(stack, propertyDependencies.bucket);
  const to = bucketsAt(stack, propertyDependencies.rules);
  return from !== undefined && to.some((bucket) => regionOf(bucket) !== regionOf(from));
}

function bucketsAt(stack: StackView, urns: readonly string[] = []): DeclaredResource[] {
  const found = urns.map((urn) => stack.get(urn));
  return found.filter((one) => one?.type === providerTypes.awsBucket) as DeclaredResource[];
}

const regionOf = ({ inputs }: DeclaredResource): string => readText(inputs, ["region"]) ?? "home";

function hasCopyAction({ inputs }: DeclaredResource): boolean {
  return planRules(inputs).some(
    (rule) =>
      readProperty(rule.inputs, ["copyActions", 0, "destinationVaultArn"]).state !== "absent",
  );
}
