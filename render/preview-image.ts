import { previewHeader } from "./header";
import type { PreviewImageSpec, RenderTarget, RenderedFile } from "./service";

/** Folder of a service in which the files of its previews stand. */
export const previewFolder = "preview-container";

// Requirement: HOST-11
/**
 * The `Dockerfile` of previews. What users build runs in them, so that nothing does as root, and whatever comes from
 * elsewhere has a version: the same file gives the same image.
 */
export function renderPreviewImage(spec: PreviewImageSpec, target: RenderTarget): RenderedFile {
  const { user, workdir } = spec;
  const owned = `COPY --chown=${user}`;
  const groups = [
    [
      previewHeader(target),
      `# Beside it: package.json, package-lock.json, entrypoint.js, templates/`,
    ],
    [`FROM ${spec.base}`],
    packagesOf(spec),
    toolsOf(spec),
    [`WORKDIR ${workdir}`, `RUN chown ${user} .`],
    [`ENV NODE_ENV="production" PORT="${spec.port}"`, `USER ${user}`],
    [`${owned} package.json package-lock.json ./`, "RUN npm ci --omit=dev"],
    [`${owned} entrypoint.js ./`, `${owned} templates/ ./templates/`],
    [`EXPOSE ${spec.port}`, healthCheckOf(spec), command("CMD", ["node", "entrypoint.js"])],
  ];
  const text = groups.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return {
    file: `${target.service}/${previewFolder}/${previewDockerfile(target)}`,
    text: `${text.join("\n\n")}\n`,
  };
}

/** Its name in that folder: each tier has its own. */
export function previewDockerfile({ tier }: Pick<RenderTarget, "tier">): string {
  return tier === "prod" ? "Dockerfile" : `Dockerfile.${tier}`;
}

function packagesOf({ packages }: PreviewImageSpec): string[] {
  const pinned = sorted(packages).map(([name, version]) => `    ${name}=${version} \\`);
  if (pinned.length === 0) return [];
  return [
    "RUN apt-get update \\",
    "  && apt-get install --yes --no-install-recommends \\",
    ...pinned,
    "  && rm -rf /var/lib/apt/lists/*",
  ];
}

function toolsOf({ tools }: PreviewImageSpec): string[] {
  const pinned = sorted(tools).map(([name, version]) => `${name}@${version}`);
  if (pinned.length === 0) return [];
  const lines = [
    "RUN npm install --global --no-audit --no-fund",
    ...pinned.map((it) => `    ${it}`),
  ];
  return [lines.join(" \\\n")];
}

/** By Node, which the image has for certain; whoever leaves out curl keeps the check. */
function healthCheckOf({ port, healthCheck }: PreviewImageSpec): string {
  const { path, interval, timeout, retries } = healthCheck;
  const ask = `fetch('http://127.0.0.1:${port}${path}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`;
  const times = `--interval=${interval}s --timeout=${timeout}s --retries=${retries}`;
  return `HEALTHCHECK ${times} ${command("CMD", ["node", "--eval", ask])}`;
}

/** In the form that no shell reads. */
function command(instruction: string, words: readonly string[]): string {
  return `${instruction} [${words.map((word) => JSON.stringify(word)).join(", ")}]`;
}

function sorted(versions: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1));
}
