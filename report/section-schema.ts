import { z } from "zod";

const urn = z.string().describe("URN of a resource.");
const names = z.array(z.string());

/** A resource, or the stack itself. */
export const target = z.strictObject({ urn, type: z.string(), name: z.string() });
const own = target.shape;

const change = z.strictObject({
  ...own,
  operation: z.enum(["create", "update", "replace", "delete"]),
  failed: z.literal(true).optional().describe("The provider refused it."),
  properties: names.describe("Top-level inputs that differ; their values stand in no report."),
  meaning: z
    .array(
      z.strictObject({
        what: z.string(),
        property: z.string(),
        before: z.string(),
        after: z.string(),
        direction: z.enum(["weaker", "stronger", "other"]),
      }),
    )
    .describe("What the rules about changes compare, where it differs."),
});

const route = z.strictObject({
  ...own,
  hosts: z.array(z.strictObject({ host: z.string(), redirectsTo: z.string().optional() })),
  source: z.string().describe("Pattern of paths, as the provider reads it."),
  covers: z.enum(["every path", "some paths", "unknown"]),
  headers: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(["sent", "removed", "unknown"]),
      value: z.string().optional(),
      byApp: z.literal(true).optional().describe("Sent by the app itself."),
    }),
  ),
  grade: z.string().optional().describe("MDN HTTP Observatory's, with the headers of every path."),
  points: z.int().min(0).optional(),
});

const host = z.strictObject({
  host: z.string(),
  state: z
    .enum(["watched", "unheard", "no alarm", "no check", "redirects", "elsewhere"])
    .describe("watched: a check, an alarm and somebody who is told. elsewhere: by another stack."),
  from: z.array(urn).describe("What makes it public."),
  redirectsTo: z.string().optional(),
  checks: z.array(
    z.strictObject({
      ...own,
      address: z.string(),
      everySeconds: z.number().positive().optional(),
      alarms: z.array(urn),
    }),
  ),
});

const alarm = z.strictObject({
  ...own,
  class: z.string(),
  severity: z.string().optional(),
  owner: z.string().optional(),
  runbook: z.string().optional(),
  through: names.describe("Alarms made of it, through which it tells."),
  routes: names.describe("Who is told."),
});

const residence = z.strictObject({
  ...own,
  vendor: z.string(),
  said: z
    .enum(["declared", "provider", "project", "global", "vendor"])
    .describe(
      "Why it is there: said by itself, by its provider, by its project, or nobody's choice.",
    ),
  places: z.array(
    z.strictObject({
      region: z.string(),
      place: z.string().optional(),
      country: z.string().optional(),
    }),
  ),
  holds: z
    .string()
    .optional()
    .describe("What it keeps, for types that keep what people put there."),
  personalData: z.boolean().optional().describe("Left out where nothing says so."),
});

const access = z.strictObject({
  roles: z.array(
    z.strictObject({
      ...own,
      openTo: names.describe("Who may take it over."),
      grants: z.array(
        z.strictObject({
          allows: z.boolean(),
          actions: names,
          allBut: z.literal(true).optional().describe("actions are those that it leaves out."),
          on: names,
          conditions: names.describe("Keys of its conditions."),
        }),
      ),
      policies: names,
      partial: z.literal(true).optional().describe("Some of its documents are not known yet."),
    }),
  ),
  teams: z.array(
    z.strictObject({
      ...own,
      team: z.string(),
      permission: z.string().describe("In the repository."),
      members: z.array(z.strictObject({ name: z.string(), role: z.string() })),
    }),
  ),
  environments: z.array(
    z.strictObject({
      ...own,
      environment: z.string(),
      reviewers: names,
      waitMinutes: z.number().min(0),
      selfReview: z.boolean(),
      adminBypass: z.boolean(),
    }),
  ),
  branches: z.array(
    z.strictObject({
      ...own,
      pattern: z.string(),
      approvals: z.number().min(0),
      codeOwners: z.boolean(),
      adminBypass: z.boolean(),
      forcePushes: z.boolean(),
      bypassers: names,
    }),
  ),
});

/** What a report tells of the stack itself, by section. */
export const sectionSchemas = {
  changes: z
    .array(change)
    .optional()
    .describe("Left out where nothing was compared: of a check and of a state."),
  headers: z.array(route),
  coverage: z.strictObject({ hosts: z.array(host), alarms: z.array(alarm) }),
  residency: z.array(residence),
  access,
};
