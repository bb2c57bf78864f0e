import { authKeys, passwordCharacters } from "../../catalogue/supabase-auth";
import { apiKeyName, functionSecretName } from "../../catalogue/supabase-names";
import type { Refusal } from "./refusals";

/** What the database section refuses, one problem each. */
export const databaseRefusals: Refusal[] = [
  {
    name: "an auth setting that the API would drop without a word",
    edits: { "database.auth": { password_min_lenght: 16 } },
    path: "database.auth.password_min_lenght",
    found: "unknown key",
    allowed: `one of ${Object.keys(authKeys).length} keys, which schema/stack.schema.json lists`,
    fix: "did you mean password_min_length?",
  },
  {
    name: "a kind of password characters in a spelling of one's own",
    edits: { "database.auth": { password_required_characters: "a:A:0" } },
    path: "database.auth.password_required_characters",
    found: 'got "a:A:0"',
    allowed: `one of ${passwordCharacters.join(", ")}`,
  },
  {
    name: "a one-time code that the API finds too short",
    edits: { "database.auth": { mailer_otp_length: 4 } },
    path: "database.auth.mailer_otp_length",
    found: "got 4",
    allowed: "a whole number from 6 to 10",
  },
  {
    name: "the password of a mail server in clear text, without showing it",
    edits: { "database.auth": { smtp_pass: "hunter2" } },
    path: "database.auth.smtp_pass",
    found: "got text",
    allowed: "an object with secret",
  },
  {
    name: "a variable of edge functions in clear text, without showing it",
    edits: { "database.functionSecrets": { MAIL_KEY: "hunter2" } },
    path: "database.functionSecrets.MAIL_KEY",
    found: "got text",
    allowed: "an object with secret",
  },
  {
    name: "a variable of edge functions that Supabase keeps for itself",
    edits: { "database.functionSecrets": { SUPABASE_KEY: { secret: "A" } } },
    path: "database.functionSecrets.SUPABASE_KEY",
    found: 'the key "SUPABASE_KEY"',
    allowed: functionSecretName.allowed,
  },
  {
    name: "an API key whose name the API refuses",
    edits: { "database.apiKeys": { "orders-worker": {} } },
    path: "database.apiKeys.orders-worker",
    found: 'the key "orders-worker"',
    allowed: apiKeyName.allowed,
  },
  {
    name: "an edge function outside the project's folder",
    edits: { "database.functions": { shop: { entrypoint: "functions/../../index.ts" } } },
    path: "database.functions.shop.entrypoint",
    found: 'got "functions/../../index.ts"',
    allowed: "the path of a file below the folder of Pulumi.yaml, without ..",
  },
  {
    name: "a compute size on the Free plan",
    edits: { "database.plan": "free", "database.auth": {} },
    path: "database.instanceSize",
    found: 'got "small"',
    allowed: "no compute size on the free plan",
    fix: "remove it, or change the plan",
  },
  {
    name: "larger files than the plan takes",
    edits: {
      "database.plan": "free",
      "database.instanceSize": undefined,
      "database.auth": {},
      "database.storage": { fileSizeLimit: 52_428_801 },
    },
    path: "database.storage.fileSizeLimit",
    found: "got 52428801",
    allowed: "at most 52428800 bytes on the free plan",
    fix: "lower it, or change the plan",
  },
  {
    name: "a check for leaked passwords on the Free plan",
    edits: {
      "database.plan": "free",
      "database.instanceSize": undefined,
      "database.auth": { password_hibp_enabled: true },
    },
    path: "database.auth.password_hibp_enabled",
    found: "got true",
    allowed: "nothing but off on the free plan",
    fix: "remove it, or change the plan",
  },
  {
    name: "an output that no component has",
    edits: { "hosting.variables.A": { output: "database.uri" } },
    path: "hosting.variables.A.output",
    found: "got text",
    allowed: "one of database.url, database.projectRef",
    fix: "did you mean database.url?",
  },
];
