import { Decimal } from "decimal.js";
import { memoryGbWithCpu } from "../../../catalogue/prices/hosts/fly-machines";
import { flyCpuKinds, flyMachineSizes } from "../../../catalogue/fly";
import { type PropertyMap, readProperty } from "../../../core/value";
import type { Charge, Unpriced } from "../../model";
import { type Amounts, mapAmounts } from "../../scenarios";

/** CPUs of a machine and the memory beyond that which comes with them. */
export interface Size {
  cpuSku: string;
  cpus: number;
  moreGb: Decimal;
}

/** The size of a service's machines, or why it has no price. */
export function sizeOf(service: PropertyMap): Size | Unpriced {
  const readings = ["cpuKind", "cpus", "memoryMb"].map((key) =>
    readProperty(service, ["limits", key]),
  );
  if (readings.some(({ state }) => state === "unknown")) {
    return { notPriced: "the size of its machines is not known before the update" };
  }
  const [kind, cpus, memoryMb] = readings.map((one) =>
    one.state === "known" ? one.value : undefined,
  );
  const known = flyCpuKinds.find((one) => one === kind);
  if (known === undefined || typeof cpus !== "number" || typeof memoryMb !== "number") {
    return { notPriced: "its machines have a size that Fly does not list" };
  }
  const moreGb = new Decimal(memoryMb)
    .div(1024)
    .minus(new Decimal(memoryGbWithCpu[known]).times(cpus));
  if (!flyMachineSizes[known].cpus.includes(cpus) || moreGb.lt(0)) {
    return { notPriced: `Fly has no machine of ${cpus} ${known} CPUs with ${memoryMb} MB` };
  }
  return { cpuSku: `fly-cpu-${known}`, cpus, moreGb };
}

/** What machines of a size cost in a region for so many hours, all of them together. */
export function machineCharges(
  { cpuSku, cpus, moreGb }: Size,
  hours: Amounts,
  region: string,
  rests: readonly string[],
): Charge[] {
  const because = rests.length > 0 ? { rests } : {};
  return [
    { sku: cpuSku, region, quantity: mapAmounts(hours, (one) => one.times(cpus)), ...because },
    ...(moreGb.isZero()
      ? []
      : [
          {
            sku: "fly-memory",
            region,
            quantity: mapAmounts(hours, (one) => one.times(moreGb)),
            ...because,
          },
        ]),
  ];
}
