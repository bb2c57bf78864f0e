import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { type Sections, smallStackFile as fileOf } from "../../support/smallest-stack";
import type { ScratchProject } from "./scratch-project";

export type { Sections };
export const smallStack = "trial";
export const smallStackFile = `Pulumi.${smallStack}.yaml`;

/** Adds a stack `trial` to a project, a fifth of the size of prod: what engine tests pay for is the number of resources. */
export function addSmallStack({ root }: ScratchProject, more?: Sections): void {
  writeFileSync(path.join(root, smallStackFile), stringify(fileOf(more)));
}
