import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { type Answer, defineRule, fail, notApplicable, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";

export const functionUrlsAuthorised = defineRule({
  id: "function-urls-authorised",
  title: "Every address of a function asks callers to prove who they are",
  why: "An address that asks nothing runs the function for whoever finds it, on your bill and with the function's rights.",
  fix: "Set authorizationType to AWS_IAM, or hand the function a secret by which it knows its callers.",
  severity: "high",
  topics: ["access"],
  references: accessControl,
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const urls = stack.ofType(providerTypes.awsFunctionUrl);
    return urls.length > 0
      ? urls.map((url) => judgeUrl(stack, url))
      : notApplicable("no function has an address of its own");
  },
});

function judgeUrl(stack: StackView, url: DeclaredResource): Answer {
  const property = "authorizationType";
  const evidence = {
    urn: url.urn,
    property,
    wanted: "AWS_IAM, or a secret that the function checks",
  };
  const type = readProperty(url.inputs, [property]);
  if (type.state === "unknown") return unknown(evidence);
  const found = textOf(type) ?? null;
  if (found === "AWS_IAM") return pass({ ...evidence, found });
  return readsSecret(stack, url)
    ? pass({ ...evidence, found: "a secret that the function reads" })
    : fail({ ...evidence, found });
}

/** Whether the function behind an address is told where a secret of the stack is. */
function readsSecret(stack: StackView, { propertyDependencies }: DeclaredResource): boolean {
  const functions = (propertyDependencies.functionName ?? []).map((urn) => stack.get(urn));
  return functions.some((one) =>
    (one?.propertyDependencies.environment ?? []).some(
      (urn) => parseUrn(urn).type === providerTypes.awsSecret,
    ),
  );
}
