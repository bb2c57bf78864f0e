import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { type Gh, isOurs } from "./gh";

/** Invisible; by it the next run finds the comment. */
export const commentMarker = "<!-- groundwork: preview -->";

/** GitHub takes 65,536 characters; what is longer is left to the run's own summary. */
const longest = 60_000;

/** The comment, out of the previews' folders: each `preview-<kind>-<stack>` with a `summary.md`. */
export function commentText(folder: string, runUrl: string): string {
  const names = existsSync(folder) ? readdirSync(folder).sort(byKind) : [];
  const previews = names.flatMap((name) => {
    const [, kind, stack] = /^preview-(live|sandbox)-(.+)$/.exec(name) ?? [];
    const file = path.join(folder, name, "summary.md");
    if (kind === undefined || stack === undefined) return [];
    const text = existsSync(file) ? readFileSync(file, "utf8").trim() : "❌ left no report";
    return [{ title: `${stack}, ${kinds[kind as keyof typeof kinds]}`, text }];
  });
  const none = previews.length === 0 ? ["❌ No preview left a report."] : [];
  const end = `[All of it](${runUrl})`;
  let room = longest - bytes([commentMarker, ...none, end].join("\n\n"));
  const shown = previews.map(({ title, text }) => {
    const whole = `## ${title}\n\n${text}`;
    const short = `## ${title}\n\nToo long for a comment: see the run.`;
    const taken = bytes(whole) + 2 <= room ? whole : short;
    room -= bytes(taken) + 2;
    return taken;
  });
  return [commentMarker, ...none, ...shown, end].join("\n\n");
}

const kinds = {
  live: "against the real stack",
  sandbox: "from nothing, on the runner's sandbox",
} as const;

/** What is real first. */
function byKind(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const comment = z.object({ id: z.number() });

/** Writes the one comment of the pull request, or puts the text into the one that is there. */
export function writeComment(gh: Gh, pullRequest: string, body: string): "wrote" | "updated" {
  const at = `repos/{owner}/{repo}/issues/${z.string().regex(/^\d+$/).parse(pullRequest)}/comments`;
  const all = z.array(z.unknown()).parse(gh.api("GET", `${at}?per_page=100`));
  const ours = all.find((one) => isOurs(one, commentMarker));
  if (ours === undefined) {
    gh.api("POST", at, { body });
    return "wrote";
  }
  const { id } = comment.parse(ours);
  gh.api("PATCH", `repos/{owner}/{repo}/issues/comments/${id}`, { body });
  return "updated";
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}
