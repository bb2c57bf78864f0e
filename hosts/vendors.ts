/**
 * Who can serve the site of a stack or run its services: the one table. A further vendor is a folder of its name beside
 * this file and a line here, after which `npm run generate` writes what is in `tables`. Lists for people have this order.
 */
export const vendors = [
  "vercel", // sites, in whose words the stack file speaks of them
  "fly", // services, in whose words the stack file speaks of them
  "netlify", // sites
  "render", // both
  "railway", // services
  "digitalocean", // both
] as const;
export type Vendor = (typeof vendors)[number];
