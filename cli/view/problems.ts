import path from "node:path";
import { colours } from "./colours";
import { formatProblem, type Problem, type ProblemPlace } from "../../core/errors";

/** A path as the person would type it from where they stand. */
export function fromHere(file: string, cwd = process.cwd()): string {
  const relative = path.relative(cwd, file);
  return relative.startsWith("..") && relative.length > file.length ? file : relative || ".";
}

/** `Pulumi.prod.yaml:12 groundwork:hosting.headers` */
export function placeText({ file, line, path: key }: ProblemPlace): string {
  const where = file && [fromHere(file), line].filter(Boolean).join(":");
  return [where, key].filter(Boolean).join(" ");
}

/** Every problem in its four parts, one a line. */
export function problemsText(problems: readonly Problem[]): string {
  return problems
    .map(({ where, ...rest }) => {
      const file = where.file && fromHere(where.file);
      return `${colours.red("error:")} ${formatProblem({ where: { ...where, file }, ...rest })}`;
    })
    .join("\n");
}
