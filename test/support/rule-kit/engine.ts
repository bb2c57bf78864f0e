import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import type { RuleResult } from "../../../core/finding";
import type { DeclaredResource } from "../../../core/resource";
import { unknownSentinel } from "../../../core/signatures";
import { type Value, UNKNOWN, isPropertyMap } from "../../../core/value";
import { enginePolicies } from "../../../policies/engine";
import type { Rule } from "../../../policies/rule";
import { type EngineResource, engineFor } from "./engine-calls";
import { type JudgeOptions, stackOf } from "./judge";
import { today } from "./resources";

/**
 * What `judge` answers, asked the way the engine asks: through the policy SDK, whose proxies throw on the first unknown,
 * first resource by resource and then with the whole stack.
 */
export async function judgeThroughEngine(
  rule: Rule,
  resources: readonly DeclaredResource[],
  { clock = today, beside = [] }: Omit<JudgeOptions, "stack"> = {},
): Promise<RuleResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "rule-kit-"));
  const resultsFile = path.join(folder, "results.jsonl");
  try {
    const rules = [rule, ...beside];
    const pack = { pack: "rule-kit", version: "0.1.0", rules, resultsFile, clock: () => clock };
    const engine = engineFor(enginePolicies(pack));
    const all = stackOf(resources);
    for (const one of all) await engine.declare(engineResource(one, one.inputs));
    await engine.finish(all.map((one) => engineResource(one, one.outputs ?? one.inputs)));
    return resultsIn(readFileSync(resultsFile, "utf8"), rule);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The closing line is no rule's. */
function resultsIn(lines: string, { id }: Rule): RuleResult[] {
  const all = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as RuleResult);
  return all.filter(({ rule }) => rule === id);
}

/** A resource as the engine would send it, with its inputs where nothing else is given. */
export function engineResource(
  { urn, type, name, custom, parent, protect, propertyDependencies, inputs }: DeclaredResource,
  props = inputs,
): EngineResource {
  return {
    urn,
    type,
    name,
    protect,
    provider: custom,
    ...(parent !== undefined && { parent }),
    props: engineValue(props) as Record<string, JavaScriptValue>,
    propertyDependencies: Object.fromEntries(
      Object.entries(propertyDependencies).map(([key, urns]) => [key, [...urns]]),
    ),
  };
}

function engineValue(value: Value | undefined): JavaScriptValue {
  if (value === UNKNOWN) return unknownSentinel;
  if (Array.isArray(value)) return (value as Value[]).map(engineValue);
  if (!isPropertyMap(value)) return (value ?? null) as JavaScriptValue;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, engineValue(one)]));
}
