import { defaultServiceVendor } from "../../hosts/services";
import type { DeclaredResource } from "../../core/resource";
import type { Tier } from "../../core/profile";
import { tokens } from "../../core/tokens";
import type { PropertyMap } from "../../core/value";
import { inputsOf, mapEntriesIn, mapIn, numberIn, textIn } from "../declared";

/** A container service, as going back asks. */
export interface DeclaredContainer {
  name: string;
  /** Who runs it. */
  vendor: string;
  /** `web`, or `worker` where nobody asks it. */
  kind: string;
  app: string;
  /** The primary one first, as most visitors are there. */
  regions: string[];
  /** Image that it runs. */
  image: string;
  /** Image to go back to. */
  before: string | undefined;
}

/** What a stack declares about ways back. */
export interface DeclaredWays {
  tier: Tier;
  /** Name of the Vercel project. */
  project: string | undefined;
  /** The site where another host than Vercel serves it: its name, and whose it is. */
  site: { name: string; vendor: string } | undefined;
  containers: DeclaredContainer[];
  /** Last migration to keep. */
  migration: string | undefined;
  pitrDays: number | undefined;
  /** What is promised, by service: minutes until it serves again, minutes of data. */
  objectives: ReadonlyMap<string, { rtoMinutes?: number; rpoMinutes?: number }>;
}

// Requirement: DR-02, DR-10
export function declaredWays(resources: readonly DeclaredResource[]): DeclaredWays {
  const recovery = inputsOf(resources, tokens.recovery);
  const rollback = mapIn(recovery, "rollback");
  const images = mapIn(rollback, "images");
  const services = mapEntriesIn(inputsOf(resources, tokens.containerService), "services");
  return {
    tier: (textIn(inputsOf(resources, tokens.stackProfile), "tier") ?? "prod") as Tier,
    project: textIn(inputsOf(resources, "vercel:index/project:Project"), "name"),
    site: siteIn(inputsOf(resources, tokens.hostedSite)),
    containers: services.flatMap(([name, service]) => containerOf(name, service, images)),
    migration: textIn(rollback, "migration"),
    pitrDays: numberIn(mapIn(inputsOf(resources, tokens.database), "pitr"), "days"),
    objectives: new Map(
      mapEntriesIn(recovery, "objectives").map(([name, objective]) => [name, minutesOf(objective)]),
    ),
  };
}

function siteIn(inputs: PropertyMap): DeclaredWays["site"] {
  const [name, vendor] = [textIn(inputs, "name"), textIn(inputs, "vendor")];
  return name === undefined || vendor === undefined ? undefined : { name, vendor };
}

function containerOf(name: string, service: PropertyMap, images: PropertyMap): DeclaredContainer[] {
  const app = textIn(service, "app");
  const image = textIn(service, "image");
  if (app === undefined || image === undefined) return [];
  const primary = textIn(service, "primaryRegion");
  const all = Array.isArray(service["regions"]) ? (service["regions"] as unknown[]) : [];
  const regions = all.filter((it): it is string => typeof it === "string" && it !== primary);
  return [
    {
      name,
      vendor: textIn(service, "vendor") ?? defaultServiceVendor,
      kind: textIn(service, "kind") ?? "web",
      app,
      regions: [...(primary ? [primary] : []), ...regions],
      image,
      before: textIn(images, name),
    },
  ];
}

function minutesOf(objective: PropertyMap) {
  const [rtoMinutes, rpoMinutes] = ["rtoMinutes", "rpoMinutes"].map((it) =>
    numberIn(objective, it),
  );
  return {
    ...(rtoMinutes !== undefined && { rtoMinutes }),
    ...(rpoMinutes !== undefined && { rpoMinutes }),
  };
}
