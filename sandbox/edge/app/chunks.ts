import { createHash } from "node:crypto";

/** Names of the scripts that a build leaves in `.next/static/chunks/`. */
const names = ["framework", "main", "webpack", "app/layout", "app/page"] as const;

export const chunkFolder = "/_next/static/chunks/";

/** A file that a build left. */
export interface Chunk {
  /** Below the chunk folder; holds a hash of the build. */
  name: string;
  text: string;
}

/** What the stand-in for the app's build leaves: another build gives other names. */
export function chunksOf(sha: string): Chunk[] {
  return names.map((name) => {
    const hash = createHash("sha256").update(`${sha} ${name}`).digest("hex").slice(0, 16);
    return { name: `${name}-${hash}.js`, text: `/* ${name} */\n` };
  });
}
