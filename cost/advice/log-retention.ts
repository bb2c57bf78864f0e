import { numberAt } from "../pricers/inputs";
import type { Advice } from "./advice";
import { changed, namesOf, ofType } from "./change";

/** Days that CloudWatch can keep lines for, as far as tiers ask for them. */
const steps = [7, 14, 30, 60, 90, 180, 365, 400, 545, 731];

/** Where nothing is said, lines are kept for ever. */
const endless = Infinity;

export const logRetention: Advice = {
  id: "log-retention",
  title: "Log lines kept longer than the tier asks for",
  lost: "older lines are gone when somebody looks for them",
  choices: (stack) => {
    const groups = ofType(stack, "aws:cloudwatch/logGroup:LogGroup");
    const ways = steps.map((days) => {
      const longer = groups.filter((one) => (numberAt(one, "retentionInDays") || endless) > days);
      return { days, longer };
    });
    return [
      ways
        .filter(({ longer }) => longer.length > 0)
        .map(({ days, longer }) => ({
          setting: `logs.retentionInDays: ${days}`,
          of: namesOf(longer),
          to: changed(stack, longer, () => ({ retentionInDays: days })),
        })),
    ];
  },
};
