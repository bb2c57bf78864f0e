import { z } from "zod";
import { databaseRegions } from "../../../catalogue/regions";
import { judgeRegion } from "../../lib/data/regions";
import { providerTypes } from "../../lib/provider-types";
import { gdpr, iso } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: COMP-01, COMP-06
export const databaseRegionAllowed = defineRule({
  id: "database-region-allowed",
  title: "The database and its replicas are in allowed regions",
  why: "A database or a replica in another country takes every row out of the places that were agreed, and it can never move.",
  fix: "Name an allowed region in region and readReplicas.",
  severity: "high",
  topics: ["data", "residency"],
  references: [gdpr(44), iso("A.5.34")],
  appliesTo: [providerTypes.supabaseProject, providerTypes.supabaseReadReplica],
  options: z.strictObject({
    allowed: z
      .array(z.enum(databaseRegions))
      .min(1)
      .describe("Regions that a database or a replica may be in."),
  }),
  check: (resource, { options: { allowed } }) => {
    const isReplica = resource.type === providerTypes.supabaseReadReplica;
    return judgeRegion(resource, { input: isReplica ? "readReplicas" : "region", allowed });
  },
});
