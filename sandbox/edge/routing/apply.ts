import { type Rule, type Transform } from "../estate/rules";
import { matched } from "./match";
import { type EdgeAnswer, type EdgeRequest, redirect } from "./request";

/** What the rules of a project do to a request before the app sees it, and to the answer after. */
export interface Routed {
  /** The answer, where a rule gives it. */
  answer: EdgeAnswer | undefined;
  /** What the app is asked: another path after a rewrite. */
  request: EdgeRequest;
  /** Puts the headers on an answer that the app gave. */
  finish: (answer: EdgeAnswer) => EdgeAnswer;
}

/** Runs the rules in their order. The first that redirects or sets a status ends it. */
export function routed(rules: readonly Rule[], request: EdgeRequest): Routed {
  const acting: Rule[] = [];
  let asked = request;
  const finish = (answer: EdgeAnswer) => withHeaders(answer, acting);
  for (const rule of rules) {
    const match = matched(rule, request);
    if (!match) continue;
    acting.push(rule);
    const { dest = rule.dest } = match;
    if (rule.status !== undefined && dest !== undefined) {
      return {
        answer: finish(redirect(rule.status, location(dest, request))),
        request: asked,
        finish,
      };
    }
    if (rule.status !== undefined) {
      const answer = { status: rule.status, headers: {}, body: "" };
      return { answer: finish(answer), request: asked, finish };
    }
    if (dest !== undefined) asked = { ...asked, path: dest.split("?")[0] ?? dest };
  }
  return { answer: undefined, request: asked, finish };
}

/** The query of the request goes along unless the destination has its own. */
function location(dest: string, { query }: EdgeRequest): string {
  return dest.includes("?") ? dest : `${dest}${query}`;
}

/** The app's own headers are overwritten by a rule's; of two rules the later one has the last word. */
function withHeaders(answer: EdgeAnswer, rules: readonly Rule[]): EdgeAnswer {
  const headers = { ...answer.headers };
  for (const { headers: set } of rules) Object.assign(headers, set);
  for (const { transforms } of rules)
    for (const transform of transforms) change(headers, transform);
  return { ...answer, headers };
}

function change(headers: Record<string, string>, { op, header, value }: Transform): void {
  if (op === "delete") delete headers[header];
  else if (op === "set") headers[header] = value;
  else headers[header] = [headers[header], value].filter(Boolean).join(", ");
}
