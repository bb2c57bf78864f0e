import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { inputsNotDeprecated as rule } from "../../../policies/rules/hygiene/inputs-not-deprecated";
import { brief, judge, resource } from "../support/stack";

const secret = (inputs: PropertyMap) =>
  resource(providerTypes.githubRepositorySecret, "token", { secretName: "TOKEN", ...inputs });
const ask = (...resources: Parameters<typeof judge>[1]) => brief(judge(rule, resources));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for inputs that stay, and for those of other types", () => {
    const other = resource(providerTypes.vercelProject, "web", { acl: "private" });
    for (const kept of [{ value: "x" }, { plaintextValue: null }, { plaintextValue: undefined }]) {
      expect(ask(secret(kept), other)).toEqual([`pass groundwork-prod: ${rule.title}`]);
    }
  });

  it("reports each one that goes, in full and without its value", () => {
    expect(judge(rule, [secret({ plaintextValue: "s3cret" })])).toEqual([
      {
        rule: "inputs-not-deprecated",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::github:index/actionsSecret:ActionsSecret::token",
        level: "mandatory",
        severity: "low",
        message:
          "plaintextValue: found an input that the provider will drop, wanted value in its place",
        property: "plaintextValue",
        found: "plaintextValue",
        wanted: "value in its place",
      },
    ]);
    const bucket = resource("aws:s3/bucket:Bucket", "files", { acl: UNKNOWN, versioning: {} });
    expect(ask(bucket)).toEqual([
      "fail files: acl: found an input that the provider will drop, wanted aws.s3.BucketAcl in its place",
      "fail files: versioning: found an input that the provider will drop, wanted aws.s3.BucketVersioning in its place",
    ]);
  });

  it("says so where nothing takes its place", () => {
    expect(ask(secret({ destroyOnDrift: true }))).toEqual([
      "fail token: destroyOnDrift: found an input that the provider will drop, wanted nothing in its place",
    ]);
  });

  it("leaves alone what the provider sets by itself", () => {
    const filled = { destroyOnDrift: true, __defaults: ["destroyOnDrift"] };
    expect(ask(secret(filled))[0]).toMatch(/^pass/);
    expect(ask(secret({ ...filled, plaintextValue: "x" }))).toHaveLength(1);
    expect(ask(secret({ destroyOnDrift: true, __defaults: "none" }))[0]).toMatch(/^fail/);
  });
});
