import { z } from "zod";
import { hostName } from "../formats";

const recordTypes = ["A", "AAAA", "CNAME", "CAA", "MX", "TXT"] as const;

const longest = 172_800;
const ttl = (most: number, fallback: number) =>
  z
    .int()
    .min(0)
    .max(most)
    .optional()
    .describe("Seconds for which resolvers keep the answer.")
    .meta({ default: fallback });

const record = z
  .strictObject({
    type: z.enum(recordTypes).describe("Type of the record."),
    values: z
      .array(z.string().regex(/\S/, "an answer that is not empty"))
      .min(1)
      .refine((values) => new Set(values).size === values.length, "each value once")
      .describe("Answers, as the type writes them."),
    ttl: ttl(longest, 300),
    check: z
      .boolean()
      .optional()
      .describe("Whether this stack asks the host. false where another stack does.")
      .meta({ default: true }),
  })
  .refine(({ type, values }) => type !== "CNAME" || values.length === 1, {
    path: ["values"],
    error: "one host: a CNAME has one",
  });

const failover = z
  .strictObject({
    host: hostName.describe("Host of the app that gets two answers."),
    standby: hostName.describe("Host that answers for it while it is down; one of records."),
    ttl: ttl(60, 60),
  })
  .describe("Which host answers while the app's own is down.");

/** The DNS zone on Route 53, and the records in it. */
export const dnsSection = z
  .strictObject({
    zone: z
      .strictObject({
        name: hostName.describe("The zone: example.com."),
        id: z
          .string()
          .regex(/^Z[A-Z0-9]{1,31}$/, "the id of a hosted zone such as Z0123456789ABCDEFGHIJ")
          .optional()
          .describe(
            "Id of a zone that exists. Left out, the stack that owns what is shared makes it.",
          ),
        protect: z
          .boolean()
          .optional()
          .describe("Whether Pulumi refuses to delete the zone. Default by tier."),
      })
      .describe("The zone. Route 53 alone answers for it."),
    records: z
      .record(hostName, record)
      .optional()
      .describe(
        "Records by host. Hosts of the hosting project that are in the zone have theirs without a word.",
      ),
    failover: failover.optional(),
  })
  .describe("The DNS zone on Route 53, and the records in it.");

export type DnsSection = z.infer<typeof dnsSection>;
