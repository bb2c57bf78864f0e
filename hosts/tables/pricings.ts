// Written by scripts/generate-host-tables.ts from hosts/vendors.ts and the vendors' folders. Do not edit.
import type { VendorPricing } from "../contract/pricings";
import * as digitalocean from "../digitalocean/cost";
import * as fly from "../fly/cost";
import * as netlify from "../netlify/cost";
import * as railway from "../railway/cost";
import * as render from "../render/cost";
import type { Vendor } from "../vendors";

/** What each vendor bills. Loaded by who estimates. */
export const pricings = {
  fly,
  netlify,
  render,
  railway,
  digitalocean,
} satisfies Partial<Record<Vendor, VendorPricing>>;
