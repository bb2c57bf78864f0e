import { z } from "zod";
import {
  type StackProfileInputs,
  type Tier,
  type UnknownMode,
  tiers,
  unknownModes,
} from "../core/profile";
import type { DeclaredResource } from "../core/resource";
import { tierNamedBy } from "../core/tier";
import { tokens } from "../core/tokens";
import type { StackView } from "./stack-view";

/** What a stack is judged by, read from its `StackProfile`. Waivers are as written: they are judged one by one. */
export interface RunSettings {
  tier: Tier;
  onUnknown: UnknownMode;
  owner: string;
  /** Who else may answer for a waiver. */
  owners: readonly string[];
  shared: StackProfileInputs["shared"];
  /** Absent when no readable profile says one. */
  budget?: StackProfileInputs["budget"];
  waivers: readonly unknown[];
  rules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A value of the profile that cannot be read, by its path in the profile's inputs. */
export interface ProfileProblem {
  path: string;
  message: string;
}

/** The stack's profiles as found, and the settings that follow from them. */
export interface ReadProfile {
  profiles: readonly DeclaredResource[];
  problems: readonly ProfileProblem[];
  /** What the one readable profile says its tier is. */
  declaredTier?: Tier;
  /** What the stack's name says its tier is. */
  namedTier?: Tier;
  settings: RunSettings;
}

const profileSchema = z.object({
  tier: z.enum(tiers),
  owner: z.string().trim().min(1),
  owners: z.array(z.string()).default([]),
  shared: z.object({ owner: z.string().trim().min(1) }).default({ owner: "prod" }),
  onUnknown: z.enum(unknownModes),
  budget: z.object({
    monthlyUsd: z.number(),
    awsUsd: z.number(),
    owner: z.string(),
    warnAtPercent: z.number().optional(),
    highMultiple: z.number().optional(),
    largestIncrease: z
      .object({ usd: z.number().optional(), percent: z.number().optional() })
      .optional(),
    notPricedPercent: z.number().optional(),
    oldestPriceDays: z.number().optional(),
  }),
  waivers: z.array(z.unknown()),
  rules: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** By what a stack is judged that cannot say: as prod, with nothing waived. */
export const strictestSettings: RunSettings = {
  tier: "prod",
  onUnknown: "fail",
  owner: "",
  owners: [],
  shared: { owner: "prod" },
  waivers: [],
  rules: {},
};

/** Reads the stack's one profile. Missing, doubled or malformed, it counts for nothing. */
export function readProfile(stack: StackView, stackName: string): ReadProfile {
  const profiles = stack.ofType(tokens.stackProfile);
  const namedTier = tierNamedBy(stackName);
  const [profile] = profiles;
  if (!profile || profiles.length > 1) {
    return { profiles, problems: [], namedTier, settings: strictestSettings };
  }
  return { profiles, namedTier, ...readSettings(profile.inputs, stackName) };
}

/** Reads settings that were written down as a profile's inputs. The stricter of two tiers holds. */
export function readSettings(
  inputs: unknown,
  stackName: string,
): Pick<ReadProfile, "problems" | "declaredTier" | "settings"> {
  const parsed = profileSchema.safeParse(inputs);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(toProblem), settings: strictestSettings };
  }
  const declaredTier = parsed.data.tier;
  const tier = stricterTier(declaredTier, tierNamedBy(stackName) ?? declaredTier);
  return { problems: [], declaredTier, settings: { ...parsed.data, tier } };
}

function stricterTier(one: Tier, other: Tier): Tier {
  return tiers.indexOf(one) > tiers.indexOf(other) ? one : other;
}

/** zod quotes no value that it refuses; the path tells where to look. */
function toProblem({ path, message }: z.core.$ZodIssue): ProfileProblem {
  return { path: path.map(String).join("."), message };
}
