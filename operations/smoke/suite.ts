import { parse } from "yaml";
import { z } from "zod";
import { type Problem, UserError } from "../../core/errors";
import type { Served, SuiteRequest } from "./served";

const request = z.strictObject({
  host: z.string().min(1),
  path: z.string().startsWith("/"),
  method: z.enum(["GET", "POST"]).default("GET"),
  body: z.record(z.string(), z.unknown()).optional(),
  authenticated: z.boolean().default(false),
  status: z.number().int().min(200).max(599).default(200),
});
const suite = z.record(z.string().min(1), request);

/**
 * A smoke suite out of a file, YAML or JSON: requests by what they prove, as `uptime.canary.smoke.requests` of a stack file
 * has them. Only hosts of the stack are asked: a suite carries the test credential.
 */
export function readSuite(text: string, file: string, served: Served): SuiteRequest[] {
  const read = suite.safeParse(parsed(text, file));
  if (!read.success) {
    throw new UserError(
      read.error.issues.map(({ path, message }) => problem(file, path.join("."), message)),
    );
  }
  const hosts = hostsOf(served);
  const strange = Object.entries(read.data).filter(([, { host }]) => !hosts.includes(host));
  if (strange.length > 0) {
    throw new UserError(
      strange.map(([name, { host }]) => ({
        ...problem(file, `${name}.host`, `${host} is no host of the stack`),
        allowed: `one of ${hosts.join(", ")}`,
      })),
    );
  }
  return Object.entries(read.data).map(([name, { body, ...rest }]) => ({
    ...{ name, ...rest },
    ...(body !== undefined && { body }),
  }));
}

function hostsOf({ domains, services, watched }: Served): string[] {
  return [...new Set([...domains, ...services, ...watched].map(({ host }) => host))].sort();
}

function parsed(text: string, file: string): unknown {
  try {
    return parse(text) as unknown;
  } catch (error) {
    const [line = "no YAML"] = String((error as Error).message).split("\n");
    throw new UserError([problem(file, "", line)]);
  }
}

function problem(file: string, path: string, found: string): Problem {
  return {
    where: { file, ...(path && { path }) },
    found,
    fix: "write requests as docs/guides/smoke.md shows them",
  };
}
