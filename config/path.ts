/** One step of a path into a stack file: a key, or an index of a list that counts from 0. */
export type PathStep = string | number;

/**
 * Writes a path the way `pulumi config --path` reads it: `groundwork:hosting.domains["app.example.com"].redirect`,
 * `groundwork:policy.waivers[0].rule`.
 */
export function formatPath(steps: readonly PathStep[]): string {
  return steps
    .map((step, i) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[^.[\]"\s]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return i === 0 ? step : `.${step}`;
    })
    .join("");
}

const stepPattern = /\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|\.?([^.[\]]+)/y;

/** Reads such a path. Text that is no path is taken as one key. */
export function parsePath(path: string): PathStep[] {
  const steps: PathStep[] = [];
  stepPattern.lastIndex = 0;
  while (stepPattern.lastIndex < path.length) {
    const match = stepPattern.exec(path);
    if (!match) return [path];
    const [, index, quoted, key] = match;
    if (index !== undefined) steps.push(Number(index));
    else if (quoted !== undefined) steps.push(JSON.parse(quoted) as string);
    else if (key !== undefined) steps.push(key);
  }
  return steps;
}
