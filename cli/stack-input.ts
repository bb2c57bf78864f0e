import { readFileSync } from "node:fs";
import type { Problem } from "../core/errors";
import { UserError } from "../core/errors";
import { checkStackFile, readStackFile, type StackFile } from "../config/stack-file";
import { type Project, stackFileOf } from "./project";

/** A stack's file, read and found good. */
export interface StackInput {
  stack: string;
  text: string;
  file: StackFile;
}

/** Reads a stack's file and everything that is wrong with it; throws all of it at once. */
export function readStackInput(project: Project, stack: string): StackInput {
  const path = stackFileOf(project, stack);
  const text = readFileSync(path, "utf8");
  const problems: Problem[] = checkStackFile(text, path, project.name);
  if (problems.length > 0) throw new UserError(problems);
  return { stack, text, file: readStackFile(text, path, project.name) };
}
