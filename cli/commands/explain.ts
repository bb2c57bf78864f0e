import { readFileSync } from "node:fs";
import { isMap, parseDocument } from "yaml";
import { UserError } from "../../core/errors";
import { type Context, type ExitCode, projectOf } from "../context";
import { stackFileOf } from "../project";
import { findRule } from "../rules/book";
import { pageFile, readPage } from "../rules/page";
import { type WaiverPlace, nearestToUsers, waiverSnippet, whyUnwaivable } from "../rules/waiver";
import { explanationJson, explanationText } from "../view/explanation";
import { say } from "../view/say";

export interface ExplainFlags {
  /** Whose file the waiver is written for; the stack nearest to users when left out. */
  stack?: string;
}

/** Says everything about one rule: why, how to mend it, options by tier, examples, a waiver to paste, where it comes from. */
export function explain(context: Context, id: string, flags: ExplainFlags): Promise<ExitCode> {
  const found = findRule(id);
  const page = readPage(context.packageRoot, found);
  const unwaivable = whyUnwaivable(found.rule);
  const waiver = waiverSnippet(found.rule, placeOf(context, flags.stack));
  const explanation = {
    ...found,
    page: page ?? { missing: pageFile(found) },
    ...(unwaivable === undefined ? { waiver } : { unwaivable }),
  };
  say(context, explanationText(explanation), explanationJson(explanation));
  return Promise.resolve(0);
}

const somebody = "<team or address>";

/** A rule can be read about anywhere; outside a project nobody is named. */
function placeOf(context: Context, asked: string | undefined): WaiverPlace {
  const clock = context.clock();
  try {
    const project = projectOf(context);
    const stack = asked ?? nearestToUsers(project.stacks) ?? "";
    return { stack, owner: ownerOf(readFileSync(stackFileOf(project, stack), "utf8")), clock };
  } catch (error) {
    if (!(error instanceof UserError) || asked !== undefined) throw error;
    return { stack: "<stack>", owner: somebody, clock };
  }
}

/** Of the whole file only this is of interest: whatever else is wrong with it, check tells. */
function ownerOf(text: string): string {
  const { contents } = parseDocument(text);
  const owner = isMap(contents) && contents.getIn(["config", "groundwork:stack", "owner"]);
  return typeof owner === "string" ? owner : somebody;
}
