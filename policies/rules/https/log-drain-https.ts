import { z } from "zod";
import { judgeAddress } from "../../lib/https/judge-address";
import { providerTypes } from "../../lib/provider-types";
import { iso, tlsBetween } from "../../lib/references";
import { defineRule } from "../../rule";

// Requirement: HDR-09
export const logDrainHttps = defineRule({
  id: "log-drain-https",
  title: "Log drains send over HTTPS",
  why: "Log lines hold addresses, paths and sometimes tokens of users, which a plain connection shows to everyone on the way.",
  fix: "Write https:// in logDrain.endpoint.",
  severity: "high",
  topics: ["https", "logs"],
  references: [
    tlsBetween,
    iso("A.8.15"),
    { standard: "Vercel", clause: "Drains", url: "https://vercel.com/docs/drains" },
  ],
  appliesTo: [providerTypes.vercelLogDrain],
  options: z.strictObject({}),
  check: (drain) => judgeAddress(drain, "endpoint", { input: "logDrain.endpoint" }),
});
