import { serviceHostOf } from "../../hosts/services";
import { tokens } from "../../core/tokens";
import type { PropertyMap } from "../../core/value";
import type { StackView } from "../stack-view";
import { readMap } from "./maps";
import { providerTypes } from "./provider-types";
import { allDomains } from "./sites";
import { readText, textOf } from "./text";

/** Tells whether a host, in lower case and perhaps with `*.` before it, is one of the stack's own. */
export type IsOwnHost = (host: string) => boolean;

/**
 * Hosts are the stack's own that it declares: domains of its sites and what lies beside and below them, zones of DNS, and
 * services, of which each has a name of its own on a domain of all customers of its vendor.
 */
export function ownHosts(stack: StackView): IsOwnHost {
  const sites = [
    ...allDomains(stack).flatMap(({ host }) => {
      const name = textOf(host)?.toLowerCase();
      return name === undefined ? [] : [siteOf(name)];
    }),
    ...stack.ofType(providerTypes.awsZone).flatMap(({ inputs }) => textAt(inputs, "name")),
  ];
  const services = stack
    .ofType(tokens.containerService)
    .flatMap(({ inputs }) => hostsOfServices(inputs));
  const [below, exactly] = [[...new Set(sites)], new Set(services)];
  return (host) => {
    const name = host.replace(/^\*\./, "");
    return exactly.has(host) || below.some((site) => name === site || name.endsWith(`.${site}`));
  };
}

/** Second labels under which a country sells names: `example.co.uk` is a site, `co.uk` is none. */
const soldBelow = /^(?:ac|co|com|edu|gob|gouv|gov|ne|net|or|org)\.[a-z]{2}$/;

/** `app.example.com` → `example.com`; a name without anything above it that could be bought stays as it is. */
function siteOf(host: string): string {
  const above = host.replace(/^\*\./, "").split(".").slice(1).join(".");
  return above.includes(".") && !soldBelow.test(above) ? above : host.replace(/^\*\./, "");
}

function textAt(inputs: PropertyMap, name: string): string[] {
  const text = readText(inputs, [name]);
  return text === undefined ? [] : [text.toLowerCase()];
}

function hostsOfServices(inputs: PropertyMap): string[] {
  return Object.values(readMap(inputs, ["services"])).flatMap((service) => {
    const [app, vendor, kind] = ["app", "vendor", "kind"].map((key) =>
      readText(service ?? null, [key]),
    );
    return app === undefined ? [] : (serviceHostOf({ vendor, kind, app }) ?? []);
  });
}
