import { z } from "zod";
import { functionRegionCodes } from "../../../catalogue/regions";
import { type Value, holdsUnknown, readProperty } from "../../../core/value";
import { listed } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { gdpr } from "../../lib/references";
import { defineRule, fail, pass, unknown } from "../../rule";

export const functionRegionsAllowed = defineRule({
  id: "function-regions-allowed",
  title: "Functions run in allowed regions only",
  why: "Code handles users' data where it runs, so a region outside the list takes the data out of the places that were agreed.",
  fix: "List only allowed regions in resourceConfig.functionDefaultRegions.",
  severity: "medium",
  topics: ["data", "residency"],
  references: [
    gdpr(44),
    {
      standard: "Vercel",
      clause: "Function regions",
      url: "https://vercel.com/docs/functions/configuring-functions/region",
    },
  ],
  appliesTo: [providerTypes.vercelProject],
  options: z.strictObject({
    allowed: z
      .array(z.enum(functionRegionCodes))
      .min(1)
      .describe("Regions that functions may run in."),
  }),
  check: ({ inputs }, { options }) => {
    const property = "resourceConfig.functionDefaultRegions";
    const evidence = { property, input: property, wanted: `some of ${options.allowed.join(", ")}` };
    const regions = readProperty(inputs, ["resourceConfig", "functionDefaultRegions"]);
    if (regions.state === "unknown") return unknown(evidence);
    // Left out, Vercel decides, and may decide otherwise tomorrow.
    if (regions.state === "absent") return fail({ ...evidence, found: null });
    const all = listed(regions.value);
    const allowed: readonly Value[] = options.allowed;
    const foreign = all.filter((region) => !holdsUnknown(region) && !allowed.includes(region));
    if (foreign.length > 0) return fail({ ...evidence, found: foreign });
    if (holdsUnknown(regions.value)) return unknown(evidence);
    return all.length > 0 ? pass({ ...evidence, found: all }) : fail({ ...evidence, found: null });
  },
});
