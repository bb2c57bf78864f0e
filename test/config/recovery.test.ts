import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { sectionsOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");

function parsed(recovery: object) {
  return parseSettings({ ...prod, recovery });
}

function problems(recovery: object): string[] {
  const result = parsed(recovery);
  return "problems" in result ? result.problems.map(({ path, found }) => `${path}: ${found}`) : [];
}

describe("recovery in a stack file", () => {
  it.each([
    ["dev", "never", false],
    ["staging", "day", false],
    ["prod", "hour", true],
  ])(
    "makes copies in %s as often as its tier says: %s, and locks them: %s",
    (stack, every, lock) => {
      const sections = sectionsOf(`Pulumi.${stack}.yaml`);
      const result = parseSettings({ ...sections, recovery: { backups: { buckets: ["assets"] } } });
      expect("settings" in result && result.settings.recovery.backups).toEqual({
        buckets: ["assets"],
        every,
        lock,
      });
    },
  );

  it("makes copies as often as the file says, and leaves them unlocked where it says so", () => {
    const backups = { buckets: ["assets"], every: "day", lock: false };
    const result = parsed({ backups });
    expect("settings" in result && result.settings.recovery.backups).toEqual(backups);
  });

  it.each<[string, object, string[]]>([
    [
      "a bucket of Supabase",
      { backups: { buckets: ["assets", "projects"] } },
      ["groundwork:recovery.backups.buckets[1]: projects"],
    ],
    [
      "an export to a bucket that is not there",
      { stateExport: { bucket: "nowhere" } },
      ["groundwork:recovery.stateExport.bucket: nowhere"],
    ],
    [
      "an image of a service that is not there",
      { rollback: { images: { hub: `ghcr.io/a/b@sha256:${"0".repeat(64)}` } } },
      ["groundwork:recovery.rollback.images.hub: hub"],
    ],
    [
      "an objective that promises nothing",
      { objectives: { web: { by: "luck" } } },
      ["groundwork:recovery.objectives.web.rtoMinutes: missing"],
    ],
  ])("is refused with %s", (_, recovery, wanted) => {
    expect(problems(recovery)).toEqual(wanted);
  });
});
