import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { BookRule } from "./book";

/** What stands on a rule's page by hand, as Markdown. */
export interface RulePage {
  wrong: string;
  right: string;
  whenToWaive: string;
}

/** Where a rule's page stands below the folder of Groundwork. */
export function pageFile({ family, rule }: BookRule): string {
  return path.posix.join("docs/rules", family, `${rule.id}.md`);
}

/** Reads a rule's page; undefined when it is not there. */
export function readPage(packageRoot: string, rule: BookRule): RulePage | undefined {
  const file = path.join(packageRoot, pageFile(rule));
  if (!existsSync(file)) return undefined;
  const text = readFileSync(file, "utf8");
  return {
    wrong: section(text, "Wrong"),
    right: section(text, "Right"),
    whenToWaive: section(text, "When to waive"),
  };
}

function section(page: string, title: string): string {
  return (page.split(`\n## ${title}\n`)[1]?.split(/^## /m)[0] ?? "").trim();
}
