import { z } from "zod";
import { readProperty } from "../../../core/value";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: SECR-01
export const githubSecretNames = defineRule({
  id: "github-secret-names",
  title: "Secrets of GitHub Actions have names that GitHub takes",
  why: "GitHub refuses other names in the middle of an update, when half of the secrets are replaced already.",
  fix: "Use capital letters, digits and underscores, begin with no digit and not with GITHUB_.",
  severity: "low",
  topics: ["secrets", "repository"],
  references: [
    {
      standard: "GitHub Actions",
      clause: "Naming your secrets",
      url: "https://docs.github.com/en/actions/reference/security/secrets#naming-your-secrets",
    },
  ],
  appliesTo: [providerTypes.githubEnvironmentSecret, providerTypes.githubRepositorySecret],
  options: z.strictObject({}),
  check: ({ inputs }) => {
    const wanted = "capital letters, digits and underscores, not GITHUB_ first";
    const evidence = { property: "secretName", wanted };
    const name = readProperty(inputs, ["secretName"]);
    if (name.state === "unknown") return unknown(evidence);
    const found = textOf(name) ?? null;
    const holds = found !== null && /^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/.test(found);
    return holds ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  },
});
