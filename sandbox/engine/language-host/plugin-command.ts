import { type RunPluginRequest } from "@pulumi/pulumi/proto/language_pb";
import { type Command } from "./children";
import { locateModule } from "./locate";
import { parseOptions, typescriptVariables } from "./options";
import { programInfo } from "./program-info";
import { shellWords } from "./shell-words";

/**
 * The process of a policy pack or a source plugin. As in the official host, `nodeargs` stand after the script, where
 * Node does not read them; the environment is the one that the engine sent, not our own.
 */
export function pluginCommand(request: RunPluginRequest, env: NodeJS.ProcessEnv): Command {
  const { programDirectory, options } = programInfo(request.getInfo());
  const parsed = parseOptions(options);
  const isPack = request.getKind() === "analyzer";
  const script = locateModule({
    module: isPack ? "@pulumi/pulumi/cmd/run-policy-pack" : pluginRunner(env),
    from: programDirectory,
    install: `npm install in ${programDirectory}`,
  });
  const args = request.getArgsList();
  return {
    // A pack's folder is its last argument, a plugin's its first.
    args: [
      script,
      ...shellWords(parsed.nodeargs),
      ...(isPack ? [...args, programDirectory] : [programDirectory, ...args]),
    ],
    env: { ...variables(request.getEnvList()), ...typescriptVariables(parsed) },
    // A pack compiles with its own tsconfig.json, a plugin with that of the project that uses it.
    cwd: isPack ? programDirectory : request.getPwd(),
  };
}

function pluginRunner(env: NodeJS.ProcessEnv): string {
  return env.PULUMI_LANGUAGE_NODEJS_RUN_PATH || "@pulumi/pulumi/cmd/run-plugin";
}

function variables(list: string[]): NodeJS.ProcessEnv {
  return Object.fromEntries(
    list.map((entry) => {
      const end = entry.indexOf("=");
      return [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}
