import { z } from "zod";
import { deprecatedInputs } from "../../../catalogue/deprecated";
import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { readItems } from "../../lib/lists";
import { type Answer, defineRule, fail, pass } from "../../rule";

export const inputsNotDeprecated = defineRule({
  id: "inputs-not-deprecated",
  title: "No input is set that its provider will drop",
  why: "The provider's next major version refuses the program, on the day on which an urgent fix of another kind needs that version.",
  fix: "Use what takes the input's place, or leave it out where nothing does.",
  severity: "low",
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
    const found = stack.resources.flatMap(judgeInputs);
    return found.length > 0 ? found : pass();
  },
});

function judgeInputs({ urn, type, inputs }: DeclaredResource): Answer[] {
  if (!Object.hasOwn(deprecatedInputs, type)) return [];
  const filled = readItems(inputs, ["__defaults"]);
  return (
    Object.entries(deprecatedInputs[type] ?? {})
      .filter(([name]) => readProperty(inputs, [name]).state !== "absent")
      // The provider sets some by itself, and notes which.
      .filter(([name]) => !filled.includes(name))
      .map(([name, instead]) => {
        const wanted = instead === null ? "nothing in its place" : `${instead} in its place`;
        const message = `${name}: found an input that the provider will drop, wanted ${wanted}`;
        return fail({ urn, property: name, found: name, wanted, message });
      })
  );
}
