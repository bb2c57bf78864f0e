import { z } from "zod";
import type { DeclaredResource } from "../../../core/resource";
import { packageOf } from "../../../core/urn";
import { providerTypes } from "../../lib/provider-types";
import { iso } from "../../lib/references";
import { mainSecretName, receivers } from "../../lib/secrets/receivers";
import { defineRule, fail, notApplicable, pass } from "../../rule";
import type { StackView } from "../../stack-view";

// Requirement: SECR-10
export const noCredentialReuse = defineRule({
  id: "no-credential-reuse",
  title: "No generated value serves as two credentials",
  why: "Whoever learns one of them has the other, and neither can be changed without breaking what uses the other.",
  fix: "Generate a value of its own for each secret.",
  severity: "high",
  topics: ["secrets"],
  references: [
    iso("A.5.17"),
    {
      standard: "OWASP Secrets Management Cheat Sheet",
      clause: "Secret lifecycle",
      url: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
    },
  ],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: (stack) => {
    const uses = usesByOrigin(stack);
    if (uses.size === 0) return notApplicable("nothing hands on a generated value");
    return [...uses].map(([urn, names]) => {
      const found = [...names].sort();
      const wanted = "one name for one value";
      return found.length === 1 ? pass({ urn, found, wanted }) : fail({ urn, found, wanted });
    });
  },
});

/** Addresses that hold the password of what they lead to: the same credential, in another form. */
const carriers = ["DATABASE_URL", "REDIS_URL"];

/** By the resource that generates a value, the names under which it is handed on. */
function usesByOrigin(stack: StackView): Map<string, Set<string>> {
  const uses = new Map<string, Set<string>>();
  const note = (resource: DeclaredResource, property: string, name: string) => {
    for (const origin of originsOf(stack, resource, property)) {
      uses.set(origin, (uses.get(origin) ?? new Set()).add(name));
    }
  };
  for (const { name, from } of receivers(stack)) {
    // One input holds every secret of the edge functions, or of an app: what came from where cannot be told.
    if (!from.alone) continue;
    const bare = name === undefined ? `the value of ${from.resource.name}` : bareName(name);
    if (!carriers.includes(bare)) note(from.resource, from.property, bare);
  }
  for (const database of stack.ofType(providerTypes.supabaseProject)) {
    note(database, "databasePassword", `password of ${database.name}`);
  }
  return uses;
}

/** `velocity-platform/prod/JWT_SECRET` → `JWT_SECRET`, whatever its destination calls it. */
function bareName(name: string): string {
  return mainSecretName(name.slice(name.lastIndexOf("/") + 1));
}

function originsOf(
  stack: StackView,
  { propertyDependencies }: DeclaredResource,
  property: string,
): string[] {
  return (propertyDependencies[property] ?? []).filter((urn) => {
    const origin = stack.get(urn);
    return origin !== undefined && packageOf(origin.type) === "random";
  });
}
