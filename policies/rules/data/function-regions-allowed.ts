import { z } from "zod";
import { hosts } from "../../../hosts";
import { type FunctionRegion, functionRegionCodes } from "../../../catalogue/regions";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { pathText } from "../../../core/property-path";
import { type Value, holdsUnknown, readProperty } from "../../../core/value";
import { listed } from "../../lib/lists";
import { providerTypes } from "../../lib/provider-types";
import { gdpr } from "../../lib/references";
import { readText } from "../../lib/text";
import { defineRule, fail, notApplicable, pass, unknown } from "../../rule";

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
  appliesTo: [providerTypes.vercelProject, tokens.hostedSite],
  options: z.strictObject({
    allowed: z
      .array(z.enum(functionRegionCodes))
      .min(1)
      .describe("Regions that functions may run in."),
  }),
  check: (site, { options }) => {
    const { path, allowed } = regionsOf(site, options.allowed);
    if (!allowed) return notApplicable("the host serves it from everywhere", site.urn);
    const property = pathText(path);
    const evidence = { property, input: asked, wanted: `some of ${allowed.join(", ")}` };
    const regions = readProperty(site.inputs, path);
    if (regions.state === "unknown") return unknown(evidence);
    // Left out, the host decides, and may decide otherwise tomorrow.
    if (regions.state === "absent") return fail({ ...evidence, found: null });
    const all = listed(regions.value);
    const known: readonly Value[] = allowed;
    const foreign = all.filter((region) => !holdsUnknown(region) && !known.includes(region));
    if (foreign.length > 0) return fail({ ...evidence, found: foreign });
    if (holdsUnknown(regions.value)) return unknown(evidence);
    return all.length > 0 ? pass({ ...evidence, found: all }) : fail({ ...evidence, found: null });
  },
});

/** The arg that decides it, on every host. */
const asked = "resourceConfig.functionDefaultRegions";

interface Regions {
  path: readonly string[];
  /** By the host's own names; undefined where a site of it has no region. */
  allowed: readonly string[] | undefined;
}

/**
 * Where a site names its regions. On another host than Vercel, one stands for the region of Vercel to which it is the
 * nearest: that it lies elsewhere is a gap, which a rule of its own tells.
 */
function regionsOf(
  { type, inputs }: DeclaredResource,
  allowed: readonly FunctionRegion[],
): Regions {
  if (type !== tokens.hostedSite) return { path: asked.split("."), allowed };
  const vendor = readText(inputs, ["vendor"]) ?? "";
  const nearest = Object.hasOwn(hosts, vendor)
    ? hosts[vendor as keyof typeof hosts].regions
    : undefined;
  const regions = nearest && [...new Set(allowed.map((code) => nearest[code].region))];
  return { path: ["regions"], allowed: regions };
}
