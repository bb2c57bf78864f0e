import type { FlagKind } from "../../catalogue/vercel-platform";
import type { FeatureFlagArgs, FlagEnvironmentArgs } from "./platform-args";

type FlagValue = boolean | string | number;

/** A flag as Vercel is told about it: what it is, and what it serves where. */
export interface FlagSpec {
  key: string;
  definition: { kind: FlagKind; description?: string; variants: ReturnType<typeof variant>[] };
  config: Record<"production" | "preview" | "development", ReturnType<typeof served>>;
}

// Requirement: REL-06
/** The flags and their variants, sorted by id: the order says nothing, and must not make a change. */
export function flagSpecs(flags: Record<string, FeatureFlagArgs> = {}): FlagSpec[] {
  return Object.entries(flags).map(([key, { kind, description, variants, environments }]) => ({
    key,
    definition: {
      kind,
      ...(description !== undefined && { description }),
      variants: Object.entries(variants)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(variant),
    },
    config: {
      production: served(environments.production),
      preview: served(environments.preview),
      development: served(environments.development),
    },
  }));
}

function variant([id, value]: [string, FlagValue]) {
  if (typeof value === "boolean") return { id, valueBool: value };
  return typeof value === "number" ? { id, valueNumber: value } : { id, valueString: value };
}

function served({ defaultVariant, disabledVariant, enabled = false }: FlagEnvironmentArgs) {
  return { defaultVariantId: defaultVariant, disabledVariantId: disabledVariant, enabled };
}
