import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { credentials, type ServiceError } from "@grpc/grpc-js";
import { LanguageRuntimeClient } from "@pulumi/pulumi/proto/language_grpc_pb";
import { build } from "esbuild";

/** The host as it is installed, compiled for these tests. */
export async function compileHost(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "groundwork-host-")), "host.cjs");
  const entryPoints = ["sandbox/engine/language-host/main.ts"];
  await build({ entryPoints, outfile, bundle: true, platform: "node", logLevel: "error" });
  return outfile;
}

/** Something that listens as an engine does, and stops as one that was killed. */
export async function engineStub(): Promise<{ address: string; server: Server; die(): void }> {
  const server = createServer((socket) => socket.on("error", () => socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { address: `127.0.0.1:${port}`, server, die: () => void server.close() };
}

export interface RunningHost {
  process: ChildProcess;
  client: LanguageRuntimeClient;
  /** What the host wrote to standard output after its port. */
  stdout(): string;
  stderr(): string;
  /** Exit code once it is gone. */
  ended: Promise<number | null>;
}

export async function startHost(bundle: string, args: string[]): Promise<RunningHost> {
  const child = spawn(process.execPath, [bundle, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const port = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`the host ended: ${stderr}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes("\n")) resolve(stdout.slice(0, stdout.indexOf("\n")));
    });
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const client = new LanguageRuntimeClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const afterPort = () => stdout.slice(stdout.indexOf("\n") + 1);
  return { process: child, client, stdout: afterPort, stderr: () => stderr, ended };
}

/** One call as a promise. */
export function call<Response>(
  start: (done: (error: ServiceError | null, response: Response) => void) => void,
): Promise<Response> {
  return new Promise((resolve, reject) =>
    start((error, response) => (error ? reject(error) : resolve(response))),
  );
}

/** Whether a process is there and not only waiting to be reaped. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
