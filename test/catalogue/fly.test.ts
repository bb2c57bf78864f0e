import { describe, expect, it } from "vitest";
import { flyCheckedOn, flyConfigKeys, flyRegions } from "../../catalogue/fly";
import { pinnedImagePattern } from "../../catalogue/images";

/** Requirement: HOST-10, ENV-06 */
describe("catalogue of Fly", () => {
  it("lists the 18 regions once each and by name, Toronto and San Jose among them, San Francisco not", () => {
    expect([...new Set(flyRegions)].sort()).toEqual(flyRegions);
    expect(flyRegions).toHaveLength(18);
    expect(flyRegions).toEqual(expect.arrayContaining(["yyz", "sjc"]));
    expect(flyRegions).not.toContain("sfo");
  });

  it("lists no key that only older guides know", () => {
    const gone = /scaling|experimental|restart_limit|script_checks|private_network|FLY_/;
    expect(flyConfigKeys.filter((key) => gone.test(key))).toEqual([]);
    expect(new Set(flyConfigKeys).size).toBe(flyConfigKeys.length);
  });

  it("dates its facts", () => {
    expect(new Date(flyCheckedOn).toISOString().slice(0, 10)).toBe(flyCheckedOn);
  });
});

describe("pinnedImagePattern", () => {
  const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";
  const digest = "0123456789abcdef".repeat(4);

  it.each([
    `ghcr.io/acme/api:${commit}`,
    `ghcr.io/acme/shop/api@sha256:${digest}`,
    `localhost:5000/api:${commit}`,
  ])("takes %s", (image) => expect(image).toMatch(pinnedImagePattern));

  it.each([
    "ghcr.io/acme/api",
    "ghcr.io/acme/api:latest",
    "ghcr.io/acme/api:v1.2.3",
    `ghcr.io/acme/api:${commit.slice(1)}`,
    `ghcr.io/acme/api:${commit}0`,
    `ghcr.io/acme/api:${commit.toUpperCase()}`,
    `ghcr.io/acme/api@sha256:${digest.slice(1)}`,
    `ghcr.io/acme/api@md5:${digest}`,
    `GHCR.io/acme/api:${commit}`,
    `api:${commit}`,
    `https://ghcr.io/acme/api:${commit}`,
    "",
  ])("refuses %s", (image) => expect(image).not.toMatch(pinnedImagePattern));
});
