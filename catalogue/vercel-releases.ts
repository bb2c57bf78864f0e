import type { Problem } from "../core/errors";
import type { AdvancementType, FlagKind } from "./vercel-platform";

/** Stages of a rolling release. Source: terraform-provider-vercel 5.4.1 and https://vercel.com/docs/rolling-releases. */
export const releaseStages = { min: 2, max: 10, maxMinutes: 10_000 } as const;

/** A step of a rolling release. */
interface ReleaseStage {
  /** Percent of visitors, 0 to 100. */
  targetPercentage: number;
  /** Minutes until the next stage. */
  duration?: number | undefined;
}

export interface ReleaseSubject {
  advancementType: AdvancementType;
  stages: readonly ReleaseStage[];
}

/** What Vercel would not take of a rolling release; paths count from the project's args. */
export function rollingReleaseProblems(
  release: ReleaseSubject | undefined,
  skewProtection: string | undefined,
): Problem[] {
  if (!release) return [];
  const { stages } = release;
  const problems = stages.flatMap((stage, index) => [
    ...shareProblems(stages, index),
    ...durationProblems(release, { stage, index }),
  ]);
  if (skewProtection === undefined) {
    problems.push({
      where: { path: "rollingRelease" },
      found: "no skewProtection",
      allowed: "skewProtection beside it, because two versions serve visitors at the same time",
      fix: 'add skewProtection, such as "12 hours"',
    });
  }
  return problems;
}

function shareProblems(stages: readonly ReleaseStage[], index: number): Problem[] {
  const share = stages[index]?.targetPercentage ?? 0;
  const isLast = index === stages.length - 1;
  const before = stages[index - 1]?.targetPercentage ?? -1;
  const where = { path: `rollingRelease.stages[${index}].targetPercentage` };
  const found = `${share} %`;
  if (isLast && share !== 100) {
    return [{ where, found, allowed: "100 in the last stage", fix: "end with 100" }];
  }
  if (!isLast && share === 100) {
    return [{ where, found, allowed: "100 in the last stage only", fix: "go below 100" }];
  }
  if (share > before || before >= 100) return [];
  return [{ where, found, allowed: `more than the ${before} before it`, fix: "let stages grow" }];
}

function durationProblems(
  { advancementType, stages }: ReleaseSubject,
  { stage, index }: { stage: ReleaseStage; index: number },
): Problem[] {
  const isLast = index === stages.length - 1;
  const isWanted = advancementType === "automatic" && !isLast;
  if (isWanted === (stage.duration !== undefined)) return [];
  const path = `rollingRelease.stages[${index}]`;
  if (isWanted) {
    return [
      {
        where: { path },
        found: "no duration",
        allowed: "the minutes until the next stage, because the release is automatic",
        fix: "add duration",
      },
    ];
  }
  return [
    {
      where: { path: `${path}.duration` },
      found: `${stage.duration} minutes`,
      allowed: isLast
        ? "no duration in the last stage"
        : "no duration where a person approves each stage",
      fix: "remove it",
    },
  ];
}

/** What a flag serves in one environment. */
interface FlagEnvironment {
  /** The variant served while the flag is on. */
  defaultVariant: string;
  /** The variant served while it is off. */
  disabledVariant: string;
}

interface Flag {
  kind: FlagKind;
  variants: Readonly<Record<string, boolean | string | number>>;
  environments: Readonly<Record<"production" | "preview" | "development", FlagEnvironment>>;
}

/** Flags by key. */
export type FlagSubjects = Readonly<Record<string, Flag>>;

/** What Vercel would not take of feature flags; paths count from the project's args. */
export function flagProblems(flags: FlagSubjects = {}): Problem[] {
  return Object.entries(flags).flatMap(([key, flag]) => {
    const path = `featureFlags.${key}`;
    return [...variantProblems(path, flag), ...servedProblems(path, flag)];
  });
}

function variantProblems(path: string, { kind, variants }: Flag): Problem[] {
  return Object.entries(variants).flatMap(([id, value]) =>
    typeof value === kind
      ? []
      : [
          {
            where: { path: `${path}.variants.${id}` },
            found: `a ${typeof value}`,
            allowed: `a ${kind}, the kind of the flag`,
            fix: "change the value, or the kind",
          },
        ],
  );
}

function servedProblems(path: string, { variants, environments }: Flag): Problem[] {
  return Object.entries(environments).flatMap(([environment, served]) =>
    (["defaultVariant", "disabledVariant"] as const).flatMap((role): Problem[] => {
      if (Object.hasOwn(variants, served[role])) return [];
      return [
        {
          where: { path: `${path}.environments.${environment}.${role}` },
          found: `${served[role]}, no variant of the flag`,
          allowed: `one of ${Object.keys(variants).join(", ")}`,
          fix: "add the variant, or name one of these",
        },
      ];
    }),
  );
}
