import type { VendorPricing } from "../../../hosts/contract/pricings";

export const site: NonNullable<VendorPricing["site"]> = () => [
  { free: "made up, and free", source: "https://sky.example/pricing" },
];
