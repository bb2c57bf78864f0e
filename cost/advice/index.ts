import type { Advice } from "./advice";
import { bucketClasses } from "./bucket-classes";
import { canaryInterval } from "./canary-interval";
import { computeSize } from "./compute-size";
import { healthCheckExtras } from "./health-check-extras";
import { logRetention } from "./log-retention";
import { recoveryOutsideProd } from "./recovery-outside-prod";
import { recoveryWindow } from "./recovery-window";
import { replicaOutsideProd } from "./replica-outside-prod";
import { seats } from "./seats";

/** Every kind of saving that is looked for. */
export const advice: readonly Advice[] = [
  bucketClasses,
  canaryInterval,
  computeSize,
  healthCheckExtras,
  logRetention,
  recoveryOutsideProd,
  recoveryWindow,
  replicaOutsideProd,
  seats,
];
