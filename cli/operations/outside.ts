import { type Context, projectOf } from "../context";
import { declareStack, type DeclaredStack } from "../declare";
import type { Project } from "../project";
import { programBundle } from "../program-bundle";
import { type Clouds, openClouds } from "./clouds";

/** What an operation after a release needs of the world. */
export interface Outside {
  /** What a stack declares, by the program run offline. */
  declare: (context: Context, stack: string) => Promise<DeclaredStack & { project: Project }>;
  open: (context: Context, sandbox: boolean) => Promise<Clouds>;
}

export const outside: Outside = {
  async declare(context, stack) {
    const project = projectOf(context);
    const program = await programBundle(context, project);
    return { project, ...(await declareStack({ project, program }, stack)) };
  },
  open: openClouds,
};
