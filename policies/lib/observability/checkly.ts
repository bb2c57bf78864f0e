import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty, UNKNOWN, type Value } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { itemsOf } from "../lists";
import { providerTypes } from "../provider-types";
import { readText, textOf } from "../text";

/* Checks at Checkly, as rules about what is watched ask for them. */

/** Whether the check runs and tells: one that is off or muted is none. Unknown where either is not known. */
export function isActive({ inputs }: DeclaredResource): boolean | typeof UNKNOWN {
  const [on, muted] = [readProperty(inputs, ["activated"]), readProperty(inputs, ["muted"])];
  if (textOf(on) === "false" || textOf(muted) === "true") return false;
  if (on.state === "unknown" || muted.state === "unknown") return UNKNOWN;
  return textOf(on) === "true";
}

/** Host that the check asks by HTTPS: its own request's. A browser check says it in its script alone. */
export function checkedHost({ inputs }: DeclaredResource): Reading {
  const url = readProperty(inputs, ["request", "url"]);
  if (url.state !== "known") return url;
  const text = textOf(url) ?? "";
  if (!URL.canParse(text) || new URL(text).protocol !== "https:") return { state: "absent" };
  return { state: "known", value: new URL(text).hostname };
}

/** Whether a channel is told of it, by itself or by its group. */
export function isTold(stack: StackView, check: DeclaredResource): boolean | typeof UNKNOWN {
  const lists = [check, ...groupsOf(stack, check)].map(({ inputs }) =>
    readProperty(inputs, ["alertChannelSubscriptions"]),
  );
  if (lists.some((list) => itemsOf(list).some(isOn))) return true;
  return lists.some(({ state }) => state === "unknown") ? UNKNOWN : false;
}

const isOn = (subscription: Value) => readText(subscription, ["activated"]) === "true";

function groupsOf(stack: StackView, check: DeclaredResource): DeclaredResource[] {
  return stack
    .ofType(providerTypes.checklyGroup)
    .filter((group) =>
      stack.dependents(group, providerTypes.checklyCheck, "groupId").includes(check),
    );
}
