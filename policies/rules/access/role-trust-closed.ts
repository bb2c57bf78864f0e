import { z } from "zod";
import { readProperty } from "../../../core/value";
import type { Statement } from "../../lib/access/documents";
import { judgeDocuments } from "../../lib/access/judge-documents";
import { isBoundToCaller } from "../../lib/access/narrowing";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule } from "../../rule";

// Requirement: COMP-03
export const roleTrustClosed = defineRule({
  id: "role-trust-closed",
  title: "Every role says by name who may take it",
  why: "A role that everybody may take is an account that everybody is in: anyone with any account of AWS can use it.",
  fix: "Name the service, the role or the identity provider in the Principal of assumeRolePolicy.",
  severity: "critical",
  topics: ["access"],
  references: accessControl,
  appliesTo: [providerTypes.awsRole],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const property = "assumeRolePolicy";
    const trust = { property, reading: readProperty(inputs, [property]) };
    return judgeDocuments([trust], "principals by name", complaints);
  },
});

function complaints(statement: Statement): string[] {
  if (!statement.allows) return [];
  if (statement.hasNotPrincipal) return ["everybody but some"];
  const isOpen = Object.values(statement.principals).some((who) => who.includes("*"));
  return isOpen && !isBoundToCaller(statement) ? ["everybody"] : [];
}
