import { groupBy } from "../../../core/group";
import { shortType } from "../../../core/urn";
import type { Report } from "../../model";
import type { ChangeOperation, ReportedMeaning } from "../../section-model";
import type { Anchors } from "./anchors";

/** What takes most away first; only what can lose something is open from the start. */
const operations: readonly {
  operation: ChangeOperation;
  sign: string;
  word: string;
  open: boolean;
}[] = [
  { operation: "delete", sign: "−", word: "deleted", open: true },
  { operation: "replace", sign: "±", word: "replaced", open: true },
  { operation: "update", sign: "~", word: "updated", open: true },
  { operation: "create", sign: "+", word: "created", open: false },
];

const directions: Readonly<Record<ReportedMeaning["direction"], { letter: string; word: string }>> =
  {
    weaker: { letter: "f", word: "weaker" },
    stronger: { letter: "p", word: "stronger" },
    other: { letter: "n", word: "other" },
  };

/** Why a report has no changes. */
const silent: Readonly<Record<Report["run"]["origin"], string>> = {
  check: "A check reads the program and compares it with nothing that is deployed.",
  state: "A state is what is deployed; it is compared with nothing.",
  preview: "The run told no changes.",
  up: "The run told no changes.",
  events: "The events tell no changes.",
};

export function changesView({ changes, run }: Report, anchors: Anchors) {
  const groups = groupBy(changes ?? [], ({ operation }) => operation);
  return {
    told: changes !== undefined,
    silent: silent[run.origin],
    preview: run.origin === "check" ? `groundwork preview ${run.stack} --report DIR` : undefined,
    done: run.origin === "up",
    count: changes?.length,
    groups: operations.flatMap(({ operation, sign, word, open }) => {
      const rows = groups.get(operation) ?? [];
      if (rows.length === 0) return [];
      return [
        {
          operation,
          sign,
          word,
          open,
          rows: rows.map(({ urn, name, type, failed, properties, meaning }) => ({
            name,
            kind: shortType(type),
            anchor: anchors.resource(urn),
            failed: failed === true,
            properties,
            meaning: meaning.map((one) => ({ ...one, ...directions[one.direction] })),
          })),
        },
      ];
    }),
  };
}
