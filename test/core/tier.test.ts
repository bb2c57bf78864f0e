import { describe, expect, it } from "vitest";
import { tierNamedBy } from "../../core/tier";

describe("tierNamedBy", () => {
  it.each([
    ["dev", "dev"],
    ["development", "dev"],
    ["staging", "staging"],
    ["stage", "staging"],
    ["prod", "prod"],
    ["production", "prod"],
    ["live", "prod"],
    ["Prod", "prod"],
    ["prod-eu", "prod"],
    ["eu_production", "prod"],
    ["acme/groundwork/staging", "staging"],
    ["dev2", "dev"],
    ["staging-live", "prod"],
    ["dev-staging", "staging"],
  ])("reads %s as %s", (name, tier) => {
    expect(tierNamedBy(name)).toBe(tier);
  });

  it.each([
    "main",
    "products",
    "developer",
    "delivery",
    "stagecoach",
    "",
    "eu",
    "prod/main",
    "constructor",
  ])("reads no tier out of %j", (name) => {
    expect(tierNamedBy(name)).toBeUndefined();
  });
});
