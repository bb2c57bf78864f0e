import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { protectedBucketsCopied as rule } from "../../../policies/rules/recovery/protected-buckets-copied";
import { bucket, plan, replication, selection } from "../support/recovery";
import { brief, judge, resource } from "../support/stack";

const files = bucket("files");
const copy = bucket("copy", { protect: false });
const hourly = plan([]);
const ask = (...resources: DeclaredResource[]) => brief(judge(rule, [files, ...resources]));
const kept = [`pass files: ${rule.title}`];
const report = "fail files: found nothing, wanted a backup plan, a replication or an object lock";
const lock = (of: DeclaredResource) =>
  resource(providerTypes.awsObjectLock, "lock", {}, { propertyDependencies: { bucket: [of.urn] } });
const spelled = (resources: DeclaredResource["inputs"][string]) =>
  resource(
    providerTypes.awsBackupSelection,
    "spelled",
    { resources },
    { propertyDependencies: { planId: [hourly.urn] } },
  );

describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a plan, a replication, the copy of another and a lock", () => {
    expect(ask(hourly, selection(hourly, [files]))).toEqual(kept);
    expect(ask(hourly, spelled(["arn:aws:s3:::acme-files"]))).toEqual(kept);
    expect(ask(copy, replication(files, copy))).toEqual(kept);
    expect(ask(copy, replication(copy, files))).toEqual(kept);
    expect(ask(lock(files))).toEqual(kept);
  });

  it("reports a bucket that nothing keeps, though another one is kept", () => {
    expect(ask()).toEqual([report]);
    expect(ask(hourly, copy, selection(hourly, [copy]), lock(copy))).toEqual([report]);
    expect(ask(hourly, spelled(["arn:aws:s3:::acme-other"]))).toEqual([report]);
    expect(ask(hourly, spelled(UNKNOWN))).toEqual([report]);
    expect(ask(hourly, spelled("arn:aws:s3:::acme-files"))).toEqual([report]);
  });

  it("counts no selection without a plan", () => {
    expect(ask(selection(hourly, [files]))).toEqual([report]);
  });

  it("leaves buckets alone whose name only AWS knows, and those that are not protected", () => {
    const unnamed = resource(providerTypes.awsBucket, "unnamed", {}, { protect: true });
    expect(brief(judge(rule, [unnamed, hourly, spelled(["arn:aws:s3:::x"])]))).toEqual([
      expect.stringMatching(/^fail unnamed/),
    ]);
    expect(brief(judge(rule, [copy]))).toEqual([
      "not-applicable groundwork-prod: no bucket on S3 is protected",
    ]);
  });
});
