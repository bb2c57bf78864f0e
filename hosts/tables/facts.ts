// Written by scripts/generate-host-tables.ts from hosts/vendors.ts and the vendors' folders. Do not edit.
import type { VendorFacts } from "../contract/facts";
import * as digitalocean from "../digitalocean";
import * as fly from "../fly";
import * as netlify from "../netlify";
import * as railway from "../railway";
import * as render from "../render";
import * as vercel from "../vercel";
import type { Vendor } from "../vendors";

/** What is true of each vendor. Loaded by everybody. */
export const facts = {
  vercel,
  fly,
  netlify,
  render,
  railway,
  digitalocean,
} satisfies Record<Vendor, VendorFacts>;
