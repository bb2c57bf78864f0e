import type { DeclaredResource } from "../../../core/resource";
import { type Answer, fail, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { namersOf } from "../naming";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

export const bucketTypes = [providerTypes.awsBucket, providerTypes.awsBucketV2] as const;

/** Every bucket on S3. */
export function bucketsOn(stack: StackView): DeclaredResource[] {
  return bucketTypes.flatMap((type) => stack.ofType(type));
}

/** What a bucket is for, as its tag says: `assets`, `backup`, `audit`. */
export function purposeOf({ inputs }: DeclaredResource): string | undefined {
  return readText(inputs, ["tags", "Purpose"]);
}

/** Whether a machine writes again whatever is in it: `runs` are results of checks and the like. */
export function isReproducible(bucket: DeclaredResource): boolean {
  return purposeOf(bucket) === "runs";
}

/** A setting that each bucket is to have as a resource of its own. */
export interface BucketSetting {
  types: readonly string[];
  /** What is asked for: `all four flags true`. */
  wanted: string;
  /** Path of the component arg that decides it. */
  input?: string;
  judge: (setting: DeclaredResource) => Answer | readonly Answer[];
}

/** Answers for each bucket by the settings that name it; a bucket without fails. */
export function judgeBuckets(
  stack: StackView,
  buckets: readonly DeclaredResource[],
  { types, wanted, input, judge }: BucketSetting,
): Answer[] {
  const { of, someUndecided } = namersOf(stack, { types, names: "bucket", own: "bucket" });
  return buckets.flatMap((bucket) => {
    const settings = of(bucket);
    if (settings.length > 0) return settings.flatMap(judge);
    const demand = { urn: bucket.urn, wanted, ...(input !== undefined && { input }) };
    const kind = types[0]?.split(":").at(-1);
    if (someUndecided) {
      const message = `found a ${kind} whose bucket is not known before the update; name the bucket`;
      return [unknown({ ...demand, message })];
    }
    const message = `found no ${kind} of this bucket, wanted one with ${wanted}`;
    return [fail({ ...demand, found: null, message })];
  });
}
