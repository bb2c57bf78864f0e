import { type Problem, UserError } from "../core/errors";
import { parseUrn } from "../core/urn";
import type { StateResource } from "./checkpoint";

/** What a person found out at the provider about what a killed run was making: by URN or name. */
export interface Answers {
  /** It exists, under this id. */
  adopt: Readonly<Record<string, string>>;
  /** It does not. */
  forget: readonly string[];
}

/**
 * The ids that a person's answers give each pending create: one, none, or undefined where nothing was said of it. Throws
 * `UserError` (exit 2) for an answer that names no pending create or several, and for two about one.
 */
export function answered(
  { adopt, forget }: Answers,
  pending: readonly StateResource[],
): ReadonlyMap<string, readonly string[]> {
  const all = [
    ...Object.entries(adopt).map(([name, id]) => ({ flag: "--adopt", name, ids: [id] })),
    ...forget.map((name) => ({ flag: "--forget", name, ids: [] })),
  ];
  const found = new Map<string, readonly string[]>();
  const problems: Problem[] = [];
  for (const { flag, name, ids } of all) {
    const [one, ...more] = pending.filter(({ urn }) => urn === name || parseUrn(urn).name === name);
    if (one && more.length === 0 && !found.has(one.urn)) found.set(one.urn, ids);
    else problems.push(mistake(flag, name, one ? [one, ...more] : [], pending));
  }
  if (problems.length > 0) throw new UserError(problems, 2);
  return found;
}

function mistake(
  flag: string,
  name: string,
  hits: readonly StateResource[],
  pending: readonly StateResource[],
): Problem {
  const found = ["names nothing that a killed run was making", "says twice what became of it"][
    hits.length
  ];
  const urns = (hits.length > 1 ? hits : pending).map(({ urn }) => urn);
  return {
    where: { path: `${flag} ${name}` },
    found: found ?? `names ${hits.length} things that a killed run was making`,
    ...(urns.length > 0 && { allowed: urns.join(", ") }),
    fix: "name each once, by its URN where a name is not enough",
  };
}
