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
