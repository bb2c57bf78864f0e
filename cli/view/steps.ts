import { colours } from "./colours";
import { parseUrn, shortType } from "../../core/urn";
import type { EngineRun, Step } from "../engine/events";

/** The stack itself and default providers: always there, and nobody declared them. */
const plumbing = /^pulumi:(pulumi:Stack|providers:)/;

type Paint = (text: string) => string;

interface OperationWords {
  sign: string;
  paint: Paint;
}

/** Operations that change something, with the sign that the engine's own display uses. */
const operations: Record<string, OperationWords> = {
  create: { sign: "+", paint: colours.green },
  "create-replacement": { sign: "++", paint: colours.green },
  replace: { sign: "+-", paint: colours.magenta },
  update: { sign: "~", paint: colours.yellow },
  refresh: { sign: "~", paint: colours.yellow },
  delete: { sign: "-", paint: colours.red },
  "delete-replaced": { sign: "--", paint: colours.red },
  import: { sign: "=", paint: colours.cyan },
  discard: { sign: "<", paint: colours.red },
};

/** Resources that change, by component: a parent stands above its children. Empty when nothing changes. */
export function stepsText(all: readonly Step[]): string {
  const steps = all
    .filter(({ type }) => !plumbing.test(type))
    .sort((one, other) => (one.urn < other.urn ? -1 : 1));
  const children = new Map<string, Step[]>(steps.map((step) => [step.urn, []]));
  const roots = steps.filter((step) => {
    const siblings = children.get(step.parent ?? "");
    siblings?.push(step);
    return !siblings;
  });
  return roots.flatMap((step) => branch(step, children, 0)).join("\n");
}

/** `9 to create, 1 to update, 12 unchanged` */
export function changesText(run: EngineRun, done: boolean): string {
  const counts = Object.entries(run.changes ?? {}).filter(([op]) => op !== "same");
  const words = counts.map(([op, count]) => (done ? `${count} ${past(op)}` : `${count} to ${op}`));
  const same = run.changes?.same;
  return [...words, same !== undefined && `${same} unchanged`].filter(Boolean).join(", ");
}

function branch(step: Step, children: Map<string, Step[]>, depth: number): string[] {
  const below = (children.get(step.urn) ?? []).flatMap((child) =>
    branch(child, children, depth + 1),
  );
  const words = operations[step.op];
  if (!words && below.length === 0) return [];
  return [stepLine(step, words, depth), ...below];
}

function stepLine(step: Step, words: OperationWords | undefined, depth: number): string {
  const { sign, paint } = words ?? { sign: " ", paint: colours.dim };
  const detail = [
    step.op !== "create" && step.diffs.length > 0 && `[${step.diffs.join(", ")}]`,
    step.protect && "protected",
    step.failed && colours.red("failed"),
  ].filter(Boolean);
  const name = `${shortType(step.type)} ${parseUrn(step.urn).name}`;
  return `${"  ".repeat(depth + 1)}${paint(sign)} ${[name, ...detail].join("  ")}`;
}

function past(op: string): string {
  return op.endsWith("e") ? `${op}d` : `${op}ed`;
}
