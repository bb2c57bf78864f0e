import type { Limits } from "./limit";

const page = {
  source: "https://docs.railway.com/pricing/plans",
  confidence: "high",
} as const;

/** What Railway's plans give. */
export const railwayLimits = {
  service: {
    sku: "railway-resources",
    item: "A service at most: replicas, GB of memory, virtual CPUs, GB of a volume",
    unit: "by part",
    value: {
      free: [0, 0.5, 1, 0.5],
      hobby: [6, 48, 48, 5],
      pro: [42, 1000, 1000, 1000],
      enterprise: [50, 2400, 2400, 5000],
    },
    ...page,
    note: "No stack says its plan: what the largest does not give is refused.",
  },
  rollbackHours: {
    sku: "railway-rollback",
    item: "How long images are kept to roll back to",
    unit: "hours",
    value: { free: 24, hobby: 72, pro: 120, enterprise: 360 },
    ...page,
    recorded: "the way back is the image before, which the registry keeps",
  },
} as const satisfies Limits;
