import { expect, it } from "vitest";
import { credits } from "../../../cost/pricers";
import { priceOf } from "../../../cost/price-list";

it.each(credits)("$sku pays prices of its own vendor that there are", ({ vendor, sku, pays }) => {
  const sellers = [sku, ...pays].map((one) => priceOf(one).price.vendor);
  expect(new Set(sellers)).toEqual(new Set([vendor]));
});
