import {
  flyMachineSizes,
  flyMemoryStepMb,
  flyRegions,
  flyReservedPrefix,
  flyReservedVariables,
} from "../../catalogue/fly";
import { pinnedImagePattern, pinnedImageWords } from "../../catalogue/images";
import type { Problem } from "../../core/errors";
import {
  isWorker,
  poolAppVariable,
  poolSizeVariable,
  type ServiceSpec,
} from "../../render/service";
import { databaseProblems } from "./database-problems";
import { diskProblems } from "./disk-problems";
import { previewProblems } from "./preview-problems";
import { vendorProblems } from "./vendor-problems";
import { roleProblems } from "./role-problems";

type Judge = (spec: ServiceSpec) => Problem[];

// Requirement: HOST-08, HOST-09, HOST-10, CAP-07
/** What is wrong with a service; paths count from the service. */
export function serviceProblems(spec: ServiceSpec): Problem[] {
  return judges.flatMap((judge) => judge(spec));
}

const judges: readonly Judge[] = [
  image,
  roleProblems,
  checks,
  regions,
  scale,
  cpuScale,
  limits,
  variables,
  diskProblems,
  databaseProblems,
  previewProblems,
  vendorProblems,
];

function image(spec: ServiceSpec): Problem[] {
  return unless(pinnedImagePattern.test(spec.image), "image", {
    found: spec.image,
    allowed: pinnedImageWords,
    fix: "name the image that CI built and scanned; a tag such as latest can be moved",
  });
}

function checks({ checks: { tcp, http }, kind }: ServiceSpec): Problem[] {
  if (isWorker({ kind })) return [];
  if (!tcp && !http) {
    return [problem("checks", { found: "no check", allowed: "tcp, http or both" })];
  }
  const given = Object.entries({ tcp, http }).flatMap(([name, check]) => {
    if (!check || check.timeout < check.interval) return [];
    return [
      problem(`checks.${name}.timeout`, {
        found: `${check.timeout} s`,
        allowed: `less than the interval of ${check.interval} s`,
      }),
    ];
  });
  const path = http?.path ?? "/";
  const allowed = "a path that begins with /, such as /health";
  return [...given, ...unless(path.startsWith("/"), "checks.http.path", { found: path, allowed })];
}

function regions({ regions: given, primaryRegion }: ServiceSpec): Problem[] {
  const known = new Set<string>(flyRegions);
  const unknown = given.flatMap((region, at) =>
    unless(known.has(region), `regions[${at}]`, {
      found: region,
      allowed: `one of ${flyRegions.join(", ")}`,
      ...((region as string) === "sfo" && { fix: "Fly has no sfo; the nearest is sjc" }),
    }),
  );
  return [
    ...unless(given.length > 0, "regions", { found: "none", allowed: "one region or more" }),
    ...unless(new Set(given).size === given.length, "regions", {
      found: given.join(", "),
      allowed: "each region once",
    }),
    ...unknown,
    ...unless(given.includes(primaryRegion), "primaryRegion", {
      found: primaryRegion,
      allowed: `one of the service's regions: ${given.join(", ")}`,
    }),
  ];
}

function scale({ scale: { min, max } }: ServiceSpec): Problem[] {
  return unless(min >= 0 && max >= 1 && min <= max, "scale", {
    found: `min ${min}, max ${max}`,
    allowed: "min from 0 to max, max at least 1",
  });
}

function cpuScale({ scale: { cpu, min, max } }: ServiceSpec): Problem[] {
  if (!cpu) return [];
  return [
    ...unless(cpu.scaleDownBelow < cpu.scaleUpAbove, "scale.cpu.scaleDownBelow", {
      found: `${cpu.scaleDownBelow} %`,
      allowed: `less than scaleUpAbove, which is ${cpu.scaleUpAbove} %`,
      fix: "leave a gap between the two, else the number never settles",
    }),
    ...unless(min < max, "scale.max", {
      found: `${max}`,
      allowed: `more than min, which is ${min}`,
      fix: "raise max, or leave scale.cpu away",
    }),
  ];
}

function limits({ limits: { cpuKind, cpus, memoryMb, connections } }: ServiceSpec): Problem[] {
  const { cpus: counts, memoryMbPerCpu } = flyMachineSizes[cpuKind];
  const [least, most] = [memoryMbPerCpu.min * cpus, memoryMbPerCpu.max * cpus];
  const isSize = memoryMb >= least && memoryMb <= most && memoryMb % flyMemoryStepMb === 0;
  return [
    ...unless(counts.includes(cpus), "limits.cpus", {
      found: `${cpus}`,
      allowed: `${counts.join(", ")} for ${cpuKind} CPUs`,
    }),
    ...unless(isSize, "limits.memoryMb", {
      found: `${memoryMb}`,
      allowed: `${least} to ${most} in steps of ${flyMemoryStepMb} for ${cpus} ${cpuKind} CPUs`,
    }),
    ...(connections
      ? unless(connections.soft < connections.hard, "limits.connections.soft", {
          found: `${connections.soft}`,
          allowed: `less than the hard limit of ${connections.hard}`,
        })
      : []),
  ];
}

function variables({ env, secrets, previews }: ServiceSpec): Problem[] {
  const fix = "take it out; Fly sets it itself";
  const allowed = `a name that does not begin with ${flyReservedPrefix} and is not ${flyReservedVariables.join()}`;
  const taken = (name: string) =>
    name.startsWith(flyReservedPrefix) ||
    (flyReservedVariables as readonly string[]).includes(name);
  return [
    ...Object.keys(env).flatMap((name) =>
      unless(!taken(name), `env.${name}`, { found: name, allowed, fix }),
    ),
    ...unless(!previews || !Object.hasOwn(env, poolSizeVariable), `env.${poolSizeVariable}`, {
      found: poolSizeVariable,
      allowed: "a name that previews.poolSize does not set",
      fix: "take it out",
    }),
    ...unless(!previews?.image || !Object.hasOwn(env, poolAppVariable), `env.${poolAppVariable}`, {
      found: poolAppVariable,
      allowed: "a name that previews.app does not set",
      fix: "take it out",
    }),
    ...secrets.flatMap((name, at) =>
      unless(!Object.hasOwn(env, name), `secrets[${at}]`, {
        found: `${name}, which env sets too`,
        allowed: "a name in env or in secrets",
        fix: "leave it in secrets alone: Fly would hide the plain value",
      }),
    ),
  ];
}

function unless(holds: boolean, path: string, what: Omit<Problem, "where">): Problem[] {
  return holds ? [] : [problem(path, what)];
}

function problem(path: string, what: Omit<Problem, "where">): Problem {
  return { where: { path }, ...what };
}
