import { z } from "zod";
import { readProperty } from "../../../core/value";
import { confusedDeputy, leastPrivilege } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { textOf } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

/** Any of them says for whom a service calls, or who everybody is. */
const bounds = ["principalOrgId", "sourceAccount", "sourceArn"];

export const functionCallsBound = defineRule({
  id: "function-calls-bound",
  title: "Nobody calls a function but callers that are named",
  why: "A permission for a service alone lets every customer of that service call the function, by an API or a bucket of their own.",
  fix: "Set sourceArn, or sourceAccount, on the permission.",
  severity: "high",
  topics: ["access"],
  references: [...leastPrivilege, confusedDeputy],
  appliesTo: [providerTypes.awsFunctionPermission],
  options: z.strictObject({}),
  check: ({ inputs, urn }) => {
    const read = (name: string) => readProperty(inputs, [name]);
    if (["functionUrlAuthType", "invokedViaFunctionUrl"].some((name) => isSet(read(name)))) {
      return notApplicable("calls by the function's own address are another rule's", urn);
    }
    const principal = read("principal");
    const evidence = { property: "sourceArn", wanted: `one of ${bounds.join(", ")}` };
    // The ARN of an API that is not made yet is no less bound to it.
    const bound = bounds.find((name) => read(name).state !== "absent");
    if (bound !== undefined) return pass({ ...evidence, found: bound });
    if (principal.state === "unknown") return unknown({ property: "principal" });
    const who = textOf(principal) ?? "";
    return /^\d{12}$|^arn:/.test(who)
      ? pass({ ...evidence, found: who })
      : fail({ ...evidence, found: `any caller by ${who}` });
  },
});

const isSet = (reading: ReturnType<typeof readProperty>): boolean =>
  reading.state === "known" && reading.value !== false;
