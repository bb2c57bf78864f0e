import { z } from "zod";
import { resourceDocuments, resourceTypes } from "../../lib/access/carriers";
import type { Statement } from "../../lib/access/documents";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { isBoundToCaller } from "../../lib/access/narrowing";
import { confusedDeputy, leastPrivilege } from "../../lib/access/references";
import { defineRule } from "../../rule";

export const serviceCallersBound = defineRule({
  id: "service-callers-bound",
  title: "Services of AWS use a resource only on behalf of accounts that are named",
  why: "A service acts for all of its customers: where its name alone is enough, a stranger's trail, alarm or rule reaches your bucket, key or topic.",
  fix: "Add a condition on aws:SourceAccount or aws:SourceArn to the statement.",
  severity: "medium",
  topics: ["access"],
  references: [...leastPrivilege, confusedDeputy],
  appliesTo: resourceTypes,
  options: z.strictObject({}),
  check: (resource) =>
    judgeDocuments(resourceDocuments(resource), "a source account or ARN", complaints),
});

function complaints(statement: Statement): readonly string[] {
  const services = statement.principals.Service ?? [];
  return statement.allows && !isBoundToCaller(statement) ? services : [];
}
