import { z } from "zod";
import { deprecatedTypes } from "../../../catalogue/deprecated";
import { defineRule, fail, pass } from "../../rule";

export const typesNotDeprecated = defineRule({
  id: "types-not-deprecated",
  title: "No resource is of a type that its provider will drop",
  why: "With the provider's next major version such resources can be neither read nor updated until the state is mended by hand.",
  fix: "Declare the type that takes its place, with an alias to the old one so that nothing is made anew.",
  severity: "medium",
  topics: ["hygiene", "providers"],
  references: [
    {
      standard: "Pulumi AWS provider",
      clause: "API docs, deprecations",
      url: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketversioningv2",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const old = stack.resources.filter(({ type }) => Object.hasOwn(deprecatedTypes, type));
    if (old.length === 0) return pass();
    return old.map(({ urn, type }) => {
      const wanted = deprecatedTypes[type] ?? "";
      const message = `found the type ${type}, wanted ${wanted}`;
      return fail({ urn, found: type, wanted, message });
    });
  },
});
