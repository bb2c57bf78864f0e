import { groupBy } from "../../../core/group";
import type { DeclaredResource } from "../../../core/resource";
import type { PricingContext } from "../../context";
import { remembered } from "../../remembered";
import { itemsAt, textAt } from "../inputs";

export const bucketTypes = ["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"];
export const lifecycleTypes = [
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
];
export const replicationType = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";

/** How the buckets of a stack belong together. */
export interface Buckets {
  /** Buckets that no other bucket of the stack is copied to. */
  originals: readonly DeclaredResource[];
  /** By the URN of a copy the bucket whose objects it receives. */
  sourceOf: ReadonlyMap<string, DeclaredResource>;
  /** Lifecycle rules by the URN of their bucket. */
  lifecycleOf: ReadonlyMap<string, DeclaredResource>;
}

/** Worked out once a stack. */
export const bucketsOf = remembered((context: PricingContext): Buckets => {
  const all = context.ofTypes(bucketTypes);
  const sourceOf = copies(context);
  const lifecycles = context.ofTypes(lifecycleTypes).flatMap((rules) => {
    const bucket = bucketOf(rules, context);
    return bucket ? [[bucket.urn, rules] as const] : [];
  });
  return {
    originals: all.filter(({ urn }) => !sourceOf.has(urn)),
    sourceOf,
    lifecycleOf: new Map(lifecycles),
  };
});

const byName = remembered((context: PricingContext) =>
  groupBy(context.ofTypes(bucketTypes), (bucket) => textAt(bucket, "bucket")),
);

/** The bucket that a setting of a bucket is about, by what it was computed from or by its name. */
export function bucketOf(
  setting: DeclaredResource,
  context: PricingContext,
): DeclaredResource | undefined {
  const name = textAt(setting, "bucket");
  const named = name === undefined ? undefined : byName(context).get(name)?.[0];
  return named ?? bucketsAmong(setting.propertyDependencies["bucket"], context)[0];
}

/** The bucket that a replication copies to; undefined where the stack does not declare it. */
export function destinationOf(
  replication: DeclaredResource,
  context: PricingContext,
): DeclaredResource | undefined {
  const source = bucketOf(replication, context);
  const computed = bucketsAmong(replication.propertyDependencies["rules"], context);
  const named = itemsAt(replication, "rules").flatMap((_, at) => {
    const arn = textAt(replication, `rules[${at}].destination.bucket`);
    return byName(context).get(arn?.replace(/^arn:aws[\w-]*:s3:::/, "")) ?? [];
  });
  return [...computed, ...named].find((bucket) => bucket.urn !== source?.urn);
}

function bucketsAmong(urns: readonly string[] = [], context: PricingContext): DeclaredResource[] {
  return urns.flatMap((urn) => {
    const found = context.get(urn);
    return found && bucketTypes.includes(found.type) ? [found] : [];
  });
}

/** Two buckets that are copied to each other are a source and its copy, in the order of their declaration. */
function copies(context: PricingContext): Map<string, DeclaredResource> {
  const sourceOf = new Map<string, DeclaredResource>();
  for (const replication of context.ofType(replicationType)) {
    const source = bucketOf(replication, context);
    const copy = destinationOf(replication, context);
    if (!source || !copy || leadsTo(source, copy, sourceOf)) continue;
    if (!sourceOf.has(copy.urn)) sourceOf.set(copy.urn, source);
  }
  return sourceOf;
}

function leadsTo(
  from: DeclaredResource,
  to: DeclaredResource,
  sourceOf: ReadonlyMap<string, DeclaredResource>,
): boolean {
  for (let at: DeclaredResource | undefined = from; at; at = sourceOf.get(at.urn)) {
    if (at.urn === to.urn) return true;
  }
  return false;
}

/** The bucket at the end of a chain of copies; itself, where it is none. */
export function originOf(bucket: DeclaredResource, { sourceOf }: Buckets): DeclaredResource {
  let origin = bucket;
  for (let next = sourceOf.get(origin.urn); next; next = sourceOf.get(origin.urn)) origin = next;
  return origin;
}
