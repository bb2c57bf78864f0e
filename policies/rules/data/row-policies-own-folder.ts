import { z } from "zod";
import { type Value, readProperty } from "../../../core/value";
import { supabaseDocs } from "../../lib/data/references";
import { listed } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { readText } from "../../lib/text";
import { type Answer, type Evidence, defineRule, fail, pass, unknown } from "../../rule";

/** What a policy's statement must say, each with how a report names its absence. */
const demands: readonly { missing: string; holds: (sql: string, bucket: string) => boolean }[] = [
  { missing: "the bucket", holds: (sql, bucket) => sql.includes(`bucket_id = '${bucket}'`) },
  { missing: "to authenticated", holds: (sql) => /\bto authenticated\b(?!\s*,)/.test(sql) },
  { missing: "the user's own id", holds: (sql) => sql.includes("auth.uid()") },
];

// Requirement: STOR-02
export const rowPoliciesOwnFolder = defineRule({
  id: "row-policies-own-folder",
  title: "Row policies of a bucket let signed-in users at files of their own alone",
  why: "A policy without the bucket, the role or the user's id opens all files to all users, or to everybody.",
  fix: "Leave row policies to ownerFolder, or write bucket_id, to authenticated and auth.uid() into each.",
  severity: "critical",
  topics: ["data", "access"],
  references: [
    asvs("8.2.2"),
    supabaseDocs("Storage access control", "storage/security/access-control"),
  ],
  appliesTo: [providerTypes.supabaseBucketPolicies],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const policies = readProperty(inputs, ["policies"]);
    const bucket = readText(inputs, ["bucket"]);
    const whole: Evidence = { property: "policies", wanted: "row policies that are known" };
    if (policies.state === "unknown" || bucket === undefined) return unknown(whole);
    const all = policies.state === "known" ? listed(policies.value) : [];
    return all.map((policy, index) => judgePolicy(policy, index, bucket));
  },
});

function judgePolicy(policy: Value, index: number, bucket: string): Answer {
  const evidence = { property: `policies[${index}].create`, input: "ownerFolder" };
  const wanted = "the bucket, to authenticated, the user's own id";
  const statement = readProperty(policy, ["create"]);
  if (statement.state === "unknown") return unknown({ ...evidence, wanted });
  const sql = (readText(policy, ["create"]) ?? "").toLowerCase().replace(/\s+/g, " ");
  const missing = demands.filter(({ holds }) => !holds(sql, bucket.toLowerCase()));
  if (missing.length === 0) return pass({ ...evidence, wanted });
  const lacks = missing.map((one) => one.missing).join(", ");
  const message = `${evidence.property}: lacks ${lacks}`;
  return fail({ ...evidence, found: `without ${lacks}`, wanted, message });
}
