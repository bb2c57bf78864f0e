import { driftWeight } from "../../catalogue/drift";
import { statefulTypes } from "../../catalogue/stateful";
import type { Severity } from "../../core/finding";
import { byText } from "../../core/order";
import { severities } from "../../core/profile";
import { parseUrn } from "../../core/urn";
import { isPropertyMap, type PropertyMap, type Value } from "../../core/value";
import { type Difference, differencesOf } from "./differences";

/** A resource of the state, and what its provider says of it now: undefined where it is gone. */
export interface Compared {
  urn: string;
  type: string;
  /** The vendor's. */
  id?: string;
  state: PropertyMap;
  provider: PropertyMap | undefined;
  /** Paths that the provider itself calls different. */
  noticed?: readonly string[];
}

export interface DriftFinding extends Partial<Difference> {
  /** `changed` in one property, `gone` at the provider, or a line of the ignore list that is no longer true. */
  kind: "changed" | "gone" | "ignore-unknown" | "ignore-expired";
  /** Of the resource; the stack's own for a line of the ignore list. */
  urn: string;
  type: string;
  name: string;
  severity: Severity;
  /** Who answers for it: by its tag, else the stack's owner. */
  owner: string;
  /** One sentence for a person. */
  says: string;
}

/** Everything that differs. */
export function driftFindings(compared: readonly Compared[], owner: string): DriftFinding[] {
  return compared.flatMap((one) => findingsOf(one, owner));
}

export const worstFirst = (one: DriftFinding, other: DriftFinding): number =>
  severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
  byText<DriftFinding>(
    ({ urn }) => urn,
    ({ property = "" }) => property,
  )(one, other);

function findingsOf(one: Compared, owner: string): DriftFinding[] {
  const { urn, type, state, provider, noticed } = one;
  if (!provider) return [goneFinding(one, owner)];
  const common = { urn, type, name: parseUrn(urn).name, owner: ownerIn(state) ?? owner };
  return differencesOf(state, provider, noticed).map((difference): DriftFinding => {
    const { severity, decides } = driftWeight(type, difference.property);
    const says = `differs at the provider; it decides ${decides}`;
    return { ...common, kind: "changed", severity, says, ...difference };
  });
}

/** What is gone where the provider itself does not notice. */
export function goneFinding({ urn, type, state }: Compared, owner: string): DriftFinding {
  const common = { urn, type, name: parseUrn(urn).name, owner: ownerIn(state) ?? owner };
  return { ...common, kind: "gone", ...lost(type) };
}

function lost(type: string): Pick<DriftFinding, "severity" | "says"> {
  const stateful = Object.hasOwn(statefulTypes, type) ? statefulTypes[type] : undefined;
  if (stateful)
    return { severity: "critical", says: `is gone at the provider, and with it ${stateful.holds}` };
  const weight = driftWeight(type, "");
  const severity = weight.severity === "critical" ? "critical" : "high";
  return { severity, says: `is gone at the provider; it decides ${weight.decides}` };
}

function ownerIn({ tags }: PropertyMap): string | undefined {
  const owner: Value | undefined = isPropertyMap(tags) ? tags["owner"] : undefined;
  return typeof owner === "string" && owner !== "" ? owner : undefined;
}
