/** Where a problem stands. Lines and columns count from 1; `path` is a YAML path such as `hosting.domains[0]`. */
export interface ProblemPlace {
  file?: string;
  path?: string;
  line?: number;
  column?: number;
}

/** The four parts of an error for people. `found` and `fix` never hold a secret's value. */
export interface Problem {
  where: ProblemPlace;
  found: string;
  allowed?: string;
  fix?: string;
}

/** 1: a finding, or the user's own file; 2: the provider, engine or machine. */
export type ExitCode = 1 | 2;

/** A mistake or a state of the world that a person can mend. Shown without a stack trace, all problems at once. */
export class UserError extends Error {
  override readonly name = "UserError";

  constructor(
    readonly problems: readonly Problem[],
    readonly exitCode: ExitCode = 1,
  ) {
    super(problems.map(formatProblem).join("\n"));
  }
}

/** `Pulumi.prod.yaml:12 groundwork:hosting.domains[0]: got …; expected …; do …` */
export function formatProblem({ where, found, allowed, fix }: Problem): string {
  const place = [where.file, where.line, where.line && where.column].filter(Boolean).join(":");
  const head = [place, where.path].filter(Boolean).join(" ");
  const tail = [found, allowed && `expected ${allowed}`, fix].filter(Boolean).join("; ");
  return head ? `${head}: ${tail}` : tail;
}
