import { status, type ServerWritableStream } from "@grpc/grpc-js";
import { type RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";
import { type Child, type Children } from "./children";
import { pluginCommand } from "./plugin-command";
import { noDebugger } from "./run";

type PluginCall = ServerWritableStream<RunPluginRequest, RunPluginResponse>;

/** Time that a pack or plugin has to end by itself once the engine let go of it. */
const GRACE_MS = 2000;

/** Runs a policy pack or source plugin until it ends or the engine cancels the call; what it writes goes to the engine. */
export function runPlugin(call: PluginCall, children: Children): void {
  try {
    if (call.request.getAttachDebugger()) throw new Error(noDebugger);
    const child = children.start(pluginCommand(call.request, process.env));
    call.on("cancelled", () => child.stop(GRACE_MS));
    forward(child, call);
    settle(child, call);
  } catch (error) {
    fail(call, error instanceof Error ? error.message : String(error));
  }
}

function forward(child: Child, call: PluginCall): void {
  child.stdout.on("data", (chunk: Buffer) => call.write(message((it) => it.setStdout(chunk))));
  child.stderr.on("data", (chunk: Buffer) => call.write(message((it) => it.setStderr(chunk))));
}

function settle(child: Child, call: PluginCall): void {
  child.done.then(
    ({ code }) =>
      code === 0 ? call.end() : fail(call, `Program exited with non-zero exit code: ${code}`),
    (error: Error) =>
      fail(
        call,
        `Problem executing plugin program (could not run language executor): ${error.message}`,
      ),
  );
}

function message(fill: (response: RunPluginResponse) => void): RunPluginResponse {
  const response = new RunPluginResponse();
  fill(response);
  return response;
}

function fail(call: PluginCall, details: string): void {
  call.emit("error", { code: status.UNKNOWN, details });
}
