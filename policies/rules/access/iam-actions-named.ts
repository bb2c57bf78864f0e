import { z } from "zod";
import { identityDocuments, identityTypes } from "../../lib/access/carriers";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { isWholeService } from "../../lib/access/narrowing";
import { leastPrivilege } from "../../lib/access/references";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const iamActionsNamed = defineRule({
  id: "iam-actions-named",
  title: "No policy allows a whole service",
  why: "Whoever takes over a role that may do everything in a service may delete, publish and pay for everything in it.",
  fix: "Write out the actions that are needed, one by one.",
  severity: "high",
  topics: ["access"],
  references: leastPrivilege,
  appliesTo: identityTypes,
  options: z.strictObject({}),
  check: (resource) =>
    judgeDocuments(
      identityDocuments(resource),
      "actions written out",
      ({ allows, actions, notActions }) =>
        allows
          ? [
              ...actions.filter(isWholeService),
              ...(notActions.length > 0 ? [`all but ${notActions.join(", ")}`] : []),
            ]
          : [],
    ),
});
