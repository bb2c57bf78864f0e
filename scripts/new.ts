/** `npm run new rule <family> <id>`: writes what a new rule begins with, and says what is left to do. */
import path from "node:path";
import { formatProblem, UserError } from "../core/errors";
import { newRule } from "./new-rule/write";

async function main([kind, family, id, ...rest]: readonly string[]): Promise<number> {
  if (kind !== "rule" || family === undefined || id === undefined || rest.length > 0) {
    process.stderr.write("usage: npm run new rule <family> <id>\n");
    return 2;
  }
  try {
    const { files, next } = await newRule({ root: process.cwd(), family, id });
    process.stdout.write([...files.map((file) => `wrote ${file}`), "", ...next, ""].join("\n"));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    for (const { where, ...problem } of error.problems) {
      const file = where.file && path.relative(process.cwd(), where.file);
      process.stderr.write(`error: ${formatProblem({ where: { file }, ...problem })}\n`);
    }
    return 2;
  }
}

void main(process.argv.slice(2)).then((exitCode) => (process.exitCode = exitCode));
