/**
 * `npm run bench [-- [--runs N] [row…]]`: times whole processes, row by row in turn, and prints medians, memory, ratios,
 * the command of each row and how that compares with what we aim for. It informs: only a bench that cannot run fails.
 */
import { spawnSync } from "node:child_process";
import { cpus } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureAll, timeCommand } from "./measure";
import { benchReport } from "./report";
import { rowIds, type Row } from "./row";
import { benchRows } from "./rows";
import { openWorkplace, ownVersion, type Workplace } from "./workplace";

const defaultRuns = 5;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { runs: { type: "string", default: String(defaultRuns) } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${values.runs}: not a count`);
  const unknown = positionals.filter((word) => !rowIds.some((id) => id === word));
  if (unknown.length > 0) {
    throw new Error(`no row ${unknown.join(", ")}; there are ${rowIds.join(", ")}`);
  }
  say("preparing projects, stacks and a sandbox …");
  const place = await openWorkplace(path.resolve("."));
  try {
    const all = benchRows(place);
    const rows = all.filter(({ id }) => positionals.length === 0 || positionals.includes(id));
    const samples = await measureAll(rows, { runs, run: timeCommand, onRun: progress });
    const prodResources = countProd(place);
    const report = { rows, samples, prodResources, about: about(place) };
    process.stdout.write(benchReport(report));
  } finally {
    await place.remove();
  }
}

function progress({ id }: Row, round: number): void {
  say(round === 0 ? `${id}: filling caches …` : `${id}: run ${round} …`);
}

/** What prod declares, without the stack itself, as the offline run tells it; undefined when it cannot be run. */
function countProd({ repository, env }: Workplace): number | undefined {
  const cli = path.join(repository, "dist", "cli.cjs");
  const args = [cli, "check", "prod", "--format", "json"];
  const options = { cwd: repository, env: { ...env }, encoding: "utf8" } as const;
  const { status, stdout } = spawnSync(process.execPath, args, options);
  if (status === null || status > 1) return undefined;
  const { stacks } = JSON.parse(stdout) as { stacks: { resources: number }[] };
  return stacks[0] && stacks[0].resources > 0 ? stacks[0].resources - 1 : undefined;
}

function about({ repository, engineVersion, env }: Workplace): string[] {
  const [first, ...more] = cpus();
  const processors = `${more.length + 1} × ${first?.model.trim() ?? "unknown processor"}`;
  const own = `groundwork ${ownVersion(repository)}`;
  const settings = Object.entries(env).filter(([name]) => /^(PULUMI|GROUNDWORK)_/.test(name));
  return [
    `${own}, engine ${engineVersion}, Node ${process.versions.node}, ${processors}`,
    `with ${settings.map(([name, value]) => `${name}=${value ?? ""}`).join(" ")}`,
  ];
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
