import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN, type Value } from "../../../core/value";
import { imagesPinned as rule } from "../../../policies/rules/hygiene/images-pinned";
import { brief, judge, resource } from "../support/stack";

const commit = "4f1c2d9e8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e";
const pinned = `ghcr.io/acme/hub:${commit}`;
const digest = `ghcr.io/acme/node@sha256:${"0123456789abcdef".repeat(4)}`;
const previews = (image: Value): PropertyMap => ({ hub: { image: pinned, previews: { image } } });
const ask = (services: Value) =>
  judge(rule, [resource(tokens.containerService, "services", { services })]);
const failures = (services: Value) =>
  brief(ask(services)).filter((line) => !line.startsWith("pass"));

// Requirement: HOST-11
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts a service and the previews that it runs, all pinned", () => {
    const image = {
      base: digest,
      packages: { git: "1:2.39.5-0+deb12u2" },
      tools: { vite: "8.3.8" },
    };
    expect(ask(previews(image)).map(({ state }) => state)).toEqual([
      "pass",
      "pass",
      "pass",
      "pass",
    ]);
  });

  it.each(["node:latest", "docker.io/library/node:22-slim", "ghcr.io/acme/node", `${pinned}0`])(
    "refuses the base image %s",
    (base) => {
      expect(failures(previews({ base }))).toEqual([
        `fail services: services.hub.previews.image.base: found ${base}, wanted a digest or a commit`,
      ]);
    },
  );

  it("refuses the image of a service that can move", () => {
    expect(failures({ hub: { image: "ghcr.io/acme/hub:latest" } })).toEqual([
      "fail services: services.hub.image: found ghcr.io/acme/hub:latest, wanted a digest or a commit",
    ]);
  });

  it.each(["latest", "^8.3.8", "8", "8.3"])("refuses a tool at %s", (version) => {
    expect(failures(previews({ base: digest, tools: { vite: version } }))).toEqual([
      `fail services: services.hub.previews.image.tools.vite: found ${version}, wanted an exact version`,
    ]);
  });

  it("refuses a package without a version, and an image without a base", () => {
    expect(failures(previews({ packages: { git: "" } }))).toEqual([
      "fail services: services.hub.previews.image.base: found nothing, wanted a digest or a commit",
      "fail services: services.hub.previews.image.packages.git: found , wanted an exact version",
    ]);
  });

  it("cannot tell what is unknown", () => {
    expect(failures(previews({ base: UNKNOWN }))[0]).toMatch(/^unknown services: /);
    expect(failures(UNKNOWN)[0]).toMatch(/^unknown services: services: /);
  });

  it("has nothing to judge in a product without services", () => {
    expect(failures({})).toEqual(["not-applicable services: no image is declared"]);
  });
});
