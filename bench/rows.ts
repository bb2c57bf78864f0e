import path from "node:path";
import { findChromium } from "./chromium.mts";
import type { Command, Row } from "./row";
import { productStacks, stack, type Workplace } from "./workplace";

const stackNames = ["dev", "staging", "prod"];
/** What the engine ends with where a rule refuses. */
const refused = 1;

/** What is timed, cheapest first. */
export function benchRows(place: Workplace): Row[] {
  return [...ownRows(place), ...floorRows(place), ...productRows(place), ...sizeRows(place)];
}

function ownRows(place: Workplace): Row[] {
  const { repository } = place;
  const cli = path.join(repository, "dist", "cli.cjs");
  const program = path.join(repository, "dist", "program.cjs");
  const files = stackNames.map((name) => path.join(repository, `Pulumi.${name}.yaml`));
  return [
    { id: "cli", title: "our command line's own start", command: node(place, [cli, "--version"]) },
    {
      id: "program",
      title: "the program of all stacks offline, in one process, with no rules",
      command: node(place, [place.at("stacks.cjs"), program, "no-rules", ...files]),
    },
    {
      id: "check",
      title: "check of all stacks: the program offline and every rule, in one process",
      command: node(place, [cli, "check", ...stackNames]),
      comparedWith: "program",
    },
  ];
}

/** A process of Node's that tells how much memory it held. */
function node({ repository, env, at }: Workplace, args: readonly string[]): Command {
  const hooked = ["--require", at("peak.cjs"), ...args];
  return { file: process.execPath, args: hooked, cwd: repository, env, peakFile: at("peak") };
}

function floorRows(place: Workplace): Row[] {
  const cwd = place.at("empty");
  return [
    {
      id: "empty",
      title: "preview of an empty program, no pack: the floor",
      command: preview(place, cwd, ["--stack", stack]),
    },
    {
      id: "empty-pack",
      title: "preview of an empty program with one empty pack: the floor with a pack",
      command: preview(place, cwd, ["--stack", stack, ...pack(place)]),
      comparedWith: "empty",
    },
    {
      id: "empty-rules",
      title:
        "preview of an empty program held to every rule, which refuse it: our pack's own start",
      command: {
        ...preview(place, cwd, ["--stack", stack, "--policy-pack", rulesOf(place)]),
        exitCode: refused,
      },
      comparedWith: "empty-pack",
    },
  ];
}

function productRows(place: Workplace): Row[] {
  const product = (name: string) => {
    const config = ["--config-file", place.at(`Pulumi.${name}.yaml`)];
    return ["--stack", name, ...config];
  };
  const judged = (name: string) => [
    ...product(name),
    ...["--policy-pack", rulesOf(place), "--policy-pack-config", place.at(`policy-${name}.json`)],
  ];
  return [
    ...productStacks.map((name): Row => ({
      id: name,
      title: `preview of ${name} with its rules`,
      command: preview(place, place.repository, judged(name)),
      comparedWith: name === "prod" ? "prod-pack" : "empty-pack",
    })),
    {
      id: "prod-pack",
      title: "preview of prod with one empty pack",
      command: preview(place, place.repository, [...product("prod"), ...pack(place)]),
      comparedWith: "empty-pack",
    },
  ];
}

function sizeRows(place: Workplace): Row[] {
  const row = (id: Row["id"], title: string, more: Partial<Row> = {}): Row => ({
    id,
    title,
    command: preview(place, place.at(id), ["--stack", stack]),
    ...more,
  });
  const kind = "environment variables of Vercel on the sandbox";
  const long = { mostRuns: 3 };
  return [
    row("100", `preview of 100 ${kind}, with the preload`),
    row("100-plain", `preview of 100 ${kind}, the SDK as shipped`, { comparedWith: "100" }),
    row("1000", `preview of 1,000 ${kind}, with the preload`, long),
    row("1000-plain", `preview of 1,000 ${kind}, the SDK as shipped`, {
      ...long,
      comparedWith: "1000",
    }),
    ...offlineRows(place),
    ...reportRows(place),
  ];
}

function offlineRows(place: Workplace): Row[] {
  const run = (rules: string) => {
    const args = ["stacks.cjs", "thousand.cjs", rules, "large/Pulumi.prod.yaml"];
    return node(
      place,
      args.map((arg) => (arg.includes(".") ? place.at(arg) : arg)),
    );
  };
  return [
    {
      id: "1000-declared",
      title: "prod grown to about 1,000 resources, offline, with no rules",
      command: run("no-rules"),
    },
    {
      id: "1000-judged",
      title: "prod grown to about 1,000 resources, offline, and every rule",
      command: run("rules"),
      comparedWith: "1000-declared",
    },
    {
      id: "5000-made",
      title: "5,000 resources of ten kinds, made and not estimated",
      command: node(place, [place.at("bill.cjs"), "made"]),
    },
    {
      id: "5000-estimated",
      title: "5,000 resources of ten kinds, and what they cost",
      command: node(place, [place.at("bill.cjs"), "estimated"]),
      comparedWith: "5000-made",
    },
  ];
}

/** Times what comes after the run alone. */
function reportRows(place: Workplace): Row[] {
  const { repository, at } = place;
  const run = (program: string, file: string, what: "built" | "painted"): Command => ({
    ...node(place, [at("reported.cjs"), program, file, what, at("time")]),
    timeFile: at("time"),
  });
  const program = path.join(repository, "dist", "program.cjs");
  const large = [at("thousand.cjs"), at("large", "Pulumi.prod.yaml")] as const;
  return [
    {
      id: "prod-reported",
      title: "report of prod in every format, after its run",
      command: run(program, path.join(repository, "Pulumi.prod.yaml"), "built"),
    },
    {
      id: "1000-reported",
      title: "report of prod grown to about 1,000 resources, in every format, after its run",
      command: run(...large, "built"),
    },
    ...(findChromium()
      ? [
          {
            id: "1000-painted" as const,
            title: "first paint of the page of about 1,000 resources, in the system's Chromium",
            command: run(...large, "painted"),
          },
        ]
      : []),
  ];
}

function rulesOf({ repository }: Workplace): string {
  return path.join(repository, "policies", "packs", "all");
}

function pack(place: Workplace): string[] {
  return ["--policy-pack", place.at("empty-pack")];
}

function preview({ engine, env }: Workplace, cwd: string, args: string[]): Command {
  return { file: engine, args: ["preview", "--non-interactive", ...args], cwd, env };
}
