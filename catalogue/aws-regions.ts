/**
 * Day on which the lists of this file were last compared with their sources.
 * @public
 */
export const awsRegionsCheckedOn = "2026-11-21";

/**
 * Where AWS runs its regions, for people. Supabase uses the same codes, since it runs there.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html
 */
const regions: Readonly<Record<string, string>> = {
  "af-south-1": "Cape Town, South Africa",
  "ap-east-1": "Hong Kong",
  "ap-northeast-1": "Tokyo, Japan",
  "ap-northeast-2": "Seoul, South Korea",
  "ap-northeast-3": "Osaka, Japan",
  "ap-south-1": "Mumbai, India",
  "ap-south-2": "Hyderabad, India",
  "ap-southeast-1": "Singapore",
  "ap-southeast-2": "Sydney, Australia",
  "ap-southeast-3": "Jakarta, Indonesia",
  "ap-southeast-4": "Melbourne, Australia",
  "ap-southeast-5": "Malaysia",
  "ap-southeast-7": "Thailand",
  "ca-central-1": "Montréal, Canada",
  "ca-west-1": "Calgary, Canada",
  "eu-central-1": "Frankfurt, Germany",
  "eu-central-2": "Zürich, Switzerland",
  "eu-north-1": "Stockholm, Sweden",
  "eu-south-1": "Milan, Italy",
  "eu-south-2": "Spain",
  "eu-west-1": "Ireland",
  "eu-west-2": "London, United Kingdom",
  "eu-west-3": "Paris, France",
  "il-central-1": "Tel Aviv, Israel",
  "me-central-1": "United Arab Emirates",
  "me-south-1": "Bahrain",
  "mx-central-1": "Mexico",
  "sa-east-1": "São Paulo, Brazil",
  "us-east-1": "N. Virginia, USA",
  "us-east-2": "Ohio, USA",
  "us-west-1": "N. California, USA",
  "us-west-2": "Oregon, USA",
};

/** `ca-central-1` → `Montréal, Canada` */
export function placeOfAwsRegion(region: string): string | undefined {
  return Object.hasOwn(regions, region) ? regions[region] : undefined;
}

/**
 * Services whose resources lie in no region that could be chosen: they answer from everywhere, and AWS keeps what they
 * are told in a region of its own. Source: https://docs.aws.amazon.com/general/latest/gr/rande.html (global endpoints).
 */
export const globalAwsServices: ReadonlySet<string> = new Set([
  "budgets",
  "chatbot",
  "cloudfront",
  "costexplorer",
  "iam",
  "organizations",
  "route53",
  "waf",
]);
