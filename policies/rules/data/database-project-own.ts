import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { packageOf } from "../../../core/urn";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

/** What says to which project something belongs. */
const properties = ["projectRef", "parentProjectRef"] as const;
const packages: readonly string[] = ["supabase", "supabase-admin"];

// Requirement: DB-01, DB-16
export const databaseProjectOwn = defineRule({
  id: "database-project-own",
  title: "Whatever the stack does to a database, it does to one that it declares itself",
  why: "A staging stack or a preview branch that names the project of prod changes, fills or empties the data of live users.",
  fix: "Take the reference from the Database of this stack, instead of writing down that of another project.",
  severity: "critical",
  topics: ["data", "environments"],
  references: [iso("A.8.31")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const own = new Set(projectNames(stack));
    return stack.resources
      .filter(({ custom, type }) => custom && packages.includes(packageOf(type)))
      .flatMap((resource) => judgeResource(resource, own));
  },
});

/** The URNs of the stack's projects, and their ids where these are known. */
function projectNames(stack: StackView): string[] {
  return stack
    .ofType(providerTypes.supabaseProject)
    .flatMap(({ urn, outputs }) => [urn, textOf(readProperty(outputs ?? {}, ["id"])) ?? urn]);
}

function judgeResource(
  { urn, inputs, propertyDependencies }: DeclaredResource,
  own: ReadonlySet<string>,
): Answer[] {
  return properties.flatMap((property) => {
    const reference = readProperty(inputs, [property]);
    if (reference.state === "absent") return [];
    const evidence = { urn, property, wanted: "a project of this stack" };
    const computedFrom = propertyDependencies[property] ?? [];
    const text = textOf(reference);
    const isOwn = computedFrom.some((one) => own.has(one)) || (text !== undefined && own.has(text));
    if (isOwn) return [pass({ ...evidence, found: "a project of this stack" })];
    // What comes from elsewhere, such as another stack's outputs, is foreign even while it is not known.
    if (reference.state === "unknown" && computedFrom.length === 0) return [unknown(evidence)];
    return [fail({ ...evidence, found: "a project that the stack does not declare" })];
  });
}
