import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { asvs } from "../../lib/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

export const databaseTls = defineRule({
  id: "database-tls",
  title: "Every database refuses connections without TLS",
  why: "A client that may connect in clear sends its password and every row where others can read them.",
  fix: "Leave sslEnforcement out of the stack file, or set it to true.",
  severity: "high",
  topics: ["https", "data"],
  references: [
    asvs("12.3.1"),
    {
      standard: "Supabase",
      clause: "Postgres SSL enforcement",
      url: "https://supabase.com/docs/guides/platform/ssl-enforcement",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) =>
    stack.ofType(providerTypes.supabaseProject).flatMap((project) => {
      const settings = stack.dependents(project, providerTypes.supabaseSettings, "projectRef");
      return settings.length > 0 ? settings.map(judgeSettings) : [withoutSettings(project)];
    }),
});

const demand = { input: "sslEnforcement", wanted: true };

function judgeSettings({ urn, inputs }: DeclaredResource): Answer {
  const evidence = { ...demand, urn, property: "sslEnforcement" };
  const enforced = readProperty(inputs, ["sslEnforcement"]);
  if (enforced.state === "unknown") return unknown(evidence);
  const found = enforced.state === "known" ? enforced.value : null;
  return found === true ? pass({ ...evidence, found }) : fail({ ...evidence, found });
}

/** Supabase does not enforce TLS until it is told to. */
function withoutSettings({ urn }: DeclaredResource): Answer {
  const message = "found no Settings of this project, wanted one with sslEnforcement true";
  return fail({ ...demand, urn, found: null, message });
}
