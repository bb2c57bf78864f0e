// Written by scripts/generate-host-tables.ts from hosts/vendors.ts and the vendors' folders. Do not edit.
import type { VendorRendering } from "../contract/renderings";
import * as digitalocean from "../digitalocean/render";
import * as fly from "../fly/render";
import * as netlify from "../netlify/render";
import * as railway from "../railway/render";
import * as render from "../render/render";
import type { Vendor } from "../vendors";

/** What each vendor's files are. Loaded by who declares a stack or writes its files. */
export const renderings = {
  fly,
  netlify,
  render,
  railway,
  digitalocean,
} satisfies Partial<Record<Vendor, VendorRendering>>;
