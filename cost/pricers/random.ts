import { freeOf, type Pricers } from "../pricer";

const kinds = [
  "RandomBytes",
  "RandomId",
  "RandomInteger",
  "RandomPassword",
  "RandomPet",
  "RandomShuffle",
  "RandomString",
  "RandomUuid",
];

/** Made where the program runs and kept in its state. */
export const randomPricers: Pricers = freeOf(
  kinds.map((kind) => `random:index/r${kind.slice(1)}:${kind}`),
  "made by the program itself",
  "https://www.pulumi.com/registry/packages/random/",
);
