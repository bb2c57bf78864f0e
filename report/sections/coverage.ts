import { groupBy } from "../../core/group";
import { byText } from "../../core/order";
import type { DeclaredResource } from "../../core/resource";
import type { HostState, ReportedAlarm, ReportedCheck, ReportedCoverage } from "../section-model";
import { reportedAlarms } from "./alarms";
import { checklyAlarms, checklyChecks } from "./checkly";
import { type Declared, textAt } from "./declared";
import { publicHosts } from "./public-hosts";

/** For each public host, whether somebody would hear that it is down; and every alarm with who is told. */
export function reportedCoverage(stack: Declared): ReportedCoverage {
  const alarms = [...reportedAlarms(stack), ...checklyAlarms(stack)].sort(byText(({ urn }) => urn));
  const told = new Map(alarms.map((alarm) => [alarm.urn, alarm]));
  const checks = groupBy(stack.ofType("aws:route53/healthCheck:HealthCheck"), ({ inputs }) =>
    textAt(inputs, "fqdn")?.toLowerCase(),
  );
  const atCheckly = groupBy(checklyChecks(stack), ({ host }) => host);
  const hosts = publicHosts(stack).map(({ elsewhere, ...host }) => {
    const own = [
      ...(checks.get(host.host) ?? []).map((check) => reportedCheck(stack, check)),
      ...(atCheckly.get(host.host) ?? []).map(({ host: _, ...check }) => check),
    ].sort(byText(({ urn }) => urn));
    const heard = own.flatMap((check) => check.alarms.flatMap((urn) => told.get(urn) ?? []));
    return { ...host, state: stateOf(own, heard, otherwise(host, elsewhere)), checks: own };
  });
  return { hosts: hosts.sort(byText(({ host }) => host)), alarms };
}

function reportedCheck(stack: Declared, check: DeclaredResource): ReportedCheck {
  const { urn, type, name, inputs } = check;
  const everySeconds = Number(textAt(inputs, "requestInterval"));
  const alarms = ["dimensions", "metricQueries"].flatMap((property) =>
    stack.namedBy(property, check),
  );
  return {
    urn,
    type,
    name,
    address: addressOf(inputs),
    ...(everySeconds > 0 && { everySeconds }),
    alarms: [...new Set(alarms.map((alarm) => alarm.urn))].sort(),
  };
}

function addressOf(inputs: DeclaredResource["inputs"]): string {
  const scheme = /^HTTPS/.test(textAt(inputs, "type") ?? "") ? "https" : "http";
  const port = textAt(inputs, "port");
  const usual = port === undefined || port === (scheme === "https" ? "443" : "80");
  const host = textAt(inputs, "fqdn") ?? "";
  return `${scheme}://${host}${usual ? "" : `:${port}`}${textAt(inputs, "resourcePath") ?? "/"}`;
}

/** As far as the way goes, from the check on. */
function stateOf(
  checks: readonly ReportedCheck[],
  alarms: readonly ReportedAlarm[],
  unchecked: HostState,
): HostState {
  if (alarms.some(({ routes }) => routes.length > 0)) return "watched";
  if (alarms.length > 0) return "unheard";
  return checks.length > 0 ? "no alarm" : unchecked;
}

/** What a host is that nothing here asks. */
function otherwise({ redirectsTo }: { redirectsTo?: string }, elsewhere: boolean): HostState {
  if (elsewhere) return "elsewhere";
  return redirectsTo === undefined ? "no check" : "redirects";
}
