import type { Reference } from "../../rule";
import { iso, soc2 } from "../references";

/** That people and programs may do what they need, and no more. */
export const leastPrivilege: readonly Reference[] = [
  soc2("CC6.3"),
  iso("A.8.2"),
  {
    standard: "AWS",
    clause: "IAM best practices: least-privilege permissions",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  },
];

/** That who is not meant to does not get in. */
export const accessControl: readonly Reference[] = [soc2("CC6.1"), iso("A.5.15")];

/** That AWS's own services are not used by others to reach what is not theirs. */
export const confusedDeputy: Reference = {
  standard: "AWS",
  clause: "The confused deputy problem",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
};
