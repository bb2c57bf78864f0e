import { groupBy } from "../../core/group";
import { median } from "../../core/median";
import { byText } from "../../core/order";
import { type Check, needsCredential } from "../smoke/check";
import type { CheckResult } from "../smoke/run";
import type { ResponseTime } from "./compare";

/** What can be asked at any time: no credential is sent, nothing is made. */
const repeatedGroups: readonly Check["group"][] = ["requests", "health"];

/** Whether a check can be asked again and again. */
export function isRepeatable(check: Check): boolean {
  const reads = (check.question.method ?? "GET") === "GET";
  return repeatedGroups.includes(check.group) && reads && !needsCredential(check);
}

// Requirement: REL-13
/** The median of each address over all rounds. What is not as declared, or was answered too seldom, has none. */
export function responseTimes(
  rounds: readonly (readonly CheckResult[])[],
  samples: number,
): ResponseTime[] {
  const good = rounds.flat().filter(({ findings }) => findings.length === 0);
  return [...groupBy(good, ({ url }) => addressOf(url))]
    .flatMap(([address, results]) => {
      const times = results.flatMap(({ milliseconds }) => milliseconds ?? []);
      const middle = median(times);
      if (middle === undefined || times.length < samples) return [];
      return [{ address, milliseconds: Math.round(middle), samples: times.length }];
    })
    .sort(byText(({ address }) => address));
}

/** A query may carry what nobody else should read. */
export function addressOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
