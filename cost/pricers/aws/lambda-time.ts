import { Decimal } from "decimal.js";
import type { Amounts } from "../../scenarios";
import { mapAmounts } from "../../scenarios";

/** GB-seconds of seconds that so much memory, in MB, is held. Lambda's GB is 1,024 MB. */
export function gigabyteSeconds(seconds: Amounts, megabytes: Decimal.Value): Amounts {
  const gigabytes = new Decimal(megabytes).div(1024);
  return mapAmounts(seconds, (one) => one.times(gigabytes));
}
