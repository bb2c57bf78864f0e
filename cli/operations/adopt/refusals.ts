import { type Problem, UserError } from "../../../core/errors";
import { packageOf } from "../../../core/urn";
import { allowedValue, generatedOutputs } from "../../../operations/adopt/generated";
import type { Undecided, Wanted } from "../../../operations/adopt/model";
import { isNamed } from "../../../operations/adopt/resolve";
import { liveText, named } from "./view";

/** Refuses what only a person can decide, all of it at once. Throws `UserError` (exit 1). */
export function refuseUndecided(stack: string, undecided: readonly Undecided[]): void {
  if (undecided.length === 0) return;
  throw new UserError(undecided.map((one) => problemOf(stack, one)));
}

const says = {
  several: "several live things may be it",
  taken: "another declared resource is this live thing, too",
  untold: "nobody can tell from here whether it exists",
} as const;

/** The variables that open the vendors' lists. */
const tokens: Readonly<Record<string, string>> = {
  vercel: "VERCEL_API_TOKEN",
  supabase: "SUPABASE_ACCESS_TOKEN",
  github: "GITHUB_TOKEN",
};

function problemOf(stack: string, { wanted, why, choices }: Undecided): Problem {
  const { urn, name, type } = wanted;
  const token = why === "untold" && choices.length === 0 ? tokens[packageOf(type)] : undefined;
  const set = token === undefined ? "" : `set ${token} if it is not; else `;
  const command = `groundwork import ${stack}`;
  return {
    where: { path: urn },
    found: `${named(wanted)}: ${says[why]}`,
    ...(choices.length > 0 && { allowed: `one of ${choices.map(liveText).join(", ")}` }),
    fix: `${set}${command} --choose ${name}=ID says which one it is, ${command} --fresh ${name} that it does not exist`,
  };
}

/** Refuses answers that answer nothing: names that nobody declares, and values that are none. Throws `UserError` (exit 2). */
export function refuseAnswers(
  wanted: readonly Wanted[],
  flags: readonly (readonly [flag: string, name: string])[],
): void {
  const open = wanted.filter(({ custom, known }) => custom && !known);
  const problems = flags.flatMap(([flag, name]): Problem[] => {
    const hits = open.filter((one) => isNamed([name], one));
    if (hits.length === 1) return [];
    const found = hits.length === 0 ? "names nothing that is to be adopted" : "names several";
    const allowed = hits.map(({ urn }) => urn).join(", ");
    return [
      {
        where: { path: `${flag} ${name}` },
        found,
        ...(allowed !== "" && { allowed }),
        fix: "name it by its logical name, or by its URN; --dry-run lists them",
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems, 2);
}

/** Reads values in use from variables of the environment, for the resources that would generate others. */
export function valuesInUse(
  wanted: readonly Wanted[],
  given: readonly (readonly [name: string, variable: string])[],
  env: NodeJS.ProcessEnv,
): Map<string, string> {
  const problems: Problem[] = [];
  const values = new Map<string, string>();
  for (const [name, variable] of given) {
    const one = wanted.find((each) => isNamed([name], each));
    const value = env[variable];
    const allowed = one && allowedValue(one.type);
    const refuse = (found: string, fix: string) =>
      problems.push({
        where: { path: `--value ${name}=${variable}` },
        ...{ found, fix },
        ...(allowed !== undefined && { allowed }),
      });
    if (!one) continue;
    if (allowed === undefined) {
      refuse(`${named(one)} generates no value`, "give the value in the stack file");
    } else if (value === undefined) {
      refuse(`${variable} is not set`, `set it to the value in use, in the environment alone`);
    } else if (!generatedOutputs(one.type, value)) {
      refuse(`${variable} holds no value of this kind`, `set it to the value in use`);
    } else values.set(one.urn, value);
  }
  if (problems.length > 0) throw new UserError(problems, 2);
  return values;
}
