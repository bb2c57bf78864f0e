/** What a Permissions-Policy header grants, by feature: `()` nobody, `self`, origins, or `*` everybody. */
export type Grants = ReadonlyMap<string, readonly string[]>;

/** Reads the header's dictionary (`camera=(), geolocation=(self "https://a.example")`); the last mention counts. */
export function parsePermissionsPolicy(value: string): Grants {
  const members = value.match(/[^,(]+(?:\([^)]*\))?[^,]*/g) ?? [];
  return new Map(members.map(toGrant).filter(([feature]) => feature !== ""));
}

function toGrant(member: string): [feature: string, allowed: readonly string[]] {
  const [feature = "", ...rest] = member.split("=");
  const allowed = rest
    .join("=")
    .trim()
    .replace(/^\((.*)\)$/s, "$1");
  return [feature.trim().toLowerCase(), allowed.split(/\s+/).filter(Boolean)];
}
