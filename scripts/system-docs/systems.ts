import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** In which ways the project deals with a system of somebody else. `file`: it renders one. */
export const ways = ["component", "file", "workflow", "command", "rules", "nothing"] as const;

const system = z.strictObject({
  system: z.string().min(1),
  usedFor: z.string().min(1),
  ways: z.array(z.enum(ways)).min(1),
  /** What is done, or why nothing is. */
  does: z.string().regex(/^[A-Z].*\.$/),
  /** Files and folders that do it, or come nearest to it. */
  where: z.array(z.string()).min(1),
});
export type System = z.infer<typeof system>;

/** Every system that the product meets, as docs/systems.json has them. Throws where the file is not of that form. */
export function readSystems(root: string): System[] {
  const text = readFileSync(path.join(root, "docs/systems.json"), "utf8");
  return z.array(system).parse(JSON.parse(text));
}
