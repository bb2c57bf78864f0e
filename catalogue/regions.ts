/**
 * Day on which the lists of this file were last compared with their sources.
 * @public
 */
export const regionsCheckedOn = "2026-11-21";

/**
 * Where Vercel runs functions: its code, and the place for people.
 * Source: https://vercel.com/docs/regions (region list) and the changelog entry on yul1.
 */
const functionRegions = {
  arn1: "Stockholm, Sweden",
  bom1: "Mumbai, India",
  cdg1: "Paris, France",
  cle1: "Cleveland, USA",
  cpt1: "Cape Town, South Africa",
  dub1: "Dublin, Ireland",
  dxb1: "Dubai, United Arab Emirates",
  fra1: "Frankfurt, Germany",
  gru1: "São Paulo, Brazil",
  hkg1: "Hong Kong",
  hnd1: "Tokyo, Japan",
  iad1: "Washington, D.C., USA",
  icn1: "Seoul, South Korea",
  kix1: "Osaka, Japan",
  lhr1: "London, United Kingdom",
  pdx1: "Portland, USA",
  sfo1: "San Francisco, USA",
  sin1: "Singapore",
  syd1: "Sydney, Australia",
  yul1: "Montréal, Canada",
} as const;
export type FunctionRegion = keyof typeof functionRegions;

export const functionRegionCodes = Object.keys(functionRegions) as [
  FunctionRegion,
  ...FunctionRegion[],
];

/** `yul1` → `Montréal, Canada` */
export function placeOfFunctions(region: string): string | undefined {
  return Object.hasOwn(functionRegions, region)
    ? functionRegions[region as FunctionRegion]
    : undefined;
}

/**
 * Where Supabase keeps a project's database.
 * Source: Supabase Management API, `POST /v1/projects`, `region_selection.code`.
 */
export const databaseRegions = [
  "ap-east-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ca-central-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "sa-east-1",
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
] as const;
export type DatabaseRegion = (typeof databaseRegions)[number];

/**
 * From where Route 53 asks an endpoint.
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html (Regions).
 */
export const healthCheckRegions = [
  "ap-northeast-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "eu-west-1",
  "sa-east-1",
  "us-east-1",
  "us-west-1",
  "us-west-2",
] as const;
export type HealthCheckRegion = (typeof healthCheckRegions)[number];
