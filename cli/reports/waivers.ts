import { z } from "zod";
import type { ListedWaiver } from "../../report/sections/waivers";

const readable = z.object({
  rule: z.string(),
  target: z.string(),
  property: z.string().optional(),
  max: z.number().optional(),
  reason: z.string(),
  owner: z.string(),
  expires: z.iso.date(),
  ticket: z.string().optional(),
});

/** The entries of a stack's waivers that can be read; the rules tell what is wrong with the others. */
export function readableWaivers(entries: readonly unknown[]): ListedWaiver[] {
  return entries.flatMap((entry, index) => {
    const { data } = readable.safeParse(entry);
    return data ? [{ index, ...(data as Omit<ListedWaiver, "index">) }] : [];
  });
}
