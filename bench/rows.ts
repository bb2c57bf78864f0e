import path from "node:path";
import type { Command, Row } from "./row";
import { productStacks, stack, type Workplace } from "./workplace";

/** What is timed, cheapest first. */
export function benchRows(place: Workplace): Row[] {
  return [...ownRows(place), ...floorRows(place), ...productRows(place), ...sizeRows(place)];
}

function ownRows({ repository, env }: Workplace): Row[] {
  const cli = path.join(repository, "dist", "cli.cjs");
  const node = (...args: string[]) => ({ file: process.execPath, args, cwd: repository, env });
  return [
    { id: "cli", title: "our command line's own start", command: node(cli, "--version") },
    {
      id: "check",
      title: "check of all stacks: the program offline and every rule, in one process",
      command: node(cli, "check"),
    },
  ];
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
  ];
}

function productRows(place: Workplace): Row[] {
  const rules = path.join(place.repository, "policies", "packs", "all");
  const product = (name: string) => {
    const config = ["--config-file", place.at(`Pulumi.${name}.yaml`)];
    return ["--stack", name, ...config];
  };
  const judged = (name: string) => [
    ...product(name),
    ...["--policy-pack", rules, "--policy-pack-config", place.at(`policy-${name}.json`)],
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
  ];
}

function pack(place: Workplace): string[] {
  return ["--policy-pack", place.at("empty-pack")];
}

function preview({ engine, env }: Workplace, cwd: string, args: string[]): Command {
  return { file: engine, args: ["preview", "--non-interactive", ...args], cwd, env };
}
