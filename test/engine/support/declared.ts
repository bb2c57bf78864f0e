import { readFileSync } from "node:fs";
import path from "node:path";
import { groundwork } from "./scratch-project";

/**
 * URNs of what a stack declares in a cloud, sorted, as the offline run tells them. Random values live in the engine's
 * state alone, and components nowhere. What our own provider makes is known there by the names that Supabase gives it.
 */
export async function declaredInClouds(root: string, stack: string): Promise<string[]> {
  const file = path.join(root, ".groundwork", `declared-${stack}.json`);
  await groundwork(["-C", root, "check", stack, "--dump", file]);
  const all = JSON.parse(readFileSync(file, "utf8")) as { type: string; urn: string }[];
  return all
    .filter(({ type }) => !/^(pulumi|groundwork|random|supabase-admin):/.test(type))
    .map(({ urn }) => urn)
    .sort();
}

/** Whether an object of the cloud was made through Supabase's HTTP interfaces. */
export const isOfManagementApi = ({ type }: { type: string }): boolean =>
  type.startsWith("supabase:api/");
