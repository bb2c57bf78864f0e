import type { Tier } from "../../core/profile";
import { runsAMonth } from "../pricers/aws/schedule";
import { textAt } from "../pricers/inputs";
import type { Advice } from "./advice";
import { changed, ofType } from "./change";

/** Minutes between runs that are enough for a tier: nobody is woken for what is not prod. */
const enough: Readonly<Record<Tier, number>> = { dev: 60, staging: 15, prod: 5 };

export const canaryInterval: Advice = {
  id: "canary-interval",
  title: "A canary that runs more often than its tier needs",
  lost: "a fault is noticed that much later",
  choices: (stack) => {
    const expression = `rate(${enough[stack.tier]} minutes)`;
    const most = runsAMonth(expression);
    const faster = ofType(stack, "aws:synthetics/canary:Canary").filter((one) => {
      const runs = runsAMonth(textAt(one, "schedule.expression") ?? "");
      return runs !== undefined && most !== undefined && runs.gt(most);
    });
    return faster.map((one) => [
      {
        setting: `uptime.canary: ${one.name} every ${enough[stack.tier]} minutes`,
        of: [one.name],
        to: changed(stack, [one], () => ({ schedule: { expression } })),
      },
    ]);
  },
};
