import type { Condition, Statement } from "./documents";

/** Keys that say on whose behalf a call comes, or from where: with one of them `*` is not everybody. */
const callerKeys: ReadonlySet<string> = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "kms:calleraccount",
  "kms:encryptioncontext:aws:logs:arn",
  "sns:endpoint",
]);

/** Operators under which a missing key, or another value, lets a call through. */
const letsThrough = /IfExists$|^Null$|Not|^ForAllValues:/;

/** True where a statement is bound to a caller that is named. */
export function isBoundToCaller({ conditions }: Pick<Statement, "conditions">): boolean {
  return conditions.some(
    ({ operator, key, values }) =>
      callerKeys.has(key) && !letsThrough.test(operator) && values.every((value) => value !== "*"),
  );
}

/** True where a statement reaches only what carries a tag, or an alias, of one's own. */
export function isBoundToOwn({ conditions }: Pick<Statement, "conditions">): boolean {
  return conditions.some(isOwn);
}

function isOwn({ operator, key, values }: Condition): boolean {
  const names = key.includes(":resourcetag/") || key === "kms:resourcealiases";
  return names && !letsThrough.test(operator) && values.every((value) => value !== "*");
}

/** `*`, and an ARN that names no thing. What stands below a named one is narrow: the streams of a log group. */
export function isEverything(resource: string): boolean {
  return /^\*+$/.test(resource) || /^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/.test(resource);
}

/** An action that is a service, or more: `*`, `s3:*`, `*:Get`. */
export function isWholeService(action: string): boolean {
  return /^\*+$|\*.*:|:\*+$/.test(action);
}

/** Whether a pattern of IAM, with `*` and `?`, fits a text. Actions know no case. */
export function fits(pattern: string, text: string): boolean {
  const escaped = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll("*", ".*").replaceAll("?", ".")}$`, "i").test(text);
}
