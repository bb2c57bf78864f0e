import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { leaseSandbox } from "../../sandbox/client";
import { UserError } from "../../core/errors";
import { sandboxFolders, workFolder } from "../folders";
import type { Project } from "../project";
import type { Target } from "./target";

export async function openSandbox(project: Project, daemon: string): Promise<Target> {
  const folders = sandboxFolders(project);
  for (const folder of Object.values(folders) as string[]) makeFolder(folder);
  const lease = await leaseSandbox({ home: folders.cloud, daemon });
  const backendUrl = `file://${folders.state}`;
  return {
    sandbox: true,
    label: "sandbox",
    backendUrl,
    pulumiHome: folders.home,
    env: {
      PULUMI_BACKEND_URL: backendUrl,
      // Both, so that neither variable of the person's own environment wins.
      PULUMI_CONFIG_PASSPHRASE: passphrase(project),
      PULUMI_CONFIG_PASSPHRASE_FILE: "",
      PULUMI_DEBUG_PROVIDERS: lease.debugProviders,
      // Wins in our own provider over every other endpoint, and keeps the real token out of its calls.
      GROUNDWORK_SUPABASE_ENDPOINT: lease.supabaseEndpoint,
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      // A provider found on PATH would act on a real cloud.
      PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
      PULUMI_SKIP_UPDATE_CHECK: "1",
    },
    release: () => lease.release(),
  };
}

function passphrase(project: Project): string {
  const file = path.join(project.root, workFolder, "passphrase");
  if (!existsSync(file)) createPrivately(file, randomBytes(24).toString("base64url"));
  return readFileSync(file, "utf8");
}

/** Two stacks may start at once: whoever comes second keeps the first one's file. */
function createPrivately(file: string, text: string) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, ".writable"), "");
  } catch (error) {
    throw new UserError(
      [
        {
          where: { file: folder },
          found: `cannot write here (${(error as NodeJS.ErrnoException).code ?? "unknown error"})`,
          fix: "make the folder writable, or run in a copy of the project that you own",
        },
      ],
      2,
    );
  }
}
