import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type Value, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { namesTellStack as rule } from "../../../policies/rules/hygiene/names-tell-stack";
import { brief, judge, resource } from "../support/stack";

const product = resource(tokens.logs, "logs", { product: "acme-shop" });
const bucket = (name: Value | undefined) =>
  resource("aws:s3/bucket:Bucket", "files", { bucket: name });
const ask = (...resources: Parameters<typeof judge>[1]) =>
  brief(judge(rule, [product, ...resources]));
const stateOf = (name: Value | undefined) => judge(rule, [product, bucket(name)])[0]?.state;
const project = (name: Value) => resource(providerTypes.supabaseProject, "db", { name });

describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["acme-files-prod", "prod.acme.files", "/acme-shop/prod/web", "ACME_PROD"])(
    "holds for %s",
    (name) => {
      expect(ask(bucket(name))).toEqual([`pass groundwork-prod: ${rule.title}`]);
    },
  );

  it("reports a name that anybody could choose, in full", () => {
    expect(judge(rule, [product, bucket("files"), project("acme")])).toEqual([
      {
        rule: "names-tell-stack",
        state: "fail",
        urn: "urn:pulumi:prod::groundwork::aws:s3/bucket:Bucket::files",
        level: "mandatory",
        severity: "medium",
        message: "bucket: found files, wanted a name with acme and prod",
        property: "bucket",
        found: "files",
        wanted: "a name with acme and prod",
      },
    ]);
  });

  it.each(["acme-files", "files-prod", "acmefiles-prod", "acme-production", "acme-staging"])(
    "reports %s",
    (name) => {
      expect(stateOf(name)).toBe("fail");
    },
  );

  it("lets a project of prod bear the bare name, and no name of another tier", () => {
    expect(ask(project("acme-shop"))[0]).toMatch(/^pass/);
    expect(ask(project("acme-prod"))[0]).toMatch(/^pass/);
    expect(ask(project("acme-staging"))).toEqual([
      "fail db: name: found acme-staging, wanted a name with acme and no other tier",
    ]);
    expect(ask(project("shop"))[0]).toMatch(/^fail/);
    expect(ask(project("acme-staging-of-prod"))[0]).toMatch(/^pass/);
  });

  it("asks for the tier alone where nobody names the product", () => {
    expect(brief(judge(rule, [bucket("files-prod")]))[0]).toMatch(/^pass/);
    expect(brief(judge(rule, [bucket("files")]))).toEqual([
      "fail files: bucket: found files, wanted a name with prod",
    ]);
  });

  it("leaves names of other things alone", () => {
    const topic = resource("acme:index:Topic", "topic", { name: "topic" });
    expect(ask(topic)).toEqual(["not-applicable groundwork-prod: the stack gives no such name"]);
  });

  it("leaves names that Pulumi makes alone, shown or not", () => {
    const none = [`not-applicable groundwork-prod: the stack gives no such name`];
    expect(ask(bucket(undefined))).toEqual(none);
    expect(ask(bucket("files-1a2b3c4"))).toEqual(none);
    expect(stateOf("files-1a2b3c")).toBe("fail");
    expect(stateOf("other-1a2b3c4")).toBe("fail");
    expect(stateOf("files-1a2b3cz")).toBe("fail");
  });

  it("cannot tell a name that is not known", () => {
    expect(ask(bucket(UNKNOWN), project("acme"))).toEqual([
      "unknown files: bucket: not known before the update, wanted a name with acme and prod; give it a plain value, not the output of another resource",
    ]);
    expect(stateOf({})).toBe("fail");
  });
});
