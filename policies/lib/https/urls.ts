import { parseJson } from "../../../core/json";
import { type PropertyMap, type Value, UNKNOWN, isPropertyMap } from "../../../core/value";

/** An address in a resource's inputs. */
export interface Address {
  /** Path in the inputs: `endpoint`, `hooks[0].url`, `auth.site_url` inside JSON text. */
  property: string;
  /** `http`, `https`, `ws` or `wss`; absent when the address is not known yet. */
  scheme?: string;
}

/** Names of properties that hold an address, for values that are not known yet. */
const addressNames = /(url|uri|endpoint|origin|webhook)s?$/i;

/** Names written like addresses: nothing is ever sent there. */
const identifiers = [
  "http://www.w3.org/",
  "http://json-schema.org/",
  "http://schemas.xmlsoap.org/",
];

/** Text of nothing but addresses, one or several, so that prose which mentions one is left alone. */
const addressList = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/[^\s,]+(?:[\s,]+|$))+$/i;

/** Every address at any depth, in lists and in JSON text too; addresses of this machine are left out. */
export function addressesIn(inputs: PropertyMap): Address[] {
  return Object.entries(inputs).flatMap(([name, value]) => addressesAt(value, name, name));
}

function addressesAt(value: Value | undefined, name: string, property: string): Address[] {
  if (value === UNKNOWN) return addressNames.test(name) ? [{ property }] : [];
  if (typeof value === "string") return addressesInText(value, name, property);
  if (Array.isArray(value)) {
    const items = value as readonly Value[];
    return items.flatMap((item, index) => addressesAt(item, name, `${property}[${index}]`));
  }
  if (!isPropertyMap(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    addressesAt(inner, key, `${property}.${key}`),
  );
}

function addressesInText(text: string, name: string, property: string): Address[] {
  if (/^\s*[[{]/.test(text)) return addressesAt(parseJson(text), name, property);
  if (!addressList.test(text)) return [];
  const schemes = text.split(/[\s,]+/).flatMap(schemeOf);
  // One answer a property: a plain address outweighs the others.
  const scheme = schemes.find((one) => one === "http" || one === "ws") ?? schemes[0];
  return scheme === undefined ? [] : [{ property, scheme }];
}

function schemeOf(address: string): string[] {
  if (identifiers.some((identifier) => address.toLowerCase().startsWith(identifier))) return [];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const scheme = url?.protocol.slice(0, -1) ?? "";
  if (!url || !["http", "https", "ws", "wss"].includes(scheme) || isLocal(url.hostname)) return [];
  return [scheme];
}

/** This machine, as RFC 6761 and the loopback blocks name it. */
export function isLocal(host: string): boolean {
  return /^(.+\.)?localhost$/i.test(host) || /^127(\.\d{1,3}){3}$/.test(host) || host === "[::1]";
}
