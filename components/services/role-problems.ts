import { strategiesWithDisk } from "../../catalogue/service-disks";
import { webOnly } from "../../catalogue/service-kinds";
import type { Problem } from "../../core/errors";
import { defaultServiceVendor } from "../../hosts/services";
import { isWorker, type ServiceSpec } from "../../render/service";

// Requirement: HOST-07, HOST-15, HOST-16
/** What a worker has and cannot have, and what a service that answers requests lacks. */
export function roleProblems(spec: ServiceSpec): Problem[] {
  return isWorker(spec) ? [...surplus(spec), ...scale(spec), ...release(spec)] : lacking(spec);
}

function surplus({ port, checks, limits: { connections }, previews }: ServiceSpec): Problem[] {
  const names = Object.keys(checks);
  const found: Record<keyof typeof webOnly, string | undefined> = {
    port: port === undefined ? undefined : `${port}`,
    checks: names.length > 0 ? names.join(" and ") : undefined,
    "limits.connections": connections && `hard ${connections.hard}, soft ${connections.soft}`,
    previews: previews && `${previews.poolSize} previews`,
  };
  return Object.entries(webOnly).flatMap(([path, what]) => {
    const given = found[path as keyof typeof webOnly];
    return given === undefined ? [] : [{ where: { path }, found: given, ...what }];
  });
}

/** Requests alone start a machine that is stopped. */
function scale({ vendor, scale: { min, max, cpu } }: ServiceSpec): Problem[] {
  const none: Problem = {
    where: { path: "scale.min" },
    found: "0 machines of a worker, which nothing would start",
    allowed: "1 or more",
    fix: "set scale.min to 1: a worker is started by nobody's request",
  };
  const never: Problem = {
    where: { path: "scale.max" },
    found: `${min} to ${max} machines of a worker, and nothing that starts more than ${min}`,
    allowed: `the same as min, or scale.cpu for the fly-autoscaler app`,
    fix: "set scale.max to scale.min, or say in scale.cpu when there should be more",
  };
  const grows = vendor !== defaultServiceVendor || cpu !== undefined;
  return [...(min < 1 ? [none] : []), ...(min < max && !grows ? [never] : [])];
}

/** Other vendors say in a gap what they do instead. */
function release({ vendor, strategy }: ServiceSpec): Problem[] {
  const isInPlace = strategiesWithDisk.some((one) => one === strategy);
  if (vendor !== defaultServiceVendor || isInPlace) return [];
  return [
    {
      where: { path: "strategy" },
      found: `${strategy}, of a worker`,
      allowed: strategiesWithDisk.join(", "),
      fix: "leave strategy out: without checks nothing tells whether the new machines are well",
    },
  ];
}

function lacking({ port, limits: { connections } }: ServiceSpec): Problem[] {
  const fix = "say it, or say kind: worker for what answers no requests";
  return [
    ...(port === undefined
      ? [{ where: { path: "port" }, found: "none", allowed: "a port from 1 to 65535", fix }]
      : []),
    ...(connections
      ? []
      : [{ where: { path: "limits.connections" }, found: "none", allowed: "hard and soft", fix }]),
  ];
}
