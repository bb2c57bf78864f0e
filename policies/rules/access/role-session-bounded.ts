import { z } from "zod";
import { readProperty } from "../../../core/value";
import { accessControl } from "../../lib/access/references";
import { providerTypes } from "../../lib/provider-types";
import { defineRule, fail, pass, unknown } from "../../rule";

/** What IAM takes for a role that says nothing. */
const defaultSeconds = 3600;

// Requirement: COMP-03
export const roleSessionBounded = defineRule({
  id: "role-session-bounded",
  title: "Nobody keeps a role for longer than its tier allows",
  why: "Credentials of a role that leak from a job work until the session ends, and nobody can end it from outside.",
  fix: "Lower maxSessionDuration, which is an hour when it is left out.",
  severity: "medium",
  topics: ["access"],
  references: accessControl,
  appliesTo: [providerTypes.awsRole],
  options: z.strictObject({
    maxSeconds: z.int().min(3600).max(43_200).describe("Longest session of a role, in seconds."),
  }),
  check: ({ inputs }, { options }) => {
    const property = "maxSessionDuration";
    const evidence = { property, input: property, wanted: `at most ${options.maxSeconds} seconds` };
    const duration = readProperty(inputs, [property]);
    if (duration.state === "unknown") return unknown(evidence);
    const seconds = duration.state === "known" ? Number(duration.value) : defaultSeconds;
    const found = `${seconds} seconds`;
    return seconds <= options.maxSeconds
      ? pass({ ...evidence, found })
      : fail({ ...evidence, found });
  },
});
