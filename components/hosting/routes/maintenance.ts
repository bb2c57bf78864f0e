import type { Problem } from "../../../core/errors";
import type { MaintenanceArgs } from "./args";

/** The variable in which Vercel's SDK for Edge Config looks for its connection string. */
export const edgeConfigVariable = "EDGE_CONFIG";

/** The Edge Config store of a project, ready to be declared. */
export interface EdgeConfigSpec {
  name: string;
  items: Record<string, Record<string, string | boolean>>;
}

interface Given {
  name: string;
  maintenance?: MaintenanceArgs | undefined;
  variables?: Readonly<Record<string, unknown>> | undefined;
}

// Requirement: UPT-07
/** The store that carries the banner; undefined where no banner is declared. */
export function edgeConfigSpec({ name, maintenance }: Given): EdgeConfigSpec | undefined {
  if (!maintenance) return undefined;
  const { enabled, message, edgeConfigName = name } = maintenance;
  return { name: edgeConfigName, items: { maintenance: { enabled, message } } };
}

/** What is wrong with the banner; paths count from the args. */
export function maintenanceProblems({ name, maintenance, variables = {} }: Given): Problem[] {
  if (!maintenance) return [];
  const { message, edgeConfigName = name } = maintenance;
  const problems: Problem[] = [];
  if (!/^[a-z0-9_-]{1,32}$/.test(edgeConfigName)) {
    problems.push({
      where: { path: "maintenance.edgeConfigName" },
      found: `${edgeConfigName}${maintenance.edgeConfigName === undefined ? ", the project's name" : ""}`,
      allowed: "1 to 32 small letters, digits, _ and -",
      fix: "give the store a name of its own",
    });
  }
  if (message.trim() === "" || message.length > 500) {
    problems.push({
      where: { path: "maintenance.message" },
      found: `a message of ${message.length} characters`,
      allowed: "1 to 500 characters",
    });
  }
  if (Object.hasOwn(variables, edgeConfigVariable)) {
    problems.push({
      where: { path: `variables.${edgeConfigVariable}` },
      found: "a variable that maintenance sets",
      fix: "leave it out, or take maintenance out",
    });
  }
  return problems;
}
