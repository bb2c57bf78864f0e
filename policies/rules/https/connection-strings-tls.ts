import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { connectionStringsIn } from "../../lib/https/connection-strings";
import { variableInput } from "../../lib/input-paths";
import { tlsBetween } from "../../lib/references";
import { type Answer, defineRule, fail, pass } from "../../rule";

// Requirement: HDR-09
export const connectionStringsTls = defineRule({
  id: "connection-strings-tls",
  title: "Connection strings ask for TLS",
  why: "A client that may fall back to a plain connection sends the password and every row in clear as soon as somebody on the way wants it to.",
  fix: "Say sslmode=require or verify-full for Postgres, and rediss://, mongodb+srv:// or amqps:// in place of the plain scheme.",
  severity: "high",
  topics: ["https", "data"],
  references: [
    tlsBetween,
    {
      standard: "PostgreSQL",
      clause: "SSL mode descriptions",
      url: "https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION",
    },
  ],
  appliesTo: ["*", tokens.hostedSite],
  options: z.strictObject({}),
  // The string stays out of the evidence: it carries a password.
  check: (resource) =>
    connectionStringsIn(resource.inputs).map(({ property, scheme, weakness }): Answer => {
      const input = variableInput(resource, property);
      const evidence = { property, ...(input && { input }), wanted: "TLS required" };
      if (weakness === undefined) return pass({ ...evidence, found: `${scheme}://` });
      return fail({ ...evidence, found: `${scheme}:// ${weakness}` });
    }),
});
