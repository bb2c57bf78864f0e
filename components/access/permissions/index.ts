import type { Conditions, Statement } from "../../policy-document";
import { accountGrants } from "./account";
import { scopeCondition, writeCondition } from "./conditions";
import { cacheGrants } from "./cache";
import { codeGrants } from "./code";
import { copiesGrants } from "./copies";
import { dataGrants } from "./data";
import type { Grant, ScopeName } from "./grant";
import { monitorGrants } from "./monitor";
import { recoveryGrants } from "./recovery";
import { type Reach, scopes } from "./scopes";
import { watchGrants } from "./watch";

export { everyResource } from "./exceptions";
export type { Grant } from "./grant";
export type { Reach } from "./scopes";

/**
 * What the program's types of AWS resources need, each action once, in parts because IAM limits how long a document may be:
 * what is kept and who may do what, what watches, and what runs.
 */
export const grants = {
  keep: [...dataGrants, ...recoveryGrants, ...accountGrants, ...cacheGrants],
  watch: watchGrants,
  run: [...codeGrants, ...copiesGrants, ...monitorGrants],
} as const satisfies Record<string, readonly Grant[]>;

export type Part = keyof typeof grants;

/** Reading the resources of these parts; shows the value of no secret. */
export function readStatements(parts: readonly Part[], reach: Reach): Statement[] {
  const rows: readonly Grant[] = parts.flatMap((part): readonly Grant[] => grants[part]);
  return merged(
    rows.map(({ on, read = [] }: Grant) => ({
      on,
      actions: read,
      condition: scopeCondition(on, reach),
    })),
    reach,
  );
}

/** Reading what `readStatements` leaves out: values of secrets. */
export function valueStatements(reach: Reach): Statement[] {
  return merged(
    Object.values(grants)
      .flat()
      .map(({ on, value = [] }: Grant) => ({ on, actions: value, condition: undefined })),
    reach,
  );
}

/** Changing them, and what a change shows of them. */
export function writeStatements(part: Part, reach: Reach): Statement[] {
  return merged(
    grants[part].map(({ on, value = [], write = [], when }: Grant) => ({
      on,
      actions: [...value, ...write],
      condition: both(scopeCondition(on, reach), writeCondition(when, reach)),
    })),
    reach,
  );
}

interface Granted {
  on: ScopeName;
  actions: readonly string[];
  condition: Conditions | undefined;
}

/** One statement for each set of resources and conditions, in the order of the table. */
function merged(parts: readonly Granted[], reach: Reach): Statement[] {
  const arns = scopes(reach);
  const statements = new Map<string, Statement>();
  for (const { on, actions, condition } of parts) {
    if (actions.length === 0 || arns[on].length === 0) continue;
    const narrowed = condition && Object.keys(condition).length > 0;
    const key = `${on} ${JSON.stringify(condition ?? {})}`;
    const before = (statements.get(key)?.Action ?? []) as string[];
    statements.set(key, {
      Effect: "Allow",
      Action: [...new Set([...before, ...actions])].sort(),
      Resource: arns[on],
      ...(narrowed && { Condition: condition }),
    });
  }
  return [...statements.values()];
}

/** Conditions of both; for one operator the keys of both. */
function both(one: Conditions = {}, other: Conditions = {}): Conditions {
  const operators = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(
    operators.map((operator) => [operator, { ...one[operator], ...other[operator] }]),
  );
}
