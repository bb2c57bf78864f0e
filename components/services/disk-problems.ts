import { diskSizeGb, strategiesWithDisk } from "../../catalogue/service-disks";
import { serviceHosts, type ServiceHost } from "../../hosts/services";
import type { Problem } from "../../core/errors";
import type { ServiceSpec } from "../../render/service";

// Requirement: HOST-15
/** What is wrong with the disk of a service. */
export function diskProblems({ disk, strategy, scale, vendor }: ServiceSpec): Problem[] {
  if (!disk) return [];
  const host: ServiceHost = serviceHosts[vendor];
  const { min, max } = diskSizeGb;
  const most = host.instancesWithDisk ?? Number.POSITIVE_INFINITY;
  const holds: readonly [boolean, Problem][] = [
    [
      /^\/[^/\s]\S*$/.test(disk.path),
      {
        where: { path: "disk.path" },
        found: disk.path,
        allowed: "an absolute path of a folder below /, such as /data",
      },
    ],
    [
      Number.isInteger(disk.sizeGb) && disk.sizeGb >= min && disk.sizeGb <= max,
      {
        where: { path: "disk.sizeGb" },
        found: `${disk.sizeGb}`,
        allowed: `a whole number of gigabytes from ${min} to ${max}`,
      },
    ],
    [
      strategiesWithDisk.some((one) => one === strategy),
      {
        where: { path: "strategy" },
        found: `${strategy}, beside a disk`,
        allowed: strategiesWithDisk.join(", "),
        fix: "leave strategy out: a second machine cannot have the disk of the first",
      },
    ],
    [
      scale.max <= most,
      {
        where: { path: "scale.max" },
        found: `${scale.max} instances that have a disk`,
        allowed: `at most ${most} on ${host.label}`,
        fix: "set scale to min 1 and max 1, or keep files in a bucket that all instances reach",
      },
    ],
  ];
  return holds.flatMap(([it, problem]) => (it ? [] : [problem]));
}
