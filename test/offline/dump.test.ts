import { expect, it } from "vitest";
import { UNKNOWN } from "../../core/value";
import { toDump } from "../../offline/dump";

const declared = {
  urn: "urn:pulumi:prod::shop::vercel:index/project:Project::web",
  type: "vercel:index/project:Project",
  name: "web",
  custom: true,
  protect: true,
  propertyDependencies: {},
};

it("a dumped resource has its type, URN and inputs, and nothing else", () => {
  expect(toDump({ ...declared, inputs: { name: "web", id: UNKNOWN } })).toEqual({
    type: declared.type,
    urn: declared.urn,
    inputs: { name: "web", id: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" },
  });
});

it("a dumped secret is the engine's signature object", () => {
  expect(toDump({ ...declared, inputs: { token: "t0ken" }, secrets: ["token"] }).inputs).toEqual({
    token: {
      "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
      ciphertext: "[secret]",
    },
  });
});
