import { placeOfAwsRegion } from "../../catalogue/aws-regions";
import { rumDomains } from "../../catalogue/web-vitals";
import { isPublicVariable } from "../../catalogue/vercel";
import type { Problem } from "../../core/errors";
import type { WebVitalsSettings } from "./args";

/** What is wrong with the args; paths count from them. */
export function webVitalsProblems(args: WebVitalsSettings): Problem[] {
  return [
    ...regionProblems(args),
    ...domainProblems(args),
    ...rateProblems(args),
    ...variableProblems(args),
  ];
}

/** Pages are let talk to the hosts of one region. */
function regionProblems({ region }: WebVitalsSettings): Problem[] {
  if (placeOfAwsRegion(region) !== undefined) return [];
  const found = region === "" ? "nothing" : region;
  const fix = "set aws:region in the stack file";
  return [{ where: { path: "region" }, found, allowed: "a region of AWS", fix }];
}

function domainProblems({ domains }: WebVitalsSettings): Problem[] {
  const { least, most } = rumDomains;
  const { size } = new Set(domains);
  if (size >= least && size <= most) return [];
  const allowed = `${least} to ${most} hosts, which is what an app monitor takes`;
  const fix = "name the hosts whose pages are measured under groundwork:webVitals.domains";
  return [{ where: { path: "domains" }, found: `${size} of them`, allowed, fix }];
}

function rateProblems({ sampleRate: rate }: WebVitalsSettings): Problem[] {
  if (rate === undefined || (rate > 0 && rate <= 1)) return [];
  const allowed = "above 0, at most 1";
  const fix = "leave groundwork:webVitals out to measure nothing";
  return [{ where: { path: "sampleRate" }, found: String(rate), allowed, fix }];
}

/** A variable of another name reaches servers alone. */
function variableProblems({ variable }: WebVitalsSettings): Problem[] {
  if (variable === undefined || isPublicVariable(variable)) return [];
  const allowed = "a name that browsers read, such as NEXT_PUBLIC_WEB_VITALS";
  return [{ where: { path: "variable" }, found: variable, allowed }];
}
