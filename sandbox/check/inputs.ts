import { UNKNOWN, type PropertyMap, type Value } from "../../core/value";
import { packageOf } from "../../core/urn";
import { packageContract } from "../contract/contract";
import { compiledType, type CompiledRule, type CompiledType } from "./compile";
import { meant, pathText, sortFailures, type CheckFailure } from "./failure";
import { checkGroups } from "./groups";
import { select } from "./select";
import { checkObject, isAbsent } from "./types";
import { checkValue } from "./values";

/**
 * What the real provider would refuse in these inputs, and in a few places more (each says why): all of it, sorted.
 * Unknown values are not judged, but where the provider itself cannot work with one. Secrets come in clear and leave
 * no trace. Nothing is judged of a type without a contract (`hasContract: false`).
 */
export function checkInputs(type: string, news: PropertyMap): CheckFailure[] {
  const compiled = compiledType(type);
  if (!compiled) return [noSuchType(type)];
  if (!compiled.contract.hasContract) return [];
  if (compiled.rules.unusable) return [{ property: "", reason: compiled.rules.unusable }];
  return sortFailures([
    ...checkTypes(compiled, news),
    ...compiled.properties.flatMap((rule) => checkProperty(rule, news)),
    ...checkGroups(compiled.rules.checks ?? [], news),
  ]);
}

function noSuchType(type: string): CheckFailure {
  const names = packageContract(packageOf(type))?.schema.names("resources") ?? [];
  const guess = meant(type, names);
  return {
    property: "",
    reason: `no such resource type${guess ? `; did you mean ${guess}?` : ""}`,
  };
}

function checkTypes({ contract }: CompiledType, news: PropertyMap): CheckFailure[] {
  const failures: CheckFailure[] = [];
  checkObject(contract, news, [], {
    package: contract.package,
    report: (failure) => failures.push(failure),
  });
  return failures;
}

function checkProperty({ holders, name, rule }: CompiledRule, news: PropertyMap): CheckFailure[] {
  return select(news, holders).flatMap(({ path, object }) => {
    const at = [...path, name];
    const value: Value | undefined = Object.hasOwn(object, name) ? object[name] : undefined;
    if (isAbsent(value)) {
      return rule.mustBeSet ? [{ property: pathText(at), reason: rule.mustBeSet }] : [];
    }
    if (value === UNKNOWN) {
      return rule.mustBeKnown ? [{ property: pathText(at), reason: rule.mustBeKnown }] : [];
    }
    return checkValue(rule, value).map((complaint) => ({
      property: pathText([...at, ...(complaint.at ?? [])]),
      reason: complaint.reason,
    }));
  });
}
