import { describe, expect, it } from "vitest";
import { hosts } from "../../hosts";
import { placeOfHostRegion } from "../../hosts/places";
import { serviceHosts } from "../../hosts/services";

const codesOf = (all: Readonly<Record<string, { regions: object | undefined }>>) =>
  Object.entries(all).flatMap(([vendor, { regions = {} }]) => {
    const codes = Object.values(regions as Record<string, { region: string }>);
    return [...new Set(codes.map(({ region }) => region))].map((region) => [vendor, region]);
  });

// Requirement: HOST-14, HOST-15, HOST-16
describe("the places of hosts", () => {
  it.each([...codesOf(hosts), ...codesOf(serviceHosts)])("say where %s has %s", (_, region) => {
    expect(placeOfHostRegion(region ?? "")).toMatch(/^\p{Lu}.*[\p{L}]$/u);
  });

  it("say nothing of a code that no host has", () => {
    expect(placeOfHostRegion("mars1")).toBeUndefined();
    expect(placeOfHostRegion("toString")).toBeUndefined();
  });
});
