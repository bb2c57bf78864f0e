import type { DeclaredResource } from "../../core/resource";
import type { Value } from "../../core/value";
import { lifecycleTypes } from "../pricers/aws/buckets";
import { itemsAt, textAt, valueAt } from "../pricers/inputs";
import type { Advice } from "./advice";
import { changed, ofType } from "./change";

/** The least days before S3 moves an object into the class for what is seldom read. */
const transition = { days: 30, storageClass: "STANDARD_IA" };

export const bucketClasses: Advice = {
  id: "bucket-classes",
  title: "A bucket whose objects stay in the dearest class",
  lost: "each read of what is older than 30 days costs more; not for what is read often",
  choices: (stack) =>
    lifecycleTypes
      .flatMap((type) => ofType(stack, type))
      .flatMap((lifecycle) => {
        const rules = moved(lifecycle);
        if (!rules) return [];
        const setting = "storage buckets' lifecycle.transitions: STANDARD_IA after 30 days";
        const to = changed(stack, [lifecycle], () => ({ rules }));
        return [[{ setting, of: [lifecycle.name], to }]];
      }),
};

/** Its rules with the move in the first that is about all objects; nothing where one moves or ends them already. */
function moved(lifecycle: DeclaredResource): Value | undefined {
  const rules = itemsAt(lifecycle, "rules");
  const at = rules.findIndex((_, index) => {
    const rule = `rules[${index}]`;
    const isPartial = [`${rule}.prefix`, `${rule}.filter.prefix`].some((path) =>
      Boolean(valueAt(lifecycle, path)),
    );
    return textAt(lifecycle, `${rule}.status`) === "Enabled" && !isPartial;
  });
  const settled = rules.some(
    (_, index) =>
      itemsAt(lifecycle, `rules[${index}].transitions`).length > 0 ||
      valueAt(lifecycle, `rules[${index}].expiration`) !== undefined,
  );
  if (at < 0 || settled) return undefined;
  return rules.map((rule, index) =>
    index === at ? { ...(rule as object), transitions: [transition] } : rule,
  );
}
