import { parseCsp } from "./csp";

/** One source of a policy that names hosts, and the directive in which it stands. */
export interface CspSource {
  directive: string;
  source: string;
  /** In lower case, with `*.` where it has one; undefined for a source that is every host. */
  host: string | undefined;
}

/** Schemes by which a page reaches what it has already, and no host. */
const withoutHost = ["data:", "blob:", "filesystem:", "mediastream:"];
const namesHosts = /(?:-src(?:-elem|-attr)?|^form-action|^base-uri)$/;

/** Every source of a policy that lets a page load from hosts, talk to them or send forms there. */
export function hostSources(policy: string): CspSource[] {
  return Object.entries(parseCsp(policy)).flatMap(([directive, sources = []]) =>
    namesHosts.test(directive)
      ? sources.filter(isHost).map((source) => ({ directive, source, host: hostOf(source) }))
      : [],
  );
}

/** Whether a policy lets a page reach an address under a directive, or under the one that stands in for it. */
export function allowsHost(policy: string, directive: string, address: string): boolean {
  const directives = parseCsp(policy);
  if (!directives[directive] && !directives["default-src"]) return true;
  const stated = directives[directive] ? directive : "default-src";
  const { host } = new URL(address);
  return (directives[stated] ?? []).filter(isHost).some((source) => {
    const named = hostOf(source);
    if (named === undefined) return source === "*" || source.toLowerCase() === "https:";
    const isBelow = named.startsWith("*.") && host.endsWith(named.slice(1));
    return isBelow || [address, `${address}/`, host].includes(source.toLowerCase());
  });
}

function isHost(source: string): boolean {
  return !source.startsWith("'") && !withoutHost.includes(source.toLowerCase());
}

/** `https://*.example.com:443/path` → `*.example.com`. */
function hostOf(source: string): string | undefined {
  const [host = ""] = source
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:(?:\/\/)?/, "")
    .split(/[/:]/);
  return host === "" || host === "*" ? undefined : host;
}
