import type { Price } from "../price";

const source = "https://vercel.com/docs/functions/usage-and-pricing";
const pro = { vendor: "vercel", plan: "Pro", source, confidence: "high" } as const;

/** Dollars an hour of CPU and a GB-hour of memory, by region. */
const rates: Readonly<Record<string, readonly [cpu: string, memory: string]>> = {
  iad1: ["0.128", "0.0106"],
  yul1: ["0.147", "0.0122"],
  arn1: ["0.160", "0.0133"],
  bom1: ["0.140", "0.0116"],
  cdg1: ["0.177", "0.0146"],
  cle1: ["0.128", "0.0106"],
  cpt1: ["0.200", "0.0166"],
  dub1: ["0.168", "0.0139"],
  dxb1: ["0.185", "0.0153"],
  fra1: ["0.184", "0.0152"],
  gru1: ["0.221", "0.0183"],
  hkg1: ["0.176", "0.0146"],
  hnd1: ["0.202", "0.0167"],
  icn1: ["0.169", "0.0140"],
  kix1: ["0.202", "0.0167"],
  lhr1: ["0.177", "0.0146"],
  pdx1: ["0.128", "0.0106"],
  sfo1: ["0.177", "0.0147"],
  sin1: ["0.160", "0.0133"],
  syd1: ["0.180", "0.0149"],
};

/** The page was read on this day; Washington's and Montréal's rates were seen again later. */
const readOn = "2026-04-03";
const seenAgain: Readonly<Record<string, string>> = { iad1: "2026-07-28", yul1: "2026-09-25" };

const note =
  "On 2026-09-14 the range of all regions was 0.108 to 0.221 an hour and 0.009 to 0.0183 a GB-hour: one region is cheaper since.";

/** Functions with fluid compute. A plan has no free amount of them beside its credit. */
export const vercelFunctionPrices: readonly Price[] = [
  {
    ...pro,
    sku: "vercel-fn-invocations",
    item: "Function invocations",
    unit: "million-requests",
    usd: "0.6",
    includes: "Hobby: 1 million; Pro: what the credit pays",
    asOf: "2026-07-28",
    confidence: "medium",
    note: "The text of the page says that the first million is included on Pro too, its table that none is.",
  },
  ...Object.entries(rates).flatMap(([region, [cpu, memory]]): Price[] => {
    const here = { ...pro, region, asOf: seenAgain[region] ?? readOn, note };
    return [
      {
        ...here,
        sku: "vercel-fn-active-cpu",
        item: "Functions: Active CPU",
        unit: "hour",
        usd: cpu,
      },
      {
        ...here,
        sku: "vercel-fn-provisioned-memory",
        item: "Functions: provisioned memory",
        unit: "GB-hour",
        usd: memory,
      },
    ];
  }),
];
