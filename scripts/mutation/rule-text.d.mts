/** Why Stryker makes no mutants below this Babel path; undefined where it does. */
export function shouldIgnore(path: object): string | undefined;
