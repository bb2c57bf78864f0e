import { providerTypes } from "../../policies/lib/provider-types";
import { readText } from "../../policies/lib/text";
import type { ChangeSet } from "../change";

/** What belongs to a resource by naming it. */
interface Belonging {
  type: string;
  property: string;
  /** What people call one of them. */
  word: string;
  /** Input that gives the name by which people know it. */
  known?: string;
}

const belongings: Readonly<Record<string, readonly Belonging[]>> = {
  [providerTypes.vercelProject]: [
    { type: providerTypes.vercelDomain, property: "projectId", word: "host", known: "domain" },
    { type: providerTypes.vercelRoute, property: "projectId", word: "route" },
  ],
};

/** What an update deletes together with a resource that it names: `, and with it 2 hosts (a.example, b.example) and 1 route`. */
export function goingAlong({ urn, type }: { urn: string; type: string }, set: ChangeSet): string {
  const deleted = new Set(
    set.changes.flatMap((change) => (change.kind === "delete" ? [change.urn] : [])),
  );
  const parts = (belongings[type] ?? []).flatMap(({ type: kind, property, word, known }) => {
    const all = set.before.filter(
      (one) =>
        one.type === kind &&
        deleted.has(one.urn) &&
        (one.propertyDependencies[property] ?? []).includes(urn),
    );
    if (all.length === 0) return [];
    const names = all.flatMap(({ inputs }) => (known && readText(inputs, [known])) ?? []);
    const list = names.length > 0 ? ` (${names.join(", ")})` : "";
    return [`${all.length} ${word}${all.length === 1 ? "" : "s"}${list}`];
  });
  return parts.length === 0 ? "" : `, and with it ${parts.join(" and ")}`;
}
