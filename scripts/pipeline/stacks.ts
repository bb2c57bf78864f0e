import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { parseJson } from "../../core/json";

const file = z.object({
  config: z
    .object({
      "groundwork:shared": z.object({ owner: z.string() }).optional(),
      "groundwork:repository": z
        .object({
          environment: z
            .object({
              reviewers: z
                .object({
                  teams: z.array(z.string()).default([]),
                  users: z.array(z.string()).default([]),
                })
                .optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .default({}),
});

type StackFile = z.infer<typeof file>["config"];

function read(root: string, stack: string): StackFile {
  const at = path.join(root, `Pulumi.${stack}.yaml`);
  return existsSync(at) ? file.parse(parse(readFileSync(at, "utf8"))).config : {};
}

/** Who may approve a deployment to the stack's environment; empty where nobody has to. */
export function reviewersOf(root: string, stack: string): string[] {
  const reviewers = read(root, stack)["groundwork:repository"]?.environment?.reviewers;
  return reviewers ? [...reviewers.teams, ...reviewers.users] : [];
}

/** The stack that declares what exists once, where a file names none. */
const usualOwner = "prod";

/**
 * The stack that declares what exists once, if another of these needs it and it was never made on this sandbox: a
 * pipeline runs in a repository, so whoever sets one up makes the stack that declares the repository first, by hand.
 */
export function missingOwner(root: string, stacks: readonly string[]): string | undefined {
  const dependants = stacks.filter((stack) => {
    const { "groundwork:repository": repository, "groundwork:shared": shared } = read(root, stack);
    return repository !== undefined && (shared?.owner ?? usualOwner) !== stack;
  });
  const owners = dependants.map((stack) => read(root, stack)["groundwork:shared"]?.owner);
  const [owner = dependants.length > 0 ? usualOwner : undefined] = owners.filter(Boolean);
  return owner !== undefined && !isMade(root, owner) ? owner : undefined;
}

const state = z.object({
  checkpoint: z.object({
    latest: z.object({ resources: z.array(z.unknown()).default([]) }).nullish(),
  }),
});

/** Whether the sandbox's state of the stack holds anything beside the stack itself. */
function isMade(root: string, stack: string): boolean {
  const folder = path.join(root, ".groundwork", "state", ".pulumi", "stacks");
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((project) => {
    const at = path.join(folder, project, `${stack}.json`);
    const held = state.safeParse(existsSync(at) ? parseJson(readFileSync(at, "utf8")) : {});
    return held.success && (held.data.checkpoint.latest?.resources.length ?? 0) > 1;
  });
}
