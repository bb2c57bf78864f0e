import { describe, expect, it } from "vitest";
import { nameAt } from "../../catalogue/secret-names";
import { parseSettings } from "../../config/parse";
import { sectionsOf } from "./support";

const deploy = ["VERCEL_TOKEN", "VERCEL_ORG_ID", "VERCEL_PROJECT_ID", "FLY_API_TOKEN"];
const application = [
  "SUPABASE_ACCESS_TOKEN",
  "NEXT_PUBLIC_SUPABASE_URL",
  "NEXT_PUBLIC_SUPABASE_ANON_KEY",
  "SUPABASE_SERVICE_ROLE_KEY",
  "ANTHROPIC_API_KEY",
  "OPENAI_API_KEY",
  "SENTRY_DSN",
  "ANALYTICS_API_KEY",
];
const smoke = ["TEST_USER_EMAIL", "TEST_USER_PASSWORD", "API_TOKEN"];

/** Names, as GitHub has them, of what a stack sends there for one scope. */
function sentBy(stack: string, scope: "environment" | "repository"): string[] {
  const parsed = parseSettings(sectionsOf(`Pulumi.${stack}.yaml`));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return Object.entries(parsed.settings.secretRegistry).flatMap(([name, { destinations }]) => {
    const github = destinations?.github;
    if (!github || (github.scope ?? "environment") !== scope) return [];
    return [github.secretName ?? nameAt("github", name)];
  });
}

// Requirement: SECR-01, SECR-05
describe("the secrets of the pipeline", () => {
  it.each(["staging", "prod"])("are complete in the environment of %s", (stack) => {
    expect(sentBy(stack, "environment").sort()).toEqual(
      [...deploy, ...application, ...smoke].sort(),
    );
  });

  it("of the scans belong to the repository, since they run for every pull request", () => {
    expect(sentBy("prod", "repository").sort()).toEqual(["SNYK_TOKEN", "SONARCLOUD_TOKEN"]);
    expect(sentBy("staging", "repository")).toEqual([]);
  });

  it("go nowhere from dev, which deploys to no environment", () => {
    expect([...sentBy("dev", "environment"), ...sentBy("dev", "repository")]).toEqual([]);
  });
});
