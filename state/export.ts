import { UserError } from "../core/errors";
import type { Deployment } from "./checkpoint";

/** Versions of the format that engines write today; 4 marks features of which a judge reads none. */
const readableVersions: readonly unknown[] = [3, 4];

/** The way to an export, for whoever hands over something else. */
const exporting = "write one with pulumi stack export --file FILE";

/**
 * Reads what `pulumi stack export` printed. Throws when it is anything else, or holds nothing: a state that cannot be
 * judged is not a clean one.
 */
export function readExport(text: string, file: string): Deployment {
  const refuse = (found: string, fix = exporting, allowed?: string) =>
    new UserError([{ where: { file }, found, fix, ...(allowed && { allowed }) }], 2);
  const content = parse(text);
  if (!isRecord(content)) throw refuse("not JSON, so no exported state");
  if ("checkpoint" in content) throw refuse("a backend's own file of a stack, not an export");
  const { version, deployment } = content;
  if (!isRecord(deployment)) throw refuse("no deployment in it, so no exported state");
  if (!readableVersions.includes(version)) {
    const found = `a deployment of version ${JSON.stringify(version) ?? "none"}`;
    const update = "pulumi stack export of a current engine writes one of these";
    throw refuse(found, update, `version ${readableVersions.join(" or ")}`);
  }
  const resources: unknown = deployment["resources"] ?? [];
  if (!Array.isArray(resources) || !resources.every(isResource)) {
    throw refuse("a deployment whose resources have no URN and type");
  }
  if (resources.length === 0) {
    throw refuse("an empty deployment: nothing is there to judge", "export a stack that is up");
  }
  return content as unknown as Deployment;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isResource(value: unknown): boolean {
  return isRecord(value) && isUrn(value["urn"]) && typeof value["type"] === "string";
}

function isUrn(value: unknown): boolean {
  return typeof value === "string" && /^urn:pulumi:.+?::.+?::.+?::/.test(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
