import { parseUrn } from "../../core/urn";

/** Names of the component that a URN stands for, if it is one, and of those above it. */
export type ComponentsOf = (urn: string) => readonly string[];

/** What finding components above a resource needs to know of it. */
export interface Relative {
  type: string;
  name: string;
  component: boolean;
  parent?: string | undefined;
}

const componentPrefix = "component:";
const star = "*";
const stackType = "pulumi:pulumi:Stack";

/** Literal characters that a name with stars must have, to mean something and not everything. */
const fewestLetters = 3;

/** True when a waiver's target means this resource. */
export function meansResource(target: string, urn: string, componentsOf: ComponentsOf): boolean {
  const component = componentIn(target);
  if (component !== undefined) return componentsOf(urn).includes(component);
  return fits(target, target.startsWith("urn:") ? urn : parseUrn(urn).name);
}

/** `component:web` → `web`; undefined for every other kind of target. */
export function componentIn(target: string): string | undefined {
  return target.startsWith(componentPrefix) ? target.slice(componentPrefix.length) : undefined;
}

/** True when the stars of a target leave hardly any name out: `*`, `w*`, or a URN that ends so. */
export function isWide(target: string): boolean {
  if (!target.includes(star) || componentIn(target) !== undefined) return false;
  const name = target.startsWith("urn:") ? target.split("::").slice(3).join("") : target;
  return name.replaceAll(star, "").length < fewestLetters;
}

/** Whether all of a text fits a pattern in which `*` stands for any text, none included. */
export function fits(pattern: string, text: string): boolean {
  const [head = "", ...rest] = pattern.split(star);
  const tail = rest.pop();
  if (tail === undefined) return pattern === text;
  if (!text.startsWith(head) || text.length < head.length + tail.length) return false;
  const end = text.length - tail.length;
  // Each part as far left as it goes: whatever fits at all fits so, and no text is read twice.
  const reached = rest.reduce((from, part) => {
    const at = from < 0 ? -1 : text.indexOf(part, from);
    return at < 0 ? -1 : at + part.length;
  }, head.length);
  return reached >= 0 && reached <= end && text.endsWith(tail);
}

/** Looks components up among resources. The stack itself is no component: everything is below it. */
export function componentsAmong(get: (urn: string) => Relative | undefined): ComponentsOf {
  return (urn) => {
    const names: string[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = urn; at !== undefined && !seen.has(at);) {
      seen.add(at);
      const one = get(at);
      if (one?.component && one.type !== stackType) names.push(one.name);
      at = one?.parent;
    }
    return names;
  };
}
