import { describe, expect, it } from "vitest";
import {
  databaseRegions,
  functionRegionCodes,
  healthCheckRegions,
  regionsCheckedOn,
} from "../../catalogue/regions";
import { instanceSizes, sizesCheckedOn } from "../../catalogue/sizes";
import { isPublicVariable, reservedVariables, vercelCheckedOn } from "../../catalogue/vercel";

describe("catalogue of regions, sizes and Vercel's limits", () => {
  it.each([
    ["function regions", functionRegionCodes, 20],
    ["database regions", databaseRegions, 18],
    ["health check regions", healthCheckRegions, 8],
    ["reserved variables", reservedVariables, 11],
  ])("lists %s once each and by name", (_, list, length) => {
    expect([...new Set(list)].sort()).toEqual([...list]);
    expect(list).toHaveLength(length);
  });

  it("lists the 19 instance sizes once each, smallest first", () => {
    expect(new Set(instanceSizes).size).toBe(19);
    expect(instanceSizes[0]).toBe("nano");
  });

  it.each([regionsCheckedOn, sizesCheckedOn, vercelCheckedOn])("dates its facts: %s", (day) => {
    expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
  });

  it("tells public variables by their prefix", () => {
    expect(["NEXT_PUBLIC_URL", "VITE_URL", "PUBLIC_URL"].every(isPublicVariable)).toBe(true);
    expect(["API_PUBLIC_URL", "URL", "next_public_url"].some(isPublicVariable)).toBe(false);
  });
});
