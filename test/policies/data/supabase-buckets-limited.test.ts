import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { supabaseBucketsLimited as rule } from "../../../policies/rules/data/supabase-buckets-limited";
import { brief, judge, profile, resource } from "../support/stack";

const projects = (changes: PropertyMap) =>
  resource(providerTypes.supabaseBucket, "projects", {
    fileSizeLimit: 52_428_800,
    allowedMimeTypes: ["image/png"],
    ...changes,
  });
const judged = (changes: PropertyMap) => brief(judge(rule, [projects(changes)]));

// Requirement: STOR-06
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a bucket with both limits", () => {
    expect(judged({})).toEqual([`pass projects: ${rule.title}`, `pass projects: ${rule.title}`]);
    expect(judged({ allowedMimeTypes: "image/png" })[0]).toMatch(/^pass/);
  });

  it.each<[PropertyMap, string]>([
    [{ fileSizeLimit: 52428801 }, "fileSizeLimit: found 52428801, wanted 52428800 bytes or fewer"],
    [{ fileSizeLimit: null }, "fileSizeLimit: found nothing, wanted 52428800 bytes or fewer"],
    [{ fileSizeLimit: "10MB" }, "fileSizeLimit: found 10MB, wanted 52428800 bytes or fewer"],
    [
      { allowedMimeTypes: [] },
      "allowedMimeTypes: found an empty list, wanted MIME types, and not all of them",
    ],
    [
      { allowedMimeTypes: null },
      "allowedMimeTypes: found an empty list, wanted MIME types, and not all of them",
    ],
    [
      { allowedMimeTypes: ["image/png", "*/*", UNKNOWN] },
      "allowedMimeTypes: found image/png, */*, a value not known yet, wanted MIME types, and not all of them",
    ],
  ])("reports %o", (changes: PropertyMap, expected) => {
    expect(judged(changes).filter((line) => line.startsWith("fail"))).toEqual([
      `fail projects: ${expected}`,
    ]);
  });

  it.each<PropertyMap>([
    { fileSizeLimit: UNKNOWN },
    { allowedMimeTypes: UNKNOWN },
    { allowedMimeTypes: [UNKNOWN] },
  ])("cannot tell while part of it is not known", (changes) => {
    expect(judged(changes).filter((line) => line.startsWith("unknown"))).toHaveLength(1);
  });

  it("allows less when the stack asks for less, and never more", () => {
    const asking = (maxBytes: number) =>
      profile({ rules: { "supabase-buckets-limited": { maxBytes } } });
    const failing = (maxBytes: number, fileSizeLimit: number) =>
      judge(rule, [asking(maxBytes), projects({ fileSizeLimit })]).some(
        ({ state }) => state === "fail",
      );
    expect(failing(1000, 1001)).toBe(true);
    expect(failing(90_000_000, 60_000_000)).toBe(true);
  });
});
