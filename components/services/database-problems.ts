import {
  databaseDiskGb,
  databaseVariable,
  databaseVersions,
} from "../../catalogue/service-databases";
import type { Problem } from "../../core/errors";
import { serviceHosts, type ServiceHost } from "../../hosts/services";
import type { ServiceSpec } from "../../render/service";

// Requirement: HOST-15
/** What is wrong with a service's own database; that its vendor makes none is a gap. */
export function databaseProblems({ database, vendor, env, secrets }: ServiceSpec): Problem[] {
  if (!database) return [];
  const { databasePlans: plans, label }: ServiceHost = serviceHosts[vendor];
  const plan = plans?.find(({ name }) => name === database.plan);
  const { least, step, most } = databaseDiskGb;
  const { diskGb, version } = database;
  const isSize = diskGb === least || (diskGb > 0 && diskGb % step === 0 && diskGb <= most);
  const { min, max } = databaseVersions;
  const holds: readonly [boolean, Problem][] = [
    [
      !plans || plan !== undefined,
      {
        where: { path: "database.plan" },
        found: database.plan,
        allowed: `a size of ${label}: ${(plans ?? []).map(({ name }) => name).join(", ")}`,
      },
    ],
    [
      Number.isInteger(version) && version >= min && version <= max,
      {
        where: { path: "database.version" },
        found: `${version}`,
        allowed: `a major version of Postgres from ${min} to ${max}`,
      },
    ],
    [
      isSize,
      {
        where: { path: "database.diskGb" },
        found: `${diskGb}`,
        allowed: `${least}, or a multiple of ${step} up to ${most}`,
      },
    ],
    [
      !database.highAvailability || plan?.standby !== false,
      {
        where: { path: "database.highAvailability" },
        found: `true, with the plan ${database.plan}`,
        allowed: `a plan that can have a standby: ${(plans ?? [])
          .filter(({ standby }) => standby)
          .map(({ name }) => name)
          .join(", ")}`,
        fix: "choose one of these plans, or leave highAvailability out",
      },
    ],
    [
      !Object.hasOwn(env, databaseVariable) && !secrets.includes(databaseVariable),
      {
        where: { path: "database" },
        found: `a database, and ${databaseVariable} in env or secrets`,
        allowed: `${databaseVariable} from one of them`,
        fix: `take ${databaseVariable} out: the database sets it`,
      },
    ],
  ];
  return holds.flatMap(([it, problem]) => (it ? [] : [problem]));
}
