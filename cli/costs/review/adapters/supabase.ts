import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Adapter } from "../adapter";
import { ask, unreadable } from "../ask";

const variable = "SUPABASE_ACCESS_TOKEN";

/** A month of what is billed by the hour. */
const hours = 730;

/** Of the Management API's `GET /v1/projects/{ref}/billing/addons`; what else it says is not looked at. */
const addons = z.object({
  selected_addons: z.array(
    z.object({
      variant: z.object({
        price: z.object({ interval: z.enum(["hourly", "monthly"]), amount: z.number().min(0) }),
      }),
    }),
  ),
});

/** Compute, recovery, a hostname and such: what a project has selected, and neither the plan nor use. */
const isAddon = /^supabase-(compute|pitr|custom-domain|ipv4|mfa-phone)/;

export function supabaseAdapter(base = "https://api.supabase.com"): Adapter {
  return {
    vendor: "supabase",
    needs: [variable],
    covers: ({ price }) => isAddon.test(price.sku),
    async read(fetch, { env, projectRef }) {
      const ref = await projectRef();
      if (typeof ref !== "string") return ref;
      const token = { variable, value: env[variable] ?? "" };
      const path = `/v1/projects/${encodeURIComponent(ref)}/billing/addons`;
      const asked = { fetch, vendor: "Supabase", base, path, token };
      const parsed = addons.safeParse(parsedJson(await ask(asked)));
      if (!parsed.success) throw unreadable(asked, "selected_addons, each with a price");
      return {
        usd: parsed.data.selected_addons.reduce(
          (sum, { variant: { price } }) =>
            sum.plus(new Decimal(price.amount).times(price.interval === "hourly" ? hours : 1)),
          new Decimal(0),
        ),
        period: "a month as selected now",
        part: new Decimal(1),
        source: "Supabase Management API, billing/addons",
        only: "add-ons of the project: neither plan nor use",
      };
    },
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
