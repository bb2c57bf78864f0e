import { describe, expect, it } from "vitest";
import { checkInputs } from "../../../sandbox/check";
import { changed, types } from "./accepted";
import { aws } from "./refusals/aws";
import { digitalocean } from "./refusals/digitalocean";
import { github } from "./refusals/github";
import { monitors } from "./refusals/monitors";
import { random } from "./refusals/random";
import type { Refusal } from "./refusals/refusal";
import { supabase } from "./refusals/supabase";
import { vercel } from "./refusals/vercel";

const vendors: Record<string, readonly Refusal[]> = {
  aws,
  digitalocean,
  github,
  monitors,
  random,
  supabase,
  vercel,
};

describe.each(Object.entries(vendors))("what %s refuses", (_vendor, refusals) => {
  it.each(refusals)("is refused: %s with %o", (type, change, property, reason) => {
    const failures = checkInputs(types[type], changed(type, change));
    const expected: unknown = reason instanceof RegExp ? expect.stringMatching(reason) : reason;
    expect(failures).toEqual([{ property, reason: expected }]);
  });
});

describe("the tables", () => {
  it.each(["aws", "digitalocean", "github", "monitors", "supabase", "vercel"])(
    "hold at least 20 refusals of %s",
    (vendor) => {
      expect(vendors[vendor]?.length).toBeGreaterThanOrEqual(20);
    },
  );
});
