// Written by scripts/generate-host-tables.ts from hosts/vendors.ts and the vendors' folders. Do not edit.
import type { VendorDeclaration } from "../contract/declarations";
import * as digitalocean from "../digitalocean/declare";
import * as vercel from "../vercel/declare";
import type { Vendor } from "../vendors";

/** What is declared in a vendor's cloud. Loaded by who declares a stack, with the vendors' SDKs. */
export const declarations = {
  vercel,
  digitalocean,
} satisfies Partial<Record<Vendor, VendorDeclaration>>;
