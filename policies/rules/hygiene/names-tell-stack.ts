import { z } from "zod";
import { type Tier, tiers } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { givenName, namedTypes } from "../../lib/hygiene/global-names";
import { productOf } from "../../lib/hygiene/product";
import { iso } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";

export const namesTellStack = defineRule({
  id: "names-tell-stack",
  title: "Names that an account or a vendor has once say whose product and which tier they are",
  why: "Two stacks that give a bucket, role or secret one name fight over it, and whoever cleans up takes the wrong one.",
  fix: "Put the product and the tier into the name, such as velocity-platform-prod-backups, or leave the name to Pulumi.",
  severity: "medium",
  topics: ["hygiene", "names"],
  references: [
    iso("A.5.9"),
    {
      standard: "AWS",
      clause: "General purpose bucket naming rules",
      url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack, { settings: { tier } }) => {
    const product = productOf(stack);
    const answers = stack.resources
      .filter(({ type }) => Object.hasOwn(namedTypes, type))
      .flatMap((resource) => judgeName(resource, { tier, product }));
    const open = answers.filter(({ state }) => state !== "pass");
    if (open.length > 0) return open;
    return answers.length > 0 ? pass() : notApplicable("the stack gives no such name");
  },
});

interface Wanted {
  tier: Tier;
  product: string | undefined;
}

function judgeName(resource: DeclaredResource, { tier, product }: Wanted): Answer[] {
  const { property, says } = namedTypes[resource.type] ?? { property: "name", says: "stack" };
  const name = givenName(resource);
  if (name.state === "absent") return [];
  const [first] = wordsOf(product ?? "");
  const demands = [...(first === undefined ? [] : [first]), ...(says === "stack" ? [tier] : [])];
  const wanted = `a name with ${[...demands, ...(says === "product" ? ["no other tier"] : [])].join(" and ")}`;
  const evidence = { urn: resource.urn, property, wanted };
  if (name.state === "unknown") return [unknown(evidence)];
  const found = textOf(name) ?? null;
  const words = wordsOf(found ?? "");
  const missing = demands.some((word) => !words.includes(word));
  const strange = tiers.some((each) => words.includes(each)) && !words.includes(tier);
  return [missing || strange ? fail({ ...evidence, found }) : pass({ ...evidence, found })];
}

/** `/velocity-platform/prod/web` → velocity, platform, prod, web. */
function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
