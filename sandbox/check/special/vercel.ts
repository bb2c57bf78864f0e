import { isPropertyMap, type PropertyMap, type Value } from "../../../core/value";
import { finding, isGiven, mayBeGiven, numberIn, objectsIn, type Finding } from "./finding";

/** Source: terraform-provider-vercel 5.4.1, validators of the resources named. */
export const vercelChecks = {
  "project-route-action": checkRouteAction,
  "project-route-source": checkRouteSource,
  "rolling-release-stages": checkStages,
  "feature-flag-variants": checkVariants,
  "sensitive-not-in-development": checkSensitive,
};

/**
 * The validator counts an action only when it is known and not empty: a rule whose single action comes from another
 * resource's output is refused in a preview.
 */
function checkRouteAction({ route }: PropertyMap): Finding[] {
  if (!isPropertyMap(route)) return [];
  if (actions.some((isAction) => isAction(route))) return [];
  const reason =
    "Missing route action: set at least one of dest, status, headers or transforms, known at preview";
  return finding(["route"], reason);
}

const actions: readonly ((route: PropertyMap) => boolean)[] = [
  ({ dest }) => typeof dest === "string" && dest !== "",
  ({ status }) => typeof status === "number",
  ({ headers }) => isPropertyMap(headers) && Object.values(headers).some(isKnown),
  ({ transforms }) => Array.isArray(transforms) && transforms.length > 0,
];

function isKnown(value: Value | undefined): boolean {
  return isGiven(value) && value !== "";
}

function checkRouteSource({ route, srcSyntax }: PropertyMap): Finding[] {
  if (srcSyntax !== "path-to-regexp" && srcSyntax !== "equals") return [];
  const src = isPropertyMap(route) ? route.src : undefined;
  if (typeof src !== "string" || src.startsWith("/")) return [];
  return finding(["route", "src"], `must begin with / when srcSyntax is ${srcSyntax}`);
}

/** The last stage, and only it, takes all traffic; a release that goes on by itself must know when. */
function checkStages({ stages, advancementType }: PropertyMap): Finding[] {
  return objectsIn(stages).flatMap(([i, { targetPercentage, duration }]) => {
    const isLast = Array.isArray(stages) && i === stages.length - 1;
    const target = numberIn(targetPercentage);
    return [
      ...(isLast && target !== undefined && target !== 100
        ? finding(["stages", i, "targetPercentage"], `the last stage must be 100; got ${target}`)
        : []),
      ...(!isLast && target === 100
        ? finding(["stages", i, "targetPercentage"], "only the last stage may be 100")
        : []),
      ...checkDuration(advancementType, duration, i, isLast),
    ];
  });
}

function checkDuration(
  type: Value | undefined,
  duration: Value | undefined,
  i: number,
  isLast: boolean,
): Finding[] {
  const at = ["stages", i, "duration"];
  if (type === "automatic" && !isLast && !mayBeGiven(duration)) {
    return finding(at, "required on every stage but the last when advancementType is automatic");
  }
  const manual = type === "manual-approval" && isGiven(duration);
  return manual ? finding(at, "not allowed when advancementType is manual-approval") : [];
}

const valueOfKind = new Map([
  ["boolean", "valueBool"],
  ["string", "valueString"],
  ["number", "valueNumber"],
]);

function checkVariants({ kind, variants }: PropertyMap): Finding[] {
  if (typeof kind !== "string") return [];
  const wanted = valueOfKind.get(kind);
  if (wanted === undefined) return [];
  return objectsIn(variants).flatMap(([i, variant]) =>
    mayBeGiven(variant[wanted])
      ? []
      : finding(["variants", i, wanted], `required when kind is ${kind}`),
  );
}

/** Vercel keeps no sensitive value for local development, where it would have to be read back. */
function checkSensitive({ sensitive, targets }: PropertyMap): Finding[] {
  const local = Array.isArray(targets) && targets.includes("development");
  if (sensitive !== true || !local) return [];
  return finding(["sensitive"], "must be false when development is among the targets");
}
