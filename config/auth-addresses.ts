import type { DatabaseSection } from "./sections/database";
import type { HostingSection } from "./sections/hosting";

/**
 * Where sign-in may send people, from the hosts of the app unless the file says it: the first host that serves the app
 * is the site, and the others are allowed. Every path of the site's own host is accepted as it is, so that no wildcard
 * is needed.
 */
export function withAuthAddresses(
  database: DatabaseSection,
  domains: HostingSection["domains"] = {},
): DatabaseSection {
  if (database.auth === false) return database;
  const serving = Object.entries(domains).filter(([, { redirect }]) => redirect === undefined);
  const [site, ...others] = serving.map(([host]) => `https://${host}`);
  if (site === undefined) return database;
  const addresses = { site_url: site, uri_allow_list: others.join(",") };
  return { ...database, auth: { ...addresses, ...database.auth } };
}
