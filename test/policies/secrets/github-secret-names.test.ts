import { describe, expect, it } from "vitest";
import { UNKNOWN, type Value } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { githubSecretNames as rule } from "../../../policies/rules/secrets/github-secret-names";
import { brief, judge, resource } from "../support/stack";

const ask = (secretName?: Value, type: string = providerTypes.githubEnvironmentSecret) =>
  brief(judge(rule, [resource(type, "gh", { secretName })]));

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["VERCEL_TOKEN", "_X", "A1", "MY_GITHUB_TOKEN"])("accepts %s", (name) => {
    expect(ask(name)).toEqual([`pass gh: ${rule.title}`]);
    expect(ask(name, providerTypes.githubRepositorySecret)).toEqual([`pass gh: ${rule.title}`]);
  });

  it.each(["GITHUB_TOKEN", "1X", "my_token", "A-B", "A B", "", undefined])("reports %s", (name) => {
    expect(ask(name)).toEqual([
      `fail gh: secretName: found ${name ?? "nothing"}, wanted capital letters, digits and underscores, not GITHUB_ first`,
    ]);
  });

  it("cannot tell when the name is unknown", () => {
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown gh: secretName: not known/);
  });
});
