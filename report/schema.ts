import { z } from "zod";
import { reportVersion } from "./model";
import { sectionSchemas, target } from "./section-schema";

const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe("An exact decimal number as text: floats would change it.");
const amounts = z
  .strictObject({ low: decimal, expected: decimal, high: decimal })
  .describe("US dollars a month with little, expected and much use.");
const count = z.int().min(0);
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day in UTC.");
const instant = z.iso.datetime().describe("ISO 8601 in UTC.");
const percent = z.int().min(0).max(100);
const severity = z.enum(["low", "medium", "high", "critical"]);
const state = z.enum(["pass", "fail", "unknown", "not-applicable", "error"]);
const origin = z
  .enum(["check", "preview", "up", "state", "events"])
  .describe("What the report was made of.");
const verdict = z
  .enum(["clean", "advice", "refused", "broken"])
  .describe("refused: a mandatory rule says no. broken: the run did not come to its end.");

const counts = z
  .strictObject({
    pass: count,
    fail: count,
    unknown: count,
    error: count,
    notApplicable: count,
    waived: count,
  })
  .describe("Answers by state. A waived finding counts as waived alone.");

const value = z
  .json()
  .describe('A judged value; "[unknown]" where it is not known, "[secret]" for a secret.');

const run = z.strictObject({
  project: z.string(),
  stack: z.string(),
  tier: z.string(),
  owner: z.string(),
  origin,
  at: instant,
  commit: z.string().optional().describe("With -changed behind it where files differed from it."),
  pack: z.strictObject({ name: z.string(), version: z.string() }),
  engine: z.string().optional(),
  digest: z.string().optional().describe("Of the approved preview."),
  stopped: z.string().optional().describe("Why the run did not come to its end."),
});

const reference = { standard: z.string(), clause: z.string(), url: z.string().optional() };

const rule = z.strictObject({
  id: z.string(),
  family: z.string(),
  title: z.string(),
  why: z.string(),
  fix: z.string(),
  severity,
  topics: z.array(z.string()),
  references: z.array(z.strictObject(reference)),
});

const waived = z.strictObject({
  index: count.describe("Place in the stack's list of waivers, from 0."),
  reason: z.string(),
  owner: z.string(),
  expires: z.string(),
  ticket: z.string().optional(),
});

const result = z.strictObject({
  id: z.string().describe("The same for the same answer in every run."),
  rule: z.string(),
  family: z.string(),
  state,
  level: z.enum(["mandatory", "advisory"]),
  severity,
  target,
  message: z.string(),
  evidence: z.strictObject({
    property: z.string().optional(),
    found: value.optional(),
    wanted: value.optional(),
  }),
  place: z
    .strictObject({
      file: z.string().optional(),
      line: count.optional(),
      column: count.optional(),
      path: z.string().optional(),
    })
    .optional()
    .describe("In the stack file."),
  source: z
    .strictObject({ file: z.string(), line: count, column: count })
    .optional()
    .describe("In the program."),
  waiver: waived.optional(),
  allowed: z.literal(true).optional().describe("An unknown that the stack allows."),
});

const control = z.strictObject({
  ...reference,
  rules: z.array(z.string()),
  state: z.enum(["fail", "unknown", "waived", "pass", "not-applicable"]),
  counts,
});

const waiver = z.strictObject({
  rule: z.string(),
  target: z.string(),
  property: z.string().optional(),
  reason: z.string(),
  owner: z.string(),
  expires: day,
  daysLeft: z.int().describe("Below 0 once it is over."),
  ticket: z.string().optional(),
  covers: z.array(z.string()).describe("Ids of results."),
});

const resource = z.strictObject({
  ...target.shape,
  vendor: z.string(),
  component: z.string(),
  parent: z.string().optional(),
  custom: z.boolean().describe("False for components and the stack itself."),
  protect: z.boolean(),
  note: z.literal("rendered, not managed").optional(),
  rendered: z
    .array(z.string())
    .optional()
    .describe("Hosts and services that only a file tells what to be."),
  region: z.string().optional(),
  monthlyUsd: decimal.optional(),
  state: z.enum([...state.options, "waived"]).describe("The worst answer about it."),
});

const costs = z.strictObject({
  total: amounts,
  limitUsd: decimal.optional(),
  lowConfidenceUsd: decimal
    .optional()
    .describe("Of the total, what is expected by prices of low confidence."),
  components: z.array(
    z.strictObject({
      component: z.string(),
      monthlyUsd: amounts,
      lowConfidenceUsd: decimal.optional().describe("The same of this component."),
    }),
  ),
  notPriced: z.array(z.strictObject({ resource: z.string(), type: z.string(), why: z.string() })),
  elsewhere: z.array(z.string()).describe("What another stack counts."),
});

const mark = z.strictObject({ rule: z.string(), id: z.string() });

const trend = z.strictObject({
  runs: z
    .array(
      z.strictObject({
        at: instant,
        origin,
        commit: z.string().optional(),
        verdict,
        counts,
        score: percent,
        open: count,
        resources: count,
        monthlyUsd: decimal.optional(),
      }),
    )
    .describe("Oldest first."),
  families: z.array(z.strictObject({ family: z.string(), scores: z.array(percent.nullable()) })),
  since: z
    .strictObject({
      at: instant,
      opened: z.array(mark),
      closed: z.array(mark),
      stillOpen: z.array(mark),
      waived: z.array(mark),
    })
    .optional()
    .describe("Against the run before."),
});

/** What `report.json` holds. A change by which a reader of the last version would misread it is another version. */
export const reportSchema = z.strictObject({
  version: z.literal(reportVersion),
  run,
  verdict,
  counts,
  families: z.array(
    z.strictObject({
      family: z.string(),
      counts,
      score: percent.describe("Percent of its judged answers that hold."),
    }),
  ),
  rules: z.array(rule),
  results: z.array(result),
  controls: z.array(control),
  waivers: z.array(waiver),
  resources: z.array(resource),
  costs: costs.optional(),
  ...sectionSchemas,
  trend: trend.optional().describe("Only where earlier runs are on record."),
});

export type ReportJson = z.infer<typeof reportSchema>;

/** The same as JSON Schema (2020-12), for programs that read it. */
export function reportJsonSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(reportSchema);
  return {
    $schema,
    title: "Groundwork report",
    description: "What a run found of a stack, as groundwork report writes it into report.json.",
    ...rest,
  };
}
