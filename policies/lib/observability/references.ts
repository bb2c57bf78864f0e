import type { Reference } from "../../rule";
import { iso, soc2 } from "../references";

/** What of three visits in four is good. */
export const coreWebVitals: Reference = {
  standard: "Core Web Vitals",
  clause: "LCP, INP, CLS",
  url: "https://web.dev/articles/vitals",
};

/** That systems are watched for what is unusual, and what is found is looked at. */
export const monitoring: readonly Reference[] = [soc2("CC7.2"), iso("A.8.16")];

/** That somebody answers to what is found. */
export const incidentResponse: Reference = soc2("CC7.3");

/** That logs are made, kept and protected. */
export const logging: Reference = iso("A.8.15");

const controlTower = (clause: string): Reference => ({
  standard: "AWS Control Tower",
  clause,
  url: "https://docs.aws.amazon.com/controltower/latest/controlreference/cloudwatch-rules.html",
});

/** An action for the alarm state. */
export const alarmActed = controlTower("CT.CLOUDWATCH.PR.1");
/** Actions that are turned on. */
export const alarmActive = controlTower("CT.CLOUDWATCH.PR.4");
/** How long log groups are kept, and that a key encrypts them. */
export const logsKept = controlTower("CT.CLOUDWATCH.PR.2");
export const logsEncrypted = controlTower("CT.CLOUDWATCH.PR.3");

/** The AWS account's own record. */
export const cisTrail = (clause: string): Reference => ({
  standard: "CIS AWS Foundations Benchmark 3.0.0",
  clause,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html",
});
