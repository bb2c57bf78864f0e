import { isPropertyMap, type PropertyMap } from "../../../core/value";
import { numberIn } from "./part";

/** What a service is at its vendor, as far as it costs something. */
export interface Hosted {
  plan: string | undefined;
  cpus: number;
  memoryMb: number;
  /** Instances that always run, and those that there are at most. */
  least: number;
  most: number;
}

/** Undefined where some of it is not known before the update. */
export function hostedOf({ hosted }: PropertyMap): Hosted | undefined {
  if (!isPropertyMap(hosted) || !isPropertyMap(hosted.regions)) return undefined;
  const { plan, regions } = hosted;
  const counts = Object.values(regions);
  const known = counts.filter((count) => typeof count === "number");
  const [cpus, memoryMb, most] = ["cpus", "memoryMb", "most"].map((key) => numberIn(hosted, key));
  const whole = known.length === counts.length && known.length > 0;
  if (!whole || cpus === undefined || memoryMb === undefined || most === undefined)
    return undefined;
  const least = known.reduce((sum, count) => sum + count, 0);
  return { plan: typeof plan === "string" ? plan : undefined, cpus, memoryMb, least, most };
}
