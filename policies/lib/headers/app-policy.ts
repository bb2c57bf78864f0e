import type { DeclaredResource } from "../../../core/resource";
import { readProperty, UNKNOWN } from "../../../core/value";
import type { HeaderStatement } from "./response-headers";
import { textOf } from "../text";

const property = "headers.contentSecurityPolicy";

/**
 * The Content-Security-Policy that a hosting component declares for its app: one statement where the app is said to
 * send it, none where the project's route does. The component's inputs carry its text.
 */
export function policyOfApp({ inputs }: DeclaredResource): HeaderStatement[] {
  const path = property.split(".");
  const owner = readProperty(inputs, [...path, "owner"]);
  if (owner.state === "unknown") return [{ property: `${property}.owner`, says: UNKNOWN }];
  if (textOf(owner) !== "app") return [];
  const policy = readProperty(inputs, [...path, "policy"]);
  const says = policy.state === "unknown" ? UNKNOWN : { value: textOf(policy) ?? "" };
  return [{ property: `${property}.policy`, says }];
}
