import { expect, it } from "vitest";
import { withoutSecrets } from "../../core/open-inputs";
import { type PropertyMap, UNKNOWN } from "../../core/value";

const resource = {
  urn: "urn:pulumi:prod::shop::x:y/z:Z::one",
  type: "x:y/z:Z",
  name: "one",
  custom: true,
  protect: false,
  propertyDependencies: {},
};

/** Requirement: SECR-07 */
it("a sign stands for every secret, at any depth, and the rest stays as it is", () => {
  const inputs: PropertyMap = {
    a: "key",
    list: [{ "b.c": "key", d: 1 }, "key"],
    whole: { e: "key" },
    f: UNKNOWN,
  };
  const secrets = ["a", 'list[0]["b.c"]', "whole"];
  expect(withoutSecrets({ ...resource, inputs, secrets }).inputs).toEqual({
    a: "[secret]",
    list: [{ "b.c": "[secret]", d: 1 }, "key"],
    whole: "[secret]",
    f: UNKNOWN,
  });
});

it("of outputs the id alone stays", () => {
  const outputs = { id: "i-1", key: "key" };
  expect(withoutSecrets({ ...resource, inputs: {}, outputs }).outputs).toEqual({ id: "i-1" });
  expect(withoutSecrets({ ...resource, inputs: {}, outputs: { key: "key" } })).not.toHaveProperty(
    "outputs",
  );
});
