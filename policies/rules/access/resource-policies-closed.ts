import { z } from "zod";
import { resourceDocuments, resourceTypes } from "../../lib/access/carriers";
import type { Statement } from "../../lib/access/documents";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { isBoundToCaller } from "../../lib/access/narrowing";
import { accessControl } from "../../lib/access/references";
import { defineRule } from "../../rule";

export const resourcePoliciesClosed = defineRule({
  id: "resource-policies-closed",
  title: "No policy of a bucket, key, queue, topic, secret or vault lets everybody in",
  why: "What a resource's own policy allows to everybody is open to the whole internet, whatever roles and users may do.",
  fix: "Name accounts, roles or services in the Principal, or bind * by aws:PrincipalOrgID or aws:SourceArn.",
  severity: "critical",
  topics: ["access", "data"],
  references: accessControl,
  appliesTo: resourceTypes,
  options: z.strictObject({}),
  check: (resource) =>
    judgeDocuments(resourceDocuments(resource), "principals by name", complaints),
});

function complaints(statement: Statement): string[] {
  if (!statement.allows || isBoundToCaller(statement)) return [];
  if (statement.hasNotPrincipal) return ["everybody but some"];
  const isOpen = Object.values(statement.principals).some((who) => who.includes("*"));
  return isOpen ? ["everybody"] : [];
}
