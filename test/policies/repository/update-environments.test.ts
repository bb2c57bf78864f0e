import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import type { DeclaredResource } from "../../../core/resource";
import { providerTypes } from "../../../policies/lib/provider-types";
import { environmentReviewers } from "../../../policies/rules/repository/environment-reviewers";
import { environmentWaitTimer } from "../../../policies/rules/repository/environment-wait-timer";
import { part } from "../support/repository";
import { brief, judge, profile, resource } from "../support/stack";

const name = "production-drift";
const environment = part(providerTypes.githubEnvironment, { environment: name }, "drift");
const declared = resource(tokens.repository, "repository", { environment: { drift: name } });
const trusting = (condition: Record<string, string>) =>
  resource(providerTypes.awsRole, "role", {
    assumeRolePolicy: JSON.stringify({
      Statement: [
        {
          Condition: {
            StringEquals: {
              "token.actions.githubusercontent.com:sub": `repo:acme/shop:environment:${name}`,
              ...condition,
            },
          },
        },
      ],
    }),
  });
const bound = trusting({ "token.actions.githubusercontent.com:job_workflow_ref": "a" });
const secret = part(providerTypes.githubEnvironmentSecret, { environment: name }, "secret");

// Requirement: OPS-06, REPO-04
describe.each([environmentReviewers, environmentWaitTimer])(
  "$id of an environment for comparisons",
  (rule) => {
    const ask = (...resources: DeclaredResource[]) =>
      brief(judge(rule, [profile({ tier: "prod" }), environment, ...resources]))[0];

    it("asks for no gate", () => {
      expect(ask(declared)).toMatch(/^not-applicable drift: its jobs compare/);
      expect(ask(declared, bound)).toMatch(/^not-applicable drift/);
    });

    it.each<[string, DeclaredResource[]]>([
      ["nobody declares it as such", []],
      ["a secret lies in it", [declared, secret]],
      ["a role of its jobs is open to every workflow", [declared, trusting({})]],
    ])("asks for one where %s", (_what, resources) => {
      expect(ask(...resources)).toMatch(/^fail drift/);
    });

    it("has nothing to ask where there is none", () => {
      expect(brief(judge(rule, [profile({ tier: "prod" })]))[0]).toMatch(
        /not-applicable .*the stack declares no environment/,
      );
    });
  },
);
