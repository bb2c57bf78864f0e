import { existsSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { UserError } from "../../core/errors";
import type { Project } from "../project";

/** Where a run acts: the cloud of this machine, or the backend and providers that the person set up. */
export interface Target {
  sandbox: boolean;
  /** First words of every command's output: `sandbox`, or the backend without credentials. */
  label: string;
  env: Record<string, string>;
  /** Where state is, as the engine takes it. */
  backendUrl: string;
  pulumiHome?: string;
  /** Lets go of the sandbox; it ends by itself when nobody holds it. */
  release(): Promise<void>;
}

/** The backend that the engine would take: environment, `Pulumi.yaml`, then the last `pulumi login`. */
export function openBackend(project: Project, env: NodeJS.ProcessEnv): Target {
  const url = env.PULUMI_BACKEND_URL ?? pinnedBackend(project) ?? loggedInBackend(env);
  if (!url) {
    throw new UserError(
      [
        {
          where: {},
          found: "no backend is set, so there is no state to work on",
          allowed: "--sandbox, or a backend that the engine accepts",
          fix: "add --sandbox to run on this machine, or set PULUMI_BACKEND_URL, or run pulumi login",
        },
      ],
      2,
    );
  }
  // Left over from somebody's sandbox, it would send a real stack's calls to local servers.
  delete env.PULUMI_DEBUG_PROVIDERS;
  delete env.GROUNDWORK_SUPABASE_ENDPOINT;
  return {
    sandbox: false,
    label: withoutCredentials(url),
    backendUrl: url,
    env: { PULUMI_SKIP_UPDATE_CHECK: "1" },
    release: () => Promise.resolve(),
  };
}

function pinnedBackend(project: Project): string | undefined {
  const text = readFileSync(path.join(project.root, "Pulumi.yaml"), "utf8");
  return (parse(text) as { backend?: { url?: string } }).backend?.url;
}

function loggedInBackend(env: NodeJS.ProcessEnv): string | undefined {
  const file = path.join(env.PULUMI_HOME ?? path.join(os.homedir(), ".pulumi"), "credentials.json");
  if (!existsSync(file)) return undefined;
  try {
    return (JSON.parse(readFileSync(file, "utf8")) as { current?: string }).current;
  } catch {
    throw new UserError(
      [{ where: { file }, found: "not valid JSON", fix: "run pulumi login again" }],
      2,
    );
  }
}

function withoutCredentials(url: string): string {
  return url.replace(/\/\/[^/@]*@/, "//");
}
