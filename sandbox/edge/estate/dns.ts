import { type LedgerObject } from "../../ledger/record";
import { mapsIn, numberIn, ofType, textIn, textsIn } from "./fields";

/** A DNS record as Route 53 or Vercel has it. */
export interface DnsRecord {
  /** Without a dot at the end, in lower case. */
  name: string;
  type: string;
  values: string[];
  /** Seconds. */
  ttl: number;
  /** Of a failover pair. */
  role: "PRIMARY" | "SECONDARY" | undefined;
  healthCheckId: string | undefined;
}

export function recordsOf(objects: readonly LedgerObject[]): DnsRecord[] {
  return [
    ...ofType(objects, "aws:route53/record:Record").map(route53Record),
    ...ofType(objects, "vercel:index/dnsRecord:DnsRecord").map(vercelRecord),
  ];
}

function route53Record({ outputs }: LedgerObject): DnsRecord {
  const role = mapsIn(outputs, "failoverRoutingPolicies")[0]?.["type"];
  const aliases = mapsIn(outputs, "aliases").flatMap((alias) => textIn(alias, "name") ?? []);
  return {
    name: hostName(textIn(outputs, "fqdn") ?? textIn(outputs, "name") ?? ""),
    type: textIn(outputs, "type") ?? "",
    values: [...textsIn(outputs, "records"), ...aliases].map(hostName),
    ttl: numberIn(outputs, "ttl") ?? 60,
    role: role === "PRIMARY" || role === "SECONDARY" ? role : undefined,
    healthCheckId: textIn(outputs, "healthCheckId"),
  };
}

function vercelRecord({ outputs }: LedgerObject): DnsRecord {
  const name = [textIn(outputs, "name"), textIn(outputs, "domain")].filter(Boolean).join(".");
  return {
    name: hostName(name),
    type: textIn(outputs, "type") ?? "",
    values: [hostName(textIn(outputs, "value") ?? "")],
    ttl: numberIn(outputs, "ttl") ?? 60,
    role: undefined,
    healthCheckId: undefined,
  };
}

const hostName = (name: string): string => name.toLowerCase().replace(/\.$/, "");
