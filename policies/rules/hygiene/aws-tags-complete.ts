import { z } from "zod";
import { taggableTypes } from "../../../catalogue/aws-tags";
import type { Tier } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { mapOf } from "../../lib/maps";
import { iso } from "../../lib/references";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

export const awsTagsComplete = defineRule({
  id: "aws-tags-complete",
  title: "What takes tags in AWS says whose it is",
  why: "What nobody is named for is on the bill, in the audit and in the way of a clean-up, and nobody dares to touch it.",
  fix: "Add the tags; components take them from groundwork:stack.",
  severity: "low",
  topics: ["hygiene", "budget"],
  references: [
    iso("A.5.9"),
    {
      standard: "AWS",
      clause: "Best Practices for Tagging AWS Resources",
      url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({
    required: z.array(z.string()).min(1).describe("Keys of the tags that there are to be."),
  }),
  check: (stack, { options: { required }, settings: { tier } }) => {
    const answers = stack.resources
      .filter(({ type }) => taggableTypes.has(type))
      .map((resource) => judgeTags(resource, required, tier));
    const open = answers.filter(({ state }) => state !== "pass");
    if (open.length > 0) return open;
    return answers.length > 0 ? pass() : notApplicable("nothing in the stack takes tags in AWS");
  },
});

function judgeTags(
  { urn, inputs }: DeclaredResource,
  required: readonly string[],
  tier: Tier,
): Answer {
  const evidence = { urn, property: "tags", input: "tags", wanted: required };
  const tags = readProperty(inputs, ["tags"]);
  if (tags.state === "unknown") return unknown(evidence);
  const given = mapOf(tags);
  const missing = required.filter(
    (key) => given[key] === undefined || given[key] === null || given[key] === "",
  );
  if (missing.length > 0) {
    const message = `tags: found none for ${missing.join(", ")}, wanted ${required.join(", ")}`;
    return fail({ ...evidence, found: Object.keys(given), message });
  }
  const other = readProperty(given, ["tier"]);
  if (other.state !== "known" || other.value === tier) return pass(evidence);
  return fail({ ...evidence, property: "tags.tier", found: other.value, wanted: tier });
}
