import type { TransformsOf } from "../../hosts/contract/declarations";
import type { declarations } from "../../hosts/tables/declarations";
import type { VercelTransforms } from "./vercel";

type SiteTransforms = TransformsOf<typeof declarations, "site">;

/** The last word on each kind of child. */
export interface HostingTransforms extends VercelTransforms, SiteTransforms {}
