import { z } from "zod";
import { unscopedActions } from "../../../catalogue/iam";
import { identityDocuments, identityTypes } from "../../lib/access/carriers";
import type { Statement } from "../../lib/access/documents";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { isBoundToOwn, isEverything, isWholeService } from "../../lib/access/narrowing";
import { leastPrivilege } from "../../lib/access/references";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const iamResourcesNamed = defineRule({
  id: "iam-resources-named",
  title: "No policy allows an action on everything where AWS takes a name",
  why: "A right on every bucket is a right on the buckets of all other teams, and on those of next year.",
  fix: "Name the resource by its ARN, or bind the statement to your own tags by aws:ResourceTag.",
  severity: "high",
  topics: ["access"],
  references: leastPrivilege,
  appliesTo: identityTypes,
  options: z.strictObject({}),
  check: (resource) =>
    judgeDocuments(identityDocuments(resource), "a named resource for each action", complaints),
});

function complaints(statement: Statement): string[] {
  const { allows, actions, resources, notResources } = statement;
  if (!allows || isBoundToOwn(statement)) return [];
  const others = notResources.length > 0 ? [`everything but ${notResources.join(", ")}`] : [];
  const everything = resources.find(isEverything);
  if (everything === undefined) return others;
  // A whole service is another rule's to tell.
  const wide = actions.filter((action) => !isWholeService(action) && !isUnscoped(action));
  return [...wide.map((action) => `${action} on ${everything}`), ...others];
}

function isUnscoped(action: string): boolean {
  return Object.hasOwn(unscopedActions, action);
}
