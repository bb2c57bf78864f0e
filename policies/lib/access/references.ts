import type { Reference } from "../../rule";

/** That people and programs may do what they need, and no more. */
export const leastPrivilege: readonly Reference[] = [
  { standard: "SOC 2", clause: "CC6.3" },
  { standard: "ISO/IEC 27001:2022", clause: "A.8.2" },
  {
    standard: "AWS",
    clause: "IAM best practices: least-privilege permissions",
    url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html",
  },
];

/** That who is not meant to does not get in. */
export const accessControl: readonly Reference[] = [
  { standard: "SOC 2", clause: "CC6.1" },
  { standard: "ISO/IEC 27001:2022", clause: "A.5.15" },
];

/** That AWS's own services are not used by others to reach what is not theirs. */
export const confusedDeputy: Reference = {
  standard: "AWS",
  clause: "The confused deputy problem",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
};
