import { readFileSync } from "node:fs";
import { signatureKey, signatures, unknownSentinels } from "../../core/signatures";
import { type PropertyMap, type Value, UNKNOWN } from "../../core/value";

/** A value as the engine stores it: a secret is a signature object with its ciphertext. */
export type StoredMap = Readonly<Record<string, unknown>>;

/** What a preview plans for one resource: the goal that its program registered, against what the state holds. */
export interface Goal {
  type: string;
  name: string;
  custom: boolean;
  parent?: string;
  /** `<urn>::<id>` of its provider. */
  provider?: string;
  protect?: boolean;
  inputDiff: { adds?: StoredMap; updates?: StoredMap; deletes?: readonly string[] };
  propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

export interface PlannedGoal extends Goal {
  urn: string;
  /** `create`, `same`, `update` …; a replacement has several. */
  steps: readonly string[];
}

/** The engine's update plan (`sdk/go/common/apitype/plans.go`): every resource that the program registers, in its order. */
export function readGoals(file: string): PlannedGoal[] {
  const content = JSON.parse(readFileSync(file, "utf8")) as PlanFile & { plan?: PlanFile };
  const { resourcePlans = {} } = content.plan ?? content;
  return Object.entries(resourcePlans).flatMap(([urn, { goal, steps }]) =>
    goal ? [{ ...goal, inputDiff: goal.inputDiff ?? {}, urn, steps: steps ?? [] }] : [],
  );
}

interface PlanFile {
  resourcePlans?: Record<string, { goal?: Goal; steps?: string[] }>;
}

/** Inputs after a plan, as the engine stores them. */
export function goalInputs({ inputDiff }: Goal, before: StoredMap = {}): StoredMap {
  const { adds, updates, deletes = [] } = inputDiff;
  const kept = Object.entries(before).filter(([name]) => !deletes.includes(name));
  return { ...Object.fromEntries(kept), ...adds, ...updates };
}

/** Stored properties as decisions see them: what is not known yet is `UNKNOWN`, and a secret what stands for it. */
export function withoutSecrets(stored: StoredMap, secret: Value = UNKNOWN): PropertyMap {
  const known = Object.entries(stored).filter(([name]) => name !== "__defaults");
  return Object.fromEntries(known.map(([name, value]) => [name, plain(value, secret)]));
}

function plain(value: unknown, secret: Value): Value {
  if (unknownSentinels.has(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map((item) => plain(item, secret));
  if (!isMap(value)) return (value ?? null) as Value;
  return value[signatureKey] === signatures.secret ? secret : withoutSecrets(value, secret);
}

const isMap = (value: unknown): value is StoredMap => typeof value === "object" && value !== null;
