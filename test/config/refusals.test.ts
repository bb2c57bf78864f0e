import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { refusals } from "./refusals";
import { edited, sectionsOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");

// Requirement: SECR-09
describe("parseSettings refuses", () => {
  it.each(refusals)("$name", ({ edits, path, found, allowed, fix }) => {
    expect(parseSettings(edited(prod, edits))).toEqual({
      problems: [{ path: `groundwork:${path}`, found, allowed, fix }],
    });
  });
});
