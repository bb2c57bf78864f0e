import { spawn } from "node:child_process";
import { type ServerWritableStream, status } from "@grpc/grpc-js";
import {
  type InstallDependenciesRequest,
  InstallDependenciesResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { parseOptions } from "./options";
import { packageManagerFor } from "./package-manager";
import { programInfo } from "./program-info";

type InstallCall = ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>;

/** `pulumi install`: lets the project's package manager install what its package.json names. */
export function installDependencies(call: InstallCall): void {
  try {
    const { options, programDirectory } = programInfo(call.request.getInfo());
    const manager = packageManagerFor(parseOptions(options).packagemanager, programDirectory);
    say(call, "Installing dependencies...\n\n");
    run(call, manager, programDirectory);
  } catch (error) {
    fail(call, error instanceof Error ? error.message : String(error));
  }
}

function run(call: InstallCall, manager: string, cwd: string): void {
  const child = spawn(manager, ["install"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  child.stdout.on("data", (chunk: Buffer) => say(call, chunk));
  child.stderr.on("data", (chunk: Buffer) => call.write(response({ stderr: chunk })));
  call.on("cancelled", () => child.kill());
  child.once("error", (error) => fail(call, `could not run ${manager}: ${error.message}`));
  child.once("close", (code) => {
    if (code !== 0) return fail(call, `${manager} install ended with exit code ${code ?? -1}`);
    say(call, "Finished installing dependencies\n\n");
    call.end();
  });
}

function say(call: InstallCall, text: string | Uint8Array): void {
  call.write(response({ stdout: text }));
}

function response(parts: { stdout?: string | Uint8Array; stderr?: Uint8Array }) {
  const message = new InstallDependenciesResponse();
  if (parts.stdout) message.setStdout(Buffer.from(parts.stdout));
  if (parts.stderr) message.setStderr(parts.stderr);
  return message;
}

function fail(call: InstallCall, details: string): void {
  call.emit("error", { code: status.UNKNOWN, details });
}
