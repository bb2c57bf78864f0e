import { z } from "zod";
import { codeOwnersPlaces, committedFile } from "../../lib/repository/committed-files";
import { type Escapes, escapesOf } from "../../lib/repository/escapes";
import type { Asked } from "../../lib/repository/demands";
import { eachRepository } from "../../lib/repository/judge-repository";
import { protectionOf } from "../../lib/repository/protection";
import { changeManagement, scorecardCheck } from "../../lib/repository/references";
import { type ScorecardResult, highestTier, scorecard } from "../../lib/repository/scorecard";
import { defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01, REPO-02
export const scorecardBranchProtection = defineRule({
  id: "scorecard-branch-protection",
  title: "The default branch reaches the tier of OpenSSF Scorecard that is asked for",
  why: "Settings that each look right can together still leave a way to production open, which a scale that others use too makes plain.",
  fix: "Mend what the finding says the next tier lacks; tiers count only together with those below them.",
  severity: "high",
  topics: ["repository", "branch"],
  references: [scorecardCheck("Branch-Protection"), changeManagement],
  appliesTo: "stack",
  options: z.strictObject({
    minTier: z
      .int()
      .min(1)
      .max(highestTier)
      .describe("Least tier of Scorecard's Branch-Protection, 1 to 5."),
  }),
  check: eachRepository<{ minTier: number }>(({ stack, repository, options: { minTier } }) => {
    const protection = protectionOf(stack, repository);
    const file = committedFile(stack, repository, codeOwnersPlaces);
    const input = {
      demands: protection.demands,
      adminsBound: boundBy(escapesOf(protection)),
      codeOwnersFile: file.state === "open" ? "open" : file.state === "declared",
    } as const;
    const [urn = repository.urn] = protection.sources.map(({ resource }) => resource.urn);
    const evidence = { urn, input: "protection", wanted: `tier ${minTier}` };
    const reached = scorecard(input, false);
    const message = report(reached);
    if (reached.tier >= minTier) return pass({ ...evidence, found: reached.tier, message });
    if (scorecard(input, true).tier >= minTier) return unknown(evidence);
    return fail({
      ...evidence,
      found: reached.tier,
      message: `${message}; wanted tier ${minTier}`,
    });
  }),
});

function boundBy({ sure, open }: Escapes): Asked {
  if (sure.length > 0) return false;
  return open.length > 0 ? "open" : true;
}

function report({ tier, score, lacking }: ScorecardResult): string {
  const reached = `tier ${tier} of ${highestTier} reached, ${score} of 10 points`;
  return tier === highestTier
    ? reached
    : `${reached}; tier ${tier + 1} lacks ${lacking.join(", ")}`;
}
