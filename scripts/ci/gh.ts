import { spawnSync } from "node:child_process";
import { z } from "zod";

/** GitHub's own command line, which reads the job's token from its environment: no program of ours holds it. */
export interface Gh {
  /** Asks the API; `{owner}/{repo}` stands for the repository. Answers what came back, every page of it. */
  api(method: "GET" | "POST" | "PATCH" | "PUT", path: string, body?: object): unknown;
}

export function gh(command = "gh"): Gh {
  return {
    api(method, path, body) {
      const pages = method === "GET" ? ["--paginate", "--slurp"] : [];
      const input = body === undefined ? [] : ["--input", "-"];
      const { status, stdout, stderr, error } = spawnSync(
        command,
        ["api", "--method", method, path, ...pages, ...input],
        { encoding: "utf8", input: body && JSON.stringify(body), maxBuffer: 64 * 1024 * 1024 },
      );
      if (error) throw new Error(`gh cannot be started: ${error.message}`);
      if (status !== 0) throw new Error(`gh api ${method} ${path}: ${stderr.trim()}`);
      const answer: unknown = stdout.trim() === "" ? undefined : JSON.parse(stdout);
      return method === "GET" ? z.array(z.array(z.unknown())).parse(answer).flat() : answer;
    },
  };
}

/** A comment or an issue, as GitHub tells of it. */
const post = z.object({
  body: z.string().nullable(),
  user: z.object({ type: z.string() }).nullable(),
});

/** Whether a job wrote it, and about this: a person who quotes our marker keeps what they wrote. */
export function isOurs(one: unknown, marker: string): boolean {
  const { success, data } = post.safeParse(one);
  return success && data.user?.type === "Bot" && (data.body?.startsWith(marker) ?? false);
}
