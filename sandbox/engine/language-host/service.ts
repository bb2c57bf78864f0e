import {
  type sendUnaryData,
  type ServerUnaryCall,
  type ServerWritableStream,
  status,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import {
  type AboutRequest,
  type GetProgramDependenciesRequest,
  type GetRequiredPackagesRequest,
  type InstallDependenciesRequest,
  type InstallDependenciesResponse,
  type LanguageHandshakeRequest,
  LanguageHandshakeResponse,
  type RunPluginRequest,
  type RunPluginResponse,
  type RunRequest,
  type RuntimeOptionsRequest,
  TemplateResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { version } from "@pulumi/pulumi/version";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { about } from "./about";
import { type Children } from "./children";
import { programDependencies } from "./dependencies";
import { installDependencies } from "./install";
import { runtimeOptionsPrompts } from "./prompts";
import { requiredPackages } from "./required-packages";
import { runProgram } from "./run";
import { runPlugin } from "./run-plugin";

export interface Host {
  /** Set by the engine's argument or by `Handshake`. */
  engineAddress: string;
  readonly tracing: string;
  readonly env: NodeJS.ProcessEnv;
  readonly programs: Children;
  /** Policy packs and source plugins: the engine tells them itself when an update is cancelled. */
  readonly plugins: Children;
}

/** Time that a program has to end by itself after `Cancel`. The official host gives the same. */
const CANCEL_GRACE_MS = 5000;

/**
 * `pulumirpc.LanguageRuntime`, without what only code generation needs (GenerateProgram, GenerateProject,
 * GeneratePackage, Pack, Link): those answer UNIMPLEMENTED, as does GetRequiredPlugins in the official host.
 */
export function languageRuntime(host: Host): UntypedServiceImplementation {
  return {
    handshake: unary((request: LanguageHandshakeRequest) => {
      host.engineAddress = request.getEngineAddress();
      return new LanguageHandshakeResponse();
    }),
    getPluginInfo: unary(pluginInfo),
    getRequiredPackages: unary((request: GetRequiredPackagesRequest) => requiredPackages(request)),
    about: unary((request: AboutRequest) => about(request)),
    getProgramDependencies: unary((request: GetProgramDependenciesRequest) =>
      programDependencies(request),
    ),
    runtimeOptionsPrompts: unary((request: RuntimeOptionsRequest) =>
      runtimeOptionsPrompts(request),
    ),
    template: unary(() => new TemplateResponse()),
    installDependencies: (
      call: ServerWritableStream<InstallDependenciesRequest, InstallDependenciesResponse>,
    ) => installDependencies(call),
    run: unary((request: RunRequest) => runProgram(request, host)),
    runPlugin: (call: ServerWritableStream<RunPluginRequest, RunPluginResponse>) =>
      runPlugin(call, host.plugins),
    cancel: unary(() => {
      host.programs.stopAll(CANCEL_GRACE_MS);
      return new Empty();
    }),
  };
}

function pluginInfo(): PluginInfo {
  const info = new PluginInfo();
  info.setVersion(version);
  return info;
}

function unary<Request, Response>(handle: (request: Request) => Response | Promise<Response>) {
  return (call: ServerUnaryCall<Request, Response>, reply: sendUnaryData<Response>) => {
    Promise.resolve(call.request)
      .then(handle)
      .then(
        (response) => reply(null, response),
        (error: Error) => reply({ code: status.UNKNOWN, details: error.message }),
      );
  };
}
