import { namingInputs } from "../../../catalogue/identities";
import { packageOf, parseUrn, shortType } from "../../../core/urn";
import type { Value } from "../../../core/value";
import type { AdoptionFinding, Trusted } from "../../../operations/adopt/differences";
import type { AdoptionPlan, Live, Wanted } from "../../../operations/adopt/model";
import type { SentTwice } from "../../../operations/adopt/vercel-json";
import { toJsonLine } from "../../view/json";

/** What an import came to; without findings and trusted inputs it is a plan alone. */
export interface Told {
  stack: string;
  dryRun: boolean;
  plan: AdoptionPlan;
  twice: readonly SentTwice[];
  /** After an import. */
  after?: {
    trusted: readonly Trusted[];
    findings: readonly PlacedFinding[];
    /** What the next update still makes, by URN. */
    toMake: readonly string[];
  };
}

export interface PlacedFinding extends AdoptionFinding {
  /** Where the stack file may say it. */
  setting?: string;
}

export function planText({ adopt, create, anew, foreign, known }: AdoptionPlan): string {
  return [
    ...listed("Adopt", adopt, ({ wanted, id, value }) =>
      value === undefined ? `${named(wanted)} ← ${id}` : `${named(wanted)} ← the value given`,
    ),
    ...listed("Not found, the next update makes it", create, named),
    ...listed("Cannot be adopted", anew, ({ wanted, says }) => `${named(wanted)}: ${says}`),
    ...listed(
      "Foreign, left alone",
      foreign,
      ({ type, of, ...live }) => `${shortType(type)} of ${of}: ${liveText(live)}`,
    ),
    `adopt ${adopt.length}, create ${create.length + anew.length}, foreign ${foreign.length}, in the state already ${known.length}`,
  ].join("\n");
}

export function importText({ stack, dryRun, plan, twice, after }: Told): string {
  const found = after?.findings ?? [];
  return [
    ...(dryRun ? [planText(plan)] : []),
    ...found.flatMap(findingText),
    ...twice.map(twiceText),
    ...(after ? listed("Taken on trust, nothing was sent", grouped(after.trusted), plain) : []),
    summary(stack, plan, after),
  ].join("\n");
}

export function importJson({ stack, dryRun, plan, twice, after }: Told): object {
  const bare = (one: Wanted) => ({ urn: one.urn, type: one.type, name: one.name });
  return {
    ...{ operation: "import", stack, dryRun },
    adopt: plan.adopt.map(({ wanted, id }) => ({ ...bare(wanted), id })),
    create: plan.create.map(bare),
    anew: plan.anew.map(({ wanted, says }) => ({ ...bare(wanted), says })),
    foreign: plan.foreign.map(({ type, of, id, ...live }) => ({
      ...{ type, of, id },
      name: nameOf({ id, ...live }),
    })),
    known: plan.known.length,
    sentTwice: twice,
    ...(after && { findings: after.findings, trusted: after.trusted, toMake: after.toMake }),
  };
}

/** A choice as a person gives it back: `prj_1 (shop)`. */
export function liveText(live: Live): string {
  const name = nameOf(live);
  return name === live.id ? live.id : `${live.id} (${name})`;
}

function nameOf({ id, properties }: Live): string {
  const name = namingInputs.map((input) => properties[input]).find(isText) ?? id;
  const targets = properties["targets"];
  return Array.isArray(targets) ? `${name}, ${targets.join(" and ")}` : name;
}

export const named = ({ type, name }: Pick<Wanted, "type" | "name">) =>
  `${shortType(type)} ${name}`;

function summary(stack: string, { adopt, foreign }: AdoptionPlan, after: Told["after"]): string {
  const left = `${foreign.length} foreign left alone`;
  if (!after) return `${stack} import: nothing was changed`;
  const { findings, toMake } = after;
  const changes = findings.length === 1 ? "1 change" : `${findings.length} changes`;
  const more = toMake.length > 0 ? `, ${toMake.length} to be made by the next update` : "";
  return `${stack} import: ${adopt.length} adopted, ${changes}${more}, ${left}`;
}

function findingText(finding: PlacedFinding): string[] {
  const { type, name, property, live, declared, replaces, setting } = finding;
  const what = replaces ? "would be deleted and made again" : "would be changed by the next update";
  const where = setting === undefined ? "in the stack file" : `at ${setting}`;
  return [
    `! ${shortType(type)} ${name} ${property}: ${what}`,
    `    live      ${valueText(live)}`,
    `    declared  ${valueText(declared)}`,
    `    fix       to keep it, say the live value ${where}; where a rule is against it, waive that with a last day (npx groundwork explain says how)`,
  ];
}

function twiceText({ header, source, lines: [first, last], route }: SentTwice): string {
  const lines = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return `! ${header} for ${source} would be sent twice: by vercel.json and by ${route}\n    fix       delete ${lines} of vercel.json with the release that brings the program's`;
}

/** One line for each reason and input, however many resources have it. */
function grouped(trusted: readonly Trusted[]): string[] {
  const by = new Map<string, string[]>();
  for (const { urn, input, why } of trusted) {
    const { type, name } = parseUrn(urn);
    const key = `${input} of ${packageOf(type)}: ${why}`;
    by.set(key, [...(by.get(key) ?? []), name]);
  }
  return [...by].map(([what, names]) => `${what} (${names.join(", ")})`);
}

function listed<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  ${line(item)}`)];
}

/** A screen's width of it: what is longer is whole with --format json. */
const longest = 160;

function valueText(value: Value | undefined): string {
  if (value === undefined) return "nothing";
  const text = toJsonLine(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const plain = (text: string) => text;
const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
