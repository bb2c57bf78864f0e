import type { Floor } from "../floor";

const keys = ["owner", "product", "tier"];

export const hygieneFloors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = {
  "aws-tags-complete": {
    required: { tighter: "more", tiers: { dev: keys, staging: keys, prod: keys } },
  },
};
