import { readFileSync } from "node:fs";
import { UserError } from "../core/errors";
import { parseSettings } from "../config/parse";
import type { StackSettings } from "../config/settings";
import { openStackFile, type StackFile } from "../config/stack-file";
import { type Project, stackFileOf } from "./project";

/** A stack's file, read and found good. */
export interface StackInput {
  stack: string;
  text: string;
  file: StackFile;
  settings: StackSettings;
}

/**
 * Reads a stack's file and everything that is wrong with it; throws all of it at once. A given `text` is read in place
 * of what the file holds.
 */
export function readStackInput(project: Project, stack: string, given?: string): StackInput {
  const path = stackFileOf(project, stack);
  const text = given ?? readFileSync(path, "utf8");
  const opened = openStackFile(text, path, project.name);
  if ("problems" in opened) throw new UserError(opened.problems);
  const { file } = opened;
  return { stack, text, file, settings: settingsOf(file, stack) };
}

const namespace = "groundwork:";

function settingsOf({ config }: StackFile, stack: string): StackSettings {
  const sections = Object.entries(config).flatMap(([key, text]) =>
    key.startsWith(namespace) && text ? [[key.slice(namespace.length), JSON.parse(text)]] : [],
  );
  const around = { stack, awsRegion: config["aws:region"] };
  const parsed = parseSettings(Object.fromEntries(sections) as Record<string, unknown>, around);
  if ("settings" in parsed) return parsed.settings;
  throw new Error("a stack file without problems must parse");
}
