import { Server, ServerCredentials } from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import { version } from "@pulumi/pulumi/version";
import { parseArguments } from "./arguments";
import { Children } from "./children";
import { watchEngine } from "./engine-watch";
import { type Host, languageRuntime } from "./service";

/** Time that programs and plugins have to end by themselves when the engine ended us, or itself. */
const GRACE_MS = 2000;

function main(): void {
  const { engineAddress, tracing, wantsVersion } = parseArguments(process.argv.slice(2));
  if (wantsVersion) {
    process.stdout.write(`${version}\n`);
    return;
  }
  const [programs, plugins] = [new Children(), new Children()];
  const host: Host = { engineAddress, tracing, env: process.env, programs, plugins };
  const leave = leaver([programs, plugins]);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, leave);
  process.on("exit", () => [programs, plugins].forEach((it) => it.killAll()));
  // Without a reader for our output there is no engine; EPIPE must not end us before the children are ended.
  process.stdout.on("error", leave);
  process.stderr.on("error", leave);
  watchEngine(() => host.engineAddress, leave);
  serve(host);
}

/** The engine reads the port from the first line of our output. */
function serve(host: Host): void {
  const server = new Server({
    "grpc.max_receive_message_length": MESSAGE_LIMIT,
    "grpc.max_send_message_length": MESSAGE_LIMIT,
  });
  server.addService(LanguageRuntimeService, languageRuntime(host));
  server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) => {
    if (error) throw error;
    process.stdout.write(`${port}\n`);
  });
}

/** The engine's own limit. */
const MESSAGE_LIMIT = 400 * 1024 * 1024;

function leaver(groups: Children[]): () => void {
  let leaving = false;
  return () => {
    if (leaving) return;
    leaving = true;
    for (const group of groups) group.stopAll(GRACE_MS);
    void Promise.all(groups.map((group) => group.ended())).then(() => process.exit(0));
  };
}

main();
