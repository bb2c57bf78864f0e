/** Why this Node cannot run the project, in four parts; undefined when it can. */
export function nodeProblem(version: string): string | undefined;
