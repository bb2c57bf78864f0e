import { numberAt, textAt, valueAt } from "../pricers/inputs";
import type { Advice } from "./advice";
import { changed, namesOf, ofType } from "./change";

/** Seconds between requests of one checker: what costs nothing extra. */
const usual = 30;

export const healthCheckExtras: Advice = {
  id: "health-check-extras",
  title: "Health checks that are asked every 10 seconds, or measure latency",
  lost: "an outage is noticed half a minute later, and CloudWatch has no latency of these hosts",
  choices: (stack) => {
    const paid = ofType(stack, "aws:route53/healthCheck:HealthCheck").filter(
      (one) =>
        textAt(one, "type") !== "CALCULATED" &&
        ((numberAt(one, "requestInterval") ?? usual) < usual ||
          valueAt(one, "measureLatency") === true),
    );
    if (paid.length === 0) return [];
    return [
      [
        {
          setting: `requestInterval: ${usual} and no measured latency in uptime`,
          of: namesOf(paid),
          to: changed(stack, paid, () => ({ requestInterval: usual, measureLatency: false })),
        },
      ],
    ];
  },
};
