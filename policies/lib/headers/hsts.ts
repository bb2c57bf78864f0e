/** A Strict-Transport-Security value taken apart (RFC 6797, section 6.1). */
export interface Hsts {
  /** Seconds; absent when the value gives none, and then browsers ignore the header. */
  maxAge?: number;
  includeSubDomains: boolean;
  preload: boolean;
}

/** Reads the value as browsers do: names without regard to case, values with or without quotes. */
export function parseHsts(value: string): Hsts {
  const directives = new Map(value.split(";").map(toDirective));
  const age = directives.get("max-age");
  const isAge = age !== undefined && /^\d+$/.test(age);
  return {
    ...(isAge && { maxAge: Number(age) }),
    includeSubDomains: directives.has("includesubdomains"),
    preload: directives.has("preload"),
  };
}

function toDirective(text: string): [name: string, value: string] {
  const [name = "", ...rest] = text.split("=");
  const value = rest
    .join("=")
    .trim()
    .replace(/^"(.*)"$/, "$1");
  return [name.trim().toLowerCase(), value];
}
