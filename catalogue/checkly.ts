/**
 * Day on which the facts of this file were last compared with their sources.
 * @public
 */
export const checklyCheckedOn = "2026-11-22";

/** Plans of Checkly, smallest first. Source: https://www.checklyhq.com/pricing.md */
export const checklyPlans = ["hobby", "starter", "team"] as const;
export type ChecklyPlan = (typeof checklyPlans)[number];

/** The plan of an account of which nothing is said. */
export const defaultChecklyPlan: ChecklyPlan = "team";

/**
 * Where Checkly asks from: its code, and the place for people. Source: https://www.checklyhq.com/docs/concepts/locations/;
 * codes are those of AWS regions.
 */
const locations = {
  "us-east-1": "N. Virginia, USA",
  "us-east-2": "Ohio, USA",
  "us-west-1": "N. California, USA",
  "us-west-2": "Oregon, USA",
  "ca-central-1": "Montréal, Canada",
  "sa-east-1": "São Paulo, Brazil",
  "eu-west-1": "Dublin, Ireland",
  "eu-west-2": "London, United Kingdom",
  "eu-west-3": "Paris, France",
  "eu-central-1": "Frankfurt, Germany",
  "eu-north-1": "Stockholm, Sweden",
  "eu-south-1": "Milan, Italy",
  "ap-southeast-1": "Singapore",
  "ap-southeast-2": "Sydney, Australia",
  "ap-southeast-3": "Jakarta, Indonesia",
  "ap-northeast-1": "Tokyo, Japan",
  "ap-northeast-2": "Seoul, South Korea",
  "ap-northeast-3": "Osaka, Japan",
  "ap-east-1": "Hong Kong",
  "ap-south-1": "Mumbai, India",
  "me-south-1": "Bahrain",
  "af-south-1": "Cape Town, South Africa",
} as const;
export type ChecklyLocation = keyof typeof locations;

export const checklyLocations = Object.keys(locations) as [ChecklyLocation, ...ChecklyLocation[]];

/** Locations of the plans below Team. Source: https://www.checklyhq.com/pricing.md */
const smallPlanLocations: readonly ChecklyLocation[] = [
  ...(["us-east-1", "us-west-1", "eu-central-1"] as const),
  ...(["eu-west-2", "ap-southeast-1", "ap-southeast-2"] as const),
];

/** Locations that a plan does not have. */
export function locationsBeyond(
  plan: ChecklyPlan,
  asked: readonly ChecklyLocation[],
): ChecklyLocation[] {
  return plan === "team" ? [] : asked.filter((one) => !smallPlanLocations.includes(one));
}

/** Minutes between two runs of a check. Source: terraform-provider-checkly 1.7, resource_check.go. */
export const checklyFrequencies = [1, 5, 10, 15, 30, 60, 720, 1440] as const;
export type ChecklyFrequency = (typeof checklyFrequencies)[number];

/** Milliseconds that a check can wait for an answer at most. Source: the same. */
export const longestResponse = 30_000;

/** Days before its end from which on a certificate is told of, at most. Source: resource_alert_channel.go. */
export const longestCertificateNotice = 30;
