import { serviceHosts, type ServiceHost } from "../../hosts/services";
import type { Problem } from "../../core/errors";
import type { ServiceSpec } from "../../render/service";

// Requirement: HOST-15, HOST-16
/** What a vendor other than Fly refuses altogether; what it does otherwise than asked is a gap. Paths count from the service. */
export function vendorProblems(spec: ServiceSpec): Problem[] {
  if (!spec.hosted) return [];
  const host: ServiceHost = serviceHosts[spec.vendor];
  const judges = [size, instances, name, imageHost, names, port];
  return judges.flatMap((judge) => judge(spec, host));
}

function size({ limits, hosted }: ServiceSpec, host: ServiceHost): Problem[] {
  const { cpuKind, cpus, memoryMb } = limits;
  const fits = host.plans ? hosted?.plan !== undefined : memoryMb <= most(host, "memoryMb");
  if (fits && cpus <= most(host, "cpus")) return [];
  const largest = host.plans?.at(-1);
  const allowed = largest
    ? `at most ${largest.cpus} CPUs and ${largest.memoryMb} MB, the plan ${largest.name}`
    : `at most ${most(host, "cpus")} CPUs and ${most(host, "memoryMb")} MB`;
  return [
    {
      where: { path: "limits" },
      found: `${cpus} ${cpuKind} CPUs with ${memoryMb} MB, which no size of ${host.label} has`,
      allowed,
      fix: "ask for less in each instance and for more instances, or choose another vendor",
    },
  ];
}

function instances({ hosted, scale }: ServiceSpec, host: ServiceHost): Problem[] {
  const asked = Math.max(hosted?.most ?? 0, scale.min);
  if (asked <= most(host, "instances")) return [];
  return [
    {
      where: { path: "scale" },
      found: `${asked} instances`,
      allowed: `at most ${most(host, "instances")} of one service on ${host.label}`,
      fix: "ask for fewer and larger instances, or choose another vendor",
    },
  ];
}

function name({ app }: ServiceSpec, { names: allowed }: ServiceHost): Problem[] {
  if (!allowed || allowed.pattern.test(app)) return [];
  return [{ where: { path: "app" }, found: app, allowed: allowed.words }];
}

function imageHost({ image }: ServiceSpec, { imageHosts, label }: ServiceHost): Problem[] {
  const [from = ""] = image.split("/");
  if (!imageHosts || imageHosts.includes(from)) return [];
  const allowed = `an image of a registry that ${label} pulls from: ${imageHosts.join(", ")}`;
  return [{ where: { path: "image" }, found: image, allowed }];
}

function names({ env, secrets }: ServiceSpec, host: ServiceHost): Problem[] {
  const { prefix, variables } = host.reserved;
  const taken = (name: string) =>
    (prefix !== undefined && name.startsWith(prefix)) || variables.includes(name);
  const beginning = prefix === undefined ? "" : `does not begin with ${prefix} and `;
  const allowed = `a name that ${beginning}is not ${variables.join()}`;
  const fix = `take it out; ${host.label} sets it itself`;
  const found = [
    ...Object.keys(env).map((name) => ({ path: `env.${name}`, name })),
    ...secrets.map((name, at) => ({ path: `secrets[${at}]`, name })),
  ];
  return found
    .filter(({ name }) => taken(name))
    .map(({ path, name }) => ({ where: { path }, found: name, allowed, fix }));
}

function port(spec: ServiceSpec, host: ServiceHost): Problem[] {
  const { ports } = host.reserved;
  if (spec.port === undefined || !ports.includes(spec.port)) return [];
  return [
    {
      where: { path: "port" },
      found: `${spec.port}`,
      allowed: `a port that ${host.label} does not use itself: not ${ports.join(", ")}`,
    },
  ];
}

function most(host: ServiceHost, what: "instances" | "cpus" | "memoryMb"): number {
  return host.most?.[what] ?? Number.POSITIVE_INFINITY;
}
