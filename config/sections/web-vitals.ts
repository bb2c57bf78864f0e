import { z } from "zod";
import { isPublicVariable } from "../../catalogue/vercel";
import {
  rumDomains,
  rumSampleRate,
  rumTelemetries,
  webVitalsVariable,
} from "../../catalogue/web-vitals";
import { flag, hostName, variableKeyPattern } from "../formats";

const once = (values: readonly string[]) => new Set(values).size === values.length;

// Requirement: ALRT-17
/** What browsers of visitors measure. Left out, nobody asks them. */
export const webVitalsSection = z
  .strictObject({
    domains: z
      .array(hostName)
      .min(rumDomains.least)
      .max(rumDomains.most)
      .refine(once, "each host once")
      .optional()
      .describe("Hosts whose pages may send, 1 to 5. Default: those that serve the app."),
    sampleRate: z
      .number()
      .gt(0)
      .max(1)
      .optional()
      .describe("Part of the visits that are measured. Each event is billed.")
      .meta({ default: rumSampleRate }),
    telemetries: z
      .array(z.enum(rumTelemetries))
      .min(1)
      .refine(once, "each kind once")
      .optional()
      .describe("performance: web vitals and loading; http: the requests that pages make.")
      .meta({ default: ["performance"] }),
    cookies: flag("Whether two cookies tell visitors and sessions apart.").meta({ default: false }),
    tracing: flag("Whether X-Ray traces requests of pages.").meta({ default: false }),
    customEvents: flag("Whether the app may send events of its own.").meta({ default: false }),
    keepLogs: flag("Whether what is sent goes to CloudWatch Logs too.").meta({ default: false }),
    variable: z
      .string()
      .regex(variableKeyPattern, "letters, digits and _, not beginning with a digit")
      .refine(isPublicVariable, "a name that browsers read, such as NEXT_PUBLIC_WEB_VITALS")
      .optional()
      .describe("Name of the app's variable that carries what its client needs.")
      .meta({ default: webVitalsVariable }),
  })
  .describe(
    "Web vitals, as browsers of visitors measure them, in AWS RUM. The app loads the client: docs/guides/web-vitals.md.",
  );

export type WebVitalsSection = z.infer<typeof webVitalsSection>;
