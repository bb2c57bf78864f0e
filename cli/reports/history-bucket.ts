import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { UserError } from "../../core/errors";
import { filesIn } from "./history-folder";
import type { HistoryStore } from "./history-place";

/**
 * A history below a prefix of a bucket, through the `aws` command line, which knows the person's credentials: an object
 * for each run. S3 shows an object whole or not at all.
 */
export function bucketStore(place: string, env: NodeJS.ProcessEnv): HistoryStore {
  const prefix = place.replace(/\/+$/, "");
  const aws = (args: readonly string[], input = "") => run(prefix, env, args, input);
  return {
    place: prefix,
    async read(stack) {
      const folder = mkdtempSync(path.join(tmpdir(), "history-"));
      try {
        // Never by one call for each object: a long history has thousands.
        await aws(["s3", "sync", `${prefix}/${stack}/`, folder, "--only-show-errors"]);
        return filesIn(folder);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    async write(stack, { name, text }) {
      await aws(["s3", "cp", "-", `${prefix}/${stack}/${name}`, "--only-show-errors"], text);
    },
  };
}

function run(
  place: string,
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  input: string,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("aws", [...args], { env, stdio: ["pipe", "ignore", "pipe"] });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? noClient(place) : error),
    );
    child.once("close", (code) => (code === 0 ? resolve() : reject(refused(place, said))));
    // A client that ends before it has read everything says why on its own.
    child.stdin.on("error", () => undefined).end(input);
  });
}

function noClient(place: string): UserError {
  const found = "a history in a bucket needs the aws command line, and there is none";
  const fix = "install the AWS CLI, or keep the history in a folder and copy it by other means";
  return new UserError([{ where: { path: place }, found, fix }], 2);
}

function refused(place: string, said: string): UserError {
  const found = `the aws command line says: ${said.trim() || "nothing"}`;
  const fix = "see that the credentials may list, read and write objects below this prefix";
  return new UserError([{ where: { path: place }, found, fix }], 2);
}
