import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ErrorTracker } from "../../catalogue/error-tracking";
import { type Problem, UserError } from "../../core/errors";
import type { AlarmSpec } from "../../core/alarm";
import type { Tier } from "../../core/profile";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { holdsUnknown, type PropertyMap } from "../../core/value";
import { renderAllPreviews, renderServices } from "../../render";
import { errorMigrations } from "../../render/error-tables";
import { renderPrometheus } from "../../render/prometheus";
import { isRendered } from "../../render/header";
import type { RenderedFile, ServiceSpec } from "../../render/service";
import { type Context, type ExitCode, projectOf } from "../context";
import { declareStack } from "../declare";
import { programBundle } from "../program-bundle";
import { toJson } from "../view/json";

export interface RenderFlags {
  /** Folder to write to; left out, the files are printed. */
  out?: string;
  /** Whether to replace files that were not rendered by us. */
  force?: boolean;
}

/**
 * Runs the program offline and renders what other tools read: the file of each container service and of its
 * previews, the alarms as rules for
 * Prometheus, and the migrations that keep errors in the database. Deploys nothing.
 */
export async function render(
  context: Context,
  stack: string,
  flags: RenderFlags,
): Promise<ExitCode> {
  const files = (await declared(context, stack))
    .flatMap((it) => rendered(it, stack))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  if (flags.out === undefined) {
    context.terminal.out(context.format === "json" ? toJson({ stack, files }) : printed(files));
    return 0;
  }
  const folder = path.resolve(context.cwd, flags.out);
  if (!flags.force) refuseForeign(folder, files);
  const written = files.map((file) => write(folder, file));
  const names = written.map((file) => path.relative(context.cwd, file));
  context.terminal.out(
    context.format === "json" ? toJson({ stack, written: names }) : names.join("\n"),
  );
  context.terminal.note("rendered only: deploy with the vendor's own tool");
  return 0;
}

async function declared(context: Context, stack: string): Promise<DeclaredResource[]> {
  const project = projectOf(context);
  const program = await programBundle(context, project);
  const { resources } = await declareStack({ project, program }, stack);
  return resources.filter(({ type }) => Object.hasOwn(renderers, type));
}

/** The component's inputs are the whole spec, judged before they were registered. */
function rendered({ name, type, inputs }: DeclaredResource, stack: string): RenderedFile[] {
  if (holdsUnknown(inputs)) {
    const found = "a value that is not known before the update";
    const allowed = "plain values, since a file cannot wait";
    throw new UserError([{ where: { path: name }, found, allowed }]);
  }
  return renderers[type]?.(inputs, stack) ?? [];
}

/** What each component's inputs are rendered to. */
const renderers: Readonly<Record<string, (inputs: PropertyMap, stack: string) => RenderedFile[]>> =
  {
    [tokens.containerService]: (inputs, stack) => {
      const { tier, services } = inputs as unknown as {
        tier: Tier;
        services: Record<string, ServiceSpec>;
      };
      const target = { stack, tier };
      const own = renderServices(services, target).map(({ file, text }) => ({ file, text }));
      return [...own, ...renderAllPreviews(Object.entries(services), target)];
    },
    [tokens.errorTracking]: (inputs) =>
      errorMigrations(inputs as unknown as { kind: ErrorTracker }),
    [tokens.alerts]: (inputs, stack) => {
      const { product, tier, watch } = inputs as unknown as {
        product: string;
        tier: Tier;
        watch: { alarms: AlarmSpec[] };
      };
      return renderPrometheus(watch.alarms, { product, stack, tier });
    },
  };

function printed(files: readonly RenderedFile[]): string {
  if (files.length === 0) return "nothing is declared that is rendered";
  return files.map(({ file, text }) => `==> ${file}\n${text}`).join("\n");
}

/** All of them before the first is written, so that a refusal leaves the folder as it was. */
function refuseForeign(folder: string, files: readonly RenderedFile[]) {
  const problems = files.flatMap(({ file }): Problem[] => {
    const target = path.join(folder, file);
    if (!existsSync(target) || isRendered(readFileSync(target, "utf8"))) return [];
    return [
      {
        where: { file: target, line: 1 },
        found: "a file that groundwork did not render",
        allowed: "no file, or one whose first line says that it was rendered",
        fix: "move it away, name another folder with --out, or replace it with --force",
      },
    ];
  });
  if (problems.length > 0) throw new UserError(problems);
}

function write(folder: string, { file, text }: RenderedFile): string {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}
