import { describe, expect, it } from "vitest";
import { suggest, suggestOnly } from "../../config/suggest";

const keys = ["name", "region", "regions", "organizationId", "api"];

describe("suggest", () => {
  it.each([
    ["nmae", "name"],
    ["Region", "region"],
    ["organisationID", "organizationId"],
    ["apis", "api"],
  ])("takes %s for %s", (given, meant) => {
    expect(suggest(given, keys)).toBe(meant);
  });

  it.each(["", "monitoring", "xyz", "constructor"])("has no idea what %j means", (given) => {
    expect(suggest(given, keys)).toBeUndefined();
  });

  it("prefers the first by name of equally near candidates, where suggestOnly is silent", () => {
    expect(suggest("23.x", ["24.x", "22.x"])).toBe("22.x");
    expect(suggestOnly("23.x", ["24.x", "22.x"])).toBeUndefined();
    expect(suggestOnly("24x", ["24.x", "22.x"])).toBe("24.x");
  });

  it("has nothing to suggest out of nothing", () => {
    expect(suggest("name", [])).toBeUndefined();
    expect(suggestOnly("name", [])).toBeUndefined();
  });
});
