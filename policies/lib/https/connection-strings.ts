import { type PropertyMap, type Value, isPropertyMap } from "../../../core/value";
import { isLocal } from "./urls";

/** A connection string in a resource's inputs. The string itself is left where it stands. */
export interface ConnectionString {
  /** Path in the inputs: `value`, `secrets[0].value`. */
  property: string;
  scheme: string;
  /** What lets the connection be plain; absent when nothing does. */
  weakness?: string;
}

/** Schemes that speak in clear, and Postgres, whose parameter decides. */
const plainSchemes = ["redis", "amqp", "mqtt", "ldap", "ftp", "smtp"];
const postgresSchemes = ["postgres", "postgresql"];
/** Modes with which libpq takes a plain connection when it is offered one. */
const weakModes = ["disable", "allow", "prefer"];

/** Every connection string at any depth, but for those of this machine. */
export function connectionStringsIn(inputs: PropertyMap): ConnectionString[] {
  return Object.entries(inputs).flatMap(([name, value]) => stringsAt(value, name));
}

function stringsAt(value: Value | undefined, property: string): ConnectionString[] {
  if (typeof value === "string") return stringAt(value, property);
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    return items.flatMap((item, index) => stringsAt(item, `${property}[${index}]`));
  }
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsAt(inner, `${property}.${key}`));
}

function stringAt(text: string, property: string): ConnectionString[] {
  const trimmed = text.trim();
  if (/\s/.test(trimmed) || !URL.canParse(trimmed)) return [];
  const url = new URL(trimmed);
  const scheme = url.protocol.slice(0, -1);
  const known = [...plainSchemes, ...plainSchemes.map((plain) => `${plain}s`), ...postgresSchemes];
  if (!known.includes(scheme) || url.hostname === "" || isLocal(url.hostname)) return [];
  const weakness = weaknessOf(scheme, url.searchParams.get("sslmode"));
  return [{ property, scheme, ...(weakness !== undefined && { weakness }) }];
}

/** Without a mode the driver decides, and the database may still insist; a weak mode is asked for on purpose. */
function weaknessOf(scheme: string, mode: string | null): string | undefined {
  if (plainSchemes.includes(scheme)) return "without TLS";
  return mode !== null && weakModes.includes(mode) ? `with sslmode=${mode}` : undefined;
}
