import { type Problem, UserError } from "../../core/errors";

/** Variables by which something other than our command line would decide what the engine runs, and what they do. */
const barred: readonly [RegExp, does: string][] = [
  // Added to the options that we give: another policy pack, other targets, other config.
  [/^PULUMI_OPTION_/, "it sets an option of the engine's own command line"],
  // Whoever runs the program runs the policy pack as well.
  [/^PULUMI_DEBUG_LANGUAGES$/, "it names another language host, which would run the policy pack"],
];

/** Refuses to start the engine where a variable of the person would change what is asked of it. */
export function refuseVariables(env: NodeJS.ProcessEnv): void {
  const problems = Object.keys(env).sort().flatMap(problemOf);
  if (problems.length > 0) throw new UserError(problems, 2);
}

function problemOf(variable: string): Problem[] {
  return barred
    .filter(([pattern]) => pattern.test(variable))
    .map(([, found]) => ({
      where: { path: variable },
      found,
      allowed: "an engine that does what this command line asks of it",
      fix: `unset ${variable}`,
    }));
}
