import { defaultServiceVendor, serviceHost, serviceHostOf } from "../../hosts/services";
import { type Problem, UserError } from "../../core/errors";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { mapEntriesIn, mapsIn, numberIn, ofType, textIn } from "../declared";
import { type DeclaredContainer, declaredWays } from "../rollback/declared";
import { type ScenarioName, scenarios } from "./scenarios";

/** What a drill is about, as the stack declares it. */
export interface DrillTarget {
  scenario: ScenarioName;
  /** As the stack calls it: `frontend`, `orchestrator`. */
  service: string;
  /** Host whose health check is to see it. */
  host: string;
  path: string;
  /** Seconds between two questions of the check. */
  interval: number;
  /** Failures in a row after which the host counts as down. */
  threshold: number;
  /** Where DNS leads meanwhile. */
  standby?: string;
  /** Minutes within which the service is to be back. */
  rtoMinutes?: number;
}

const types = {
  check: "aws:route53/healthCheck:HealthCheck",
  domain: "vercel:index/projectDomain:ProjectDomain",
  record: "aws:route53/record:Record",
} as const;

/** What the scenario is about in this stack. Throws (1) where the stack has nothing of the kind, or nobody watches it. */
export function drillTarget(
  stack: string,
  scenario: ScenarioName,
  resources: readonly DeclaredResource[],
): DrillTarget {
  const { of, breaks } = scenarios[scenario];
  const ways = declaredWays(resources);
  const container = ways.containers.find(({ kind }) => kind !== "worker");
  const service = of === "frontend" ? "frontend" : (container?.name ?? "a container service");
  const host = container && serviceHostOf(container);
  const hosts = of === "frontend" ? frontendHosts(resources) : host === undefined ? [] : [host];
  if (of === "container" && container && container.vendor !== defaultServiceVendor) {
    throw refused(stack, cannotDrill(container), "drill it by hand with that vendor's own tool");
  }
  if (hosts.length === 0) throw refused(stack, `the stack declares no host of ${service}`);
  const check = ofType(resources, types.check).find(({ inputs }) =>
    hosts.includes(textIn(inputs, "fqdn") ?? ""),
  );
  const watched = check && textIn(check.inputs, "fqdn");
  if (!check || watched === undefined) {
    throw refused(
      stack,
      `nobody watches ${hosts.join(", ")}`,
      "declare a check in groundwork:uptime",
    );
  }
  const standby = standbyOf(resources, watched);
  if (breaks === "vendor" && standby === undefined) {
    throw refused(
      stack,
      `DNS has no standby for ${watched}`,
      "declare one in groundwork:dns failover",
    );
  }
  const { rtoMinutes } = ways.objectives.get(of === "frontend" ? "web" : service) ?? {};
  return {
    ...{ scenario, service, host: watched, path: textIn(check.inputs, "resourcePath") ?? "/" },
    interval: numberIn(check.inputs, "requestInterval") ?? 30,
    threshold: numberIn(check.inputs, "failureThreshold") ?? 3,
    ...(standby !== undefined && { standby }),
    ...(rtoMinutes !== undefined && { rtoMinutes }),
  };
}

/** The release of a service is broken and taken back by its vendor's API, which only Fly's adapter has. */
function cannotDrill({ name, vendor }: DeclaredContainer): string {
  return `${name} runs on ${serviceHost(vendor)?.label ?? vendor}, whose releases nothing here takes back`;
}

/** Hosts that show the app themselves: others redirect to them. */
function frontendHosts(resources: readonly DeclaredResource[]): string[] {
  const onVercel = ofType(resources, types.domain)
    .filter(({ inputs }) => textIn(inputs, "redirect") === undefined)
    .flatMap(({ inputs }) => textIn(inputs, "domain") ?? []);
  const elsewhere = ofType(resources, tokens.hostedSite)
    .flatMap(({ inputs }) => mapEntriesIn(inputs, "domains"))
    .flatMap(([host, domain]) => (textIn(domain, "redirect") === undefined ? [host] : []));
  return [...onVercel, ...elsewhere];
}

function standbyOf(resources: readonly DeclaredResource[], host: string): string | undefined {
  const secondary = ofType(resources, types.record).find(({ inputs }) => {
    const [policy] = mapsIn(inputs, "failoverRoutingPolicies");
    return textIn(inputs, "name") === host && policy?.["type"] === "SECONDARY";
  });
  const values = secondary?.inputs["records"];
  const [first] = Array.isArray(values) ? (values as readonly unknown[]) : [];
  return typeof first === "string" ? first : undefined;
}

function refused(stack: string, found: string, fix?: string): UserError {
  const problem: Problem = { where: { file: `Pulumi.${stack}.yaml` }, found, ...(fix && { fix }) };
  return new UserError([problem], 1);
}
