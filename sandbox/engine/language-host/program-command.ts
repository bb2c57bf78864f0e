import { type RunRequest } from "@pulumi/pulumi/proto/language_pb";
import { type Command } from "./children";
import { configVariable } from "./config";
import { locateModule } from "./locate";
import { parseOptions, typescriptVariables } from "./options";
import { programInfo } from "./program-info";
import { shellWords } from "./shell-words";

export interface HostFacts {
  /** Address of the engine's own service; empty before anyone told. */
  engineAddress: string;
  /** Zipkin endpoint of `--tracing`; empty when off. */
  tracing: string;
  env: NodeJS.ProcessEnv;
}

/**
 * The process that runs a program: `node [nodeargs] cmd/run --monitor … <entry point> [args]`. `nodeargs` are Node's
 * own, so a `--require` there is loaded before the SDK. The working folder is set by `--pwd`, not here, because
 * relative paths in `nodeargs` start at the project.
 */
export function programCommand(request: RunRequest, host: HostFacts): Command {
  const info = programInfo(request.getInfo());
  const options = parseOptions(info.options);
  return {
    args: [
      ...shellWords(options.nodeargs),
      runner(info.programDirectory, host.env),
      ...flags(request, host),
      info.entryPoint,
      ...request.getArgsList(),
    ],
    env: {
      ...host.env,
      PULUMI_CONFIG: configVariable(request.getConfigMap().entries() as Iterable<[string, string]>),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      ...typescriptVariables(options),
    },
  };
}

function runner(programDirectory: string, env: NodeJS.ProcessEnv): string {
  return locateModule({
    module: env.PULUMI_LANGUAGE_NODEJS_RUN_PATH || "@pulumi/pulumi/cmd/run",
    from: programDirectory,
    install: "pulumi install",
  });
}

function flags(request: RunRequest, host: HostFacts): string[] {
  const info = programInfo(request.getInfo());
  return [
    ...flag("monitor", request.getMonitorAddress()),
    ...flag("engine", host.engineAddress),
    ...flag("organization", request.getOrganization()),
    ...flag("project", request.getProject()),
    ...flag("root-directory", info.rootDirectory),
    ...flag("stack", request.getStack()),
    ...flag("pwd", info.programDirectory),
    ...(request.getDryrun() ? ["--dry-run"] : []),
    ...flag("parallel", String(request.getParallel())),
    ...flag("tracing", host.tracing),
  ];
}

function flag(name: string, value: string): string[] {
  return value ? [`--${name}`, value] : [];
}
