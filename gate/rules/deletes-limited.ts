import { changeOptions } from "../../policies/change-rules";
import { fail, notApplicable, pass } from "../../policies/rule";
import { changeManagement } from "../lib/references";
import { defineChangeRule } from "../rule";

/** As many names as a line holds. */
const named = 8;

export const deletesLimited = defineChangeRule({
  id: "deletes-limited",
  title: "An update deletes or replaces no more resources than its tier allows",
  why: "A slip in a loop, a key or a provider's setting can take a whole system down in one update that looks like any other.",
  fix: "Look at what goes; if all of it shall, split the update, or waive this for the stack with a date.",
  severity: "high",
  topics: ["change", "availability"],
  references: changeManagement,
  appliesTo: "changes",
  options: changeOptions["deletes-limited"],
  check: ({ urn, changes }, { options: { max } }) => {
    // The stack itself and providers are the engine's own, and components are nothing in a cloud.
    const there = changes.filter(
      ({ type, before }) => before && !/^(pulumi|groundwork):/.test(type),
    );
    if (there.length === 0) return notApplicable("nothing is there that could be deleted", urn);
    const going = there.filter(({ kind }) => kind === "delete" || kind === "replace");
    if (going.length <= max) return pass({ urn, found: going.length, wanted: `at most ${max}` });
    const names = going.slice(0, named).map(({ name }) => name);
    const rest = going.length > named ? ` and ${going.length - named} more` : "";
    return fail({
      urn,
      found: going.length,
      wanted: `at most ${max}`,
      message: `resources deleted or replaced: ${going.length}, allowed ${max}: ${names.join(", ")}${rest}`,
    });
  },
});
