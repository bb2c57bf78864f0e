import type { PriceVendor } from "../../../../catalogue/prices/price";
import type { Adapter } from "../adapter";
import { supabaseAdapter } from "./supabase";
import { vercelAdapter } from "./vercel";

/** Whom Groundwork can ask, each at its own address. */
export function allAdapters(): readonly Adapter[] {
  return [supabaseAdapter(), vercelAdapter()];
}

/** Why nobody is asked about the others. */
export const notAsked: Partial<Record<PriceVendor, string>> = {
  aws: "AWS takes 0.01 USD for the question: add --ask-aws",
};
