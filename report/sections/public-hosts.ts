import { serviceHostOf } from "../../hosts/services";
import { groupBy } from "../../core/group";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { type Declared, entriesAt, textAt } from "./declared";

/** A host that anybody can ask, and what says so. */
export interface PublicHost {
  /** In lower case. */
  host: string;
  /** URNs. */
  from: readonly string[];
  redirectsTo?: string;
  /** Another stack asks it. */
  elsewhere: boolean;
}

interface Said {
  host: string;
  urn: string;
  redirectsTo?: string | undefined;
  elsewhere?: boolean;
}

/** Records that lead to a server. */
const leading: ReadonlySet<string | undefined> = new Set(["A", "AAAA", "CNAME"]);

/** Hosts of domains, records, services and APIs, each once. Wildcards are no host, nor are names for machines (`_acme…`). */
export function publicHosts(stack: Declared): PublicHost[] {
  const said = [...domains(stack), ...records(stack), ...services(stack), ...apis(stack)]
    .map((one) => ({ ...one, host: one.host.toLowerCase() }))
    .filter(({ host }) => /^[a-z0-9]/.test(host));
  return [...groupBy(said, ({ host }) => host)].map(([host, all]) => {
    const redirectsTo = all.find((one) => one.redirectsTo !== undefined)?.redirectsTo;
    return {
      host,
      from: [...new Set(all.map(({ urn }) => urn))].sort(),
      ...(redirectsTo !== undefined && { redirectsTo }),
      elsewhere: all.some(({ elsewhere }) => elsewhere === true),
    };
  });
}

function domains(stack: Declared): Said[] {
  return [...ofVercel(stack), ...stack.ofType(tokens.hostedSite).flatMap(ofSite)];
}

function ofSite({ urn, inputs }: DeclaredResource): Said[] {
  return entriesAt(inputs, "domains").map(([host, domain]) => {
    return { host, urn, redirectsTo: textAt(domain, "redirect") };
  });
}

function ofVercel(stack: Declared): Said[] {
  return stack.ofType("vercel:index/projectDomain:ProjectDomain").flatMap(({ urn, inputs }) => {
    const host = textAt(inputs, "domain");
    return host === undefined ? [] : [{ host, urn, redirectsTo: textAt(inputs, "redirect") }];
  });
}

/** The zone's component tells which hosts another stack asks. */
function records(stack: Declared): Said[] {
  return stack.ofType("aws:route53/record:Record").flatMap(({ urn, inputs, parent }) => {
    const host = textAt(inputs, "name");
    if (host === undefined || !leading.has(textAt(inputs, "type"))) return [];
    const wanted = entriesAt(stack.get(parent)?.inputs ?? {}, "records");
    const own = wanted.find(([name]) => name.toLowerCase() === host.toLowerCase())?.[1] ?? null;
    return [{ host, urn, elsewhere: textAt(own, "check") === "false" }];
  });
}

function services(stack: Declared): Said[] {
  return stack.ofType(tokens.containerService).flatMap(({ urn, inputs }) =>
    entriesAt(inputs, "services").flatMap(([, service]) => {
      const app = textAt(service, "app");
      const [vendor, kind] = [textAt(service, "vendor"), textAt(service, "kind")];
      const host = app === undefined ? undefined : serviceHostOf({ vendor, kind, app });
      return host === undefined ? [] : [{ host, urn }];
    }),
  );
}

function apis(stack: Declared): Said[] {
  return stack.ofType("aws:apigatewayv2/domainName:DomainName").flatMap(({ urn, inputs }) => {
    const host = textAt(inputs, "domainName");
    return host === undefined ? [] : [{ host, urn }];
  });
}
