import { isPropertyMap, UNKNOWN, type PropertyMap, type Value } from "../../core/value";
import { type PropertyRule } from "../contract/rules";
import { signatureKey } from "../../core/signatures";
import { compiledType } from "./compile";
import { list, pathText, sortFailures, type CheckFailure, type Path } from "./failure";
import { sameValue } from "./same";
import { isAbsent, isEnginesOwn } from "./types";

/** As the engine names them in a property's difference. */
export type DiffKind =
  "add" | "add-replace" | "delete" | "delete-replace" | "update" | "update-replace";

export interface InputDiff {
  /** Names of the top-level properties that differ, sorted. Empty: nothing to do. */
  changes: string[];
  /** By path, each place that differs. */
  detailed: Record<string, DiffKind>;
  /** Names of the top-level properties for whose sake a new resource is made, sorted. */
  replaces: string[];
  /**
   * What the provider answers when it is asked to update: changes that it can neither make nor replace for. For
   * `Update`, not for `Diff`: a program may have asked for a replacement itself, and then it never comes to this.
   */
  failures: CheckFailure[];
  deleteBeforeReplace: false;
}

/**
 * How the provider sees a change of inputs. A value that is not known yet counts as a change. What it takes for a left
 * out value is no difference to leaving it out. A type without a contract updates in place.
 */
export function diffInputs(type: string, olds: PropertyMap, news: PropertyMap): InputDiff {
  const { byPath, prefixes } = compiledType(type) ?? withoutRules;
  const walk = new Walk(byPath, prefixes);
  walk.objects(olds, news, { path: [], pattern: "", replace: false });
  return walk.result();
}

const withoutRules = { byPath: new Map<string, PropertyRule>(), prefixes: new Set<string>() };

/** Where the walk stands; `replace` is true below a property of which every change replaces. */
interface Place {
  path: Path;
  pattern: string;
  replace: boolean;
}

type Side = Value | undefined;

class Walk {
  private readonly detailed = new Map<string, DiffKind>();
  private readonly changes = new Set<string>();
  private readonly replaces = new Set<string>();
  private readonly failures: CheckFailure[] = [];

  constructor(
    private readonly rules: ReadonlyMap<string, PropertyRule>,
    private readonly prefixes: ReadonlySet<string>,
  ) {}

  objects(before: PropertyMap, after: PropertyMap, place: Place): void {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    for (const name of [...names].sort()) {
      if (isEnginesOwn(name)) continue;
      this.member(own(before, name), own(after, name), this.below(place, name));
    }
  }

  result(): InputDiff {
    return {
      changes: [...this.changes].sort(),
      detailed: Object.fromEntries(this.detailed),
      replaces: [...this.replaces].sort(),
      failures: this.replaces.size > 0 ? [] : sortFailures(this.failures),
      deleteBeforeReplace: false,
    };
  }

  /** A member of a map and an element of an array stand under `[]` in the rules. */
  private below({ path, pattern, replace }: Place, step: string | number): Place {
    const named = pattern ? `${pattern}.${step}` : String(step);
    const isElement =
      typeof step === "number" || (!this.prefixes.has(named) && this.prefixes.has(`${pattern}[]`));
    return { path: [...path, step], pattern: isElement ? `${pattern}[]` : named, replace };
  }

  private member(before: Side, after: Side, place: Place): void {
    const rule = this.rules.get(place.pattern) ?? {};
    if (sameValue(rule, before, after) || this.staysUnsaid(rule, after, place)) return;
    const inside = { ...place, replace: place.replace || replaces(rule, "update") };
    if (isOpen(before) && isOpen(after)) return this.objects(before, after, inside);
    const lists = Array.isArray(before) && Array.isArray(after) && !rule.unordered;
    if (lists) return this.elements(before, after, inside);
    this.record(rule, before, after, place);
  }

  /** Left out, but the vendor's value stays. */
  private staysUnsaid(rule: PropertyRule, after: Side, { path }: Place): boolean {
    return rule.computed === true && path.length === 1 && isAbsent(after);
  }

  private elements(before: readonly Value[], after: readonly Value[], place: Place): void {
    for (let i = 0; i < Math.max(before.length, after.length); i++) {
      this.member(before[i], after[i], this.below(place, i));
    }
  }

  private record(rule: PropertyRule, before: Side, after: Side, place: Place): void {
    const kind = isAbsent(before) ? "add" : isAbsent(after) ? "delete" : "update";
    const replace =
      place.replace || replaces(rule, kind) || this.replacesInside(before, after, place);
    const [top = ""] = place.path;
    this.detailed.set(pathText(place.path), replace ? `${kind}-replace` : kind);
    this.changes.add(String(top));
    if (replace) this.replaces.add(String(top));
    else this.refuse(rule, after, place);
  }

  /** An object that comes or goes as a whole takes with it the properties that replace. */
  private replacesInside(before: Side, after: Side, place: Place): boolean {
    const whole = isAbsent(before) ? after : isAbsent(after) ? before : undefined;
    if (!isOpen(whole)) return false;
    const inside = new Walk(this.rules, this.prefixes);
    inside.objects(isAbsent(before) ? {} : whole, isAbsent(before) ? whole : {}, place);
    return inside.replaces.size > 0;
  }

  private refuse(rule: PropertyRule, after: Side, { path }: Place): void {
    if (after === UNKNOWN) return;
    if (rule.immutable) this.failures.push({ property: pathText(path), reason: rule.immutable });
    const { values, why } = rule.cannotBecome ?? { values: [], why: "" };
    const barred = typeof after === "string" || typeof after === "number";
    if (barred && values.includes(after)) {
      this.failures.push({
        property: pathText(path),
        reason: `cannot be changed to ${list(values)}: ${why}`,
      });
    }
  }
}

/** Not what every object inherits: a tag may be called `constructor`. */
function own(object: PropertyMap, name: string): Side {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function replaces({ replace }: PropertyRule, kind: "add" | "delete" | "update"): boolean {
  if (replace === "ifConfigured") return kind !== "delete";
  if (replace === "ifBothConfigured") return kind === "update";
  return replace === true || (replace === "ifPresenceChanges" && kind !== "update");
}

/** An object whose properties are compared one by one: not an asset. */
function isOpen(value: Side): value is PropertyMap {
  return isPropertyMap(value) && !(signatureKey in value);
}
