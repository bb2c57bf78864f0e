import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

/** A part that needs itself, through others or at once: then nothing could ever start. */
export function dependencyConflicts({ dependencies = {} }: FileSettings): SettingsProblem[] {
  const cycle = firstCycle(dependencies);
  if (!cycle) return [];
  const [part = "", needed = part] = cycle;
  return [
    {
      path: filePath(["dependencies", part, needed]),
      found: `${cycle.join(" needs ")}`,
      allowed: "parts that do not need each other in a circle",
      fix: "leave out the one that can start without the other",
    },
  ];
}

type Graph = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function firstCycle(graph: Graph): string[] | undefined {
  const done = new Set<string>();
  for (const part of Object.keys(graph)) {
    const cycle = cycleFrom(part, graph, { done, path: [] });
    if (cycle) return cycle;
  }
  return undefined;
}

/** Depth first; a part whose needs have all been followed is never followed again. */
function cycleFrom(
  part: string,
  graph: Graph,
  { done, path }: { done: Set<string>; path: string[] },
): string[] | undefined {
  if (path.includes(part)) return [...path.slice(path.indexOf(part)), part];
  if (done.has(part)) return undefined;
  const needs = Object.hasOwn(graph, part) ? Object.keys(graph[part] ?? {}) : [];
  for (const needed of needs) {
    const cycle = cycleFrom(needed, graph, { done, path: [...path, part] });
    if (cycle) return cycle;
  }
  done.add(part);
  return undefined;
}
