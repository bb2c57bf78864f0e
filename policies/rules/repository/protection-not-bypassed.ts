import { z } from "zod";
import { type Escapes, demandTexts, escapesOf, makes } from "../../lib/repository/escapes";
import { eachProtection } from "../../lib/repository/judge-repository";
import type { ProtectionSource } from "../../lib/repository/protection-source";
import { cisGithub, privilegedAccess, scorecardCheck } from "../../lib/repository/references";
import { type Answer, defineRule, fail, pass, unknown } from "../../rule";

// Requirement: REPO-01, COMP-03
export const protectionNotBypassed = defineRule({
  id: "protection-not-bypassed",
  title: "Nobody passes by the rules of the default branch, administrators included",
  why: "A rule that some may pass by protects against everybody but those whose accounts are worth taking over.",
  fix: "Set enforceAdmins, and name no bypassers and no bypass actors.",
  severity: "critical",
  topics: ["repository", "branch"],
  references: [cisGithub("1.1.14"), privilegedAccess, scorecardCheck("Branch-Protection")],
  appliesTo: "stack",
  options: z.strictObject({}),
  check: eachProtection((site) => {
    const { sources } = site.protection;
    const escapes = escapesOf(site.protection);
    const passed = sources.flatMap((source) => judgeSource(source, escapes));
    if (passed.length > 0) return passed;
    const [urn = site.repository.urn] = sources.map(({ resource }) => resource.urn);
    const evidence = { urn, wanted: "rules for everybody" };
    return escapes.open.length > 0 ? unknown(evidence) : pass(evidence);
  }),
});

/** A rule that can be passed by is no finding where another one makes its demands of everybody. */
function judgeSource({ resource, demands, bypasses }: ProtectionSource, { sure }: Escapes) {
  return bypasses.flatMap(({ who, property, input, keys }): Answer[] => {
    const lost = sure.filter((key) => keys.includes(key) && makes(demands, key));
    if (lost.length === 0) return [];
    const found = lost.map((key) => demandTexts[key]);
    const message = `${property}: ${who} may pass by ${found.join(", ")}`;
    const place = { urn: resource.urn, property, ...(input !== undefined && { input }) };
    return [fail({ ...place, found, wanted: "rules for everybody", message })];
  });
}
