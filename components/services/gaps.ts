import {
  type ServiceCapability,
  serviceCapabilities,
  type ServiceHost,
  serviceHosts,
} from "../../hosts/services";
import type { Gap } from "../../core/gap";
import { type CheckSpec, type HostedSpec, isWorker, type ServiceSpec } from "../../render/service";

/** One thing that a service asks for; `instead` where more can be said than what holds for every service. */
interface Asked {
  arg: string;
  asked: string;
  instead?: string;
}

type Asker = (
  spec: ServiceSpec,
  hosted: HostedSpec,
  host: ServiceHost,
  /** Names of secrets that the vendor is handed. */
  given: readonly string[],
) => Asked[];

// Requirement: HOST-15, HOST-16, CONF-02
/**
 * What a service asks for and its vendor does not do, in the order of the catalogue. `given`: names of secrets that an
 * update hands to the vendor.
 */
export function gapsOf(
  spec: ServiceSpec,
  hosted: HostedSpec,
  given: readonly string[] = [],
): Gap[] {
  const host: ServiceHost = serviceHosts[spec.vendor];
  return serviceCapabilities.flatMap((capability): Gap[] => {
    const can = host.can[capability];
    if (can === true) return [];
    return askers[capability](spec, hosted, host, given).map(({ arg, asked, instead }) => ({
      capability,
      arg,
      asked,
      instead: instead ?? can.instead,
      workaround: can.workaround,
    }));
  });
}

const askers: Readonly<Record<ServiceCapability, Asker>> = {
  "near-region": ({ regions }, hosted, host) =>
    regions.flatMap((region, at) => {
      const near = host.regions[region];
      // A region that is left out altogether is a gap of its own.
      if (!near || near.sameArea || !Object.hasOwn(hosted.regions, near.region)) return [];
      return [{ arg: `regions[${at}]`, asked: region, instead: near.region }];
    }),
  "several-regions": ({ regions }, hosted) =>
    when(regions.length > Object.keys(hosted.regions).length, {
      arg: "regions",
      asked: regions.join(", "),
      instead: `all instances run in ${Object.keys(hosted.regions).join(", ")}`,
    }),
  "whole-cpus": ({ limits: { cpuKind, cpus } }, hosted) =>
    when(hosted.cpus < cpus, {
      arg: "limits.cpus",
      asked: `${cpus} ${cpuKind}`,
      instead: `${hosted.cpus}, of the plan ${hosted.plan ?? "chosen"}`,
    }),
  "own-cpus": ({ limits: { cpuKind } }) =>
    when(cpuKind === "performance", { arg: "limits.cpuKind", asked: cpuKind }),
  "scale-to-zero": ({ scale: { min } }) =>
    when(min === 0, { arg: "scale.min", asked: "0 while nobody asks" }),
  "scale-by-load": ({ scale: { min, max, cpu } }, { most, cpuTarget }) =>
    when(most < max || (cpuTarget !== undefined && !cpu), {
      arg: "scale.max",
      asked: `${min} to ${max} instances`,
    }),
  "scale-times": ({ scale: { cpu } }) =>
    cpu
      ? [
          {
            arg: "scale.cpu",
            asked: `up after ${cpu.scaleUpAfter} s, down below ${cpu.scaleDownBelow} % after ${cpu.scaleDownAfter} s`,
          },
        ]
      : [],
  "connection-limits": ({ limits: { connections } }) =>
    connections
      ? [{ arg: "limits.connections", asked: `hard ${connections.hard}, soft ${connections.soft}` }]
      : [],
  "tcp-check": ({ checks: { tcp, http } }, _, host) =>
    tcp && (http || !host.asksPorts) ? [{ arg: "checks.tcp", asked: times(tcp) }] : [],
  "check-times": ({ checks: { http } }) =>
    http ? [{ arg: "checks.http", asked: times(http) }] : [],
  "check-after-deploy": ({ checks: { http } }) =>
    http
      ? [{ arg: "checks.http", asked: `asked every ${http.interval} s as long as it runs` }]
      : [],
  "release-strategy": ({ strategy }, _, host) =>
    when(!host.strategies.includes(strategy), { arg: "strategy", asked: strategy }),
  disk: ({ disk }) => (disk ? [{ arg: "disk", asked: `${disk.sizeGb} GB at ${disk.path}` }] : []),
  database: ({ database }) =>
    database
      ? [
          {
            arg: "database",
            asked: `Postgres ${database.version}, ${database.plan}, ${database.diskGb} GB`,
          },
        ]
      : [],
  "preview-pool": ({ previews }) =>
    previews
      ? [{ arg: "previews", asked: `${previews.poolSize} machines of ${previews.app}` }]
      : [],
  "secret-values": ({ secrets }, _hosted, _host, given) =>
    secretsThat(secrets, (name) => !given.includes(name)),
  "unchanged-secrets": ({ secrets }, _hosted, _host, given) =>
    secretsThat(secrets, (name) => given.includes(name)),
  "host-name": ({ app, kind }, { host }) =>
    when(!isWorker({ kind }), {
      arg: "app",
      asked: host === undefined ? app : `${app}, at ${host}`,
    }),
};

function secretsThat(secrets: readonly string[], test: (name: string) => boolean): Asked[] {
  const those = secrets.filter(test);
  return when(those.length > 0, { arg: "secrets", asked: those.join(", ") });
}

function when(holds: boolean, asked: Asked): Asked[] {
  return holds ? [asked] : [];
}

function times({ interval, timeout, grace }: CheckSpec): string {
  return `every ${interval} s, ${timeout} s to answer, ${grace} s to start`;
}
