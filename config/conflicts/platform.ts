import { vercelHobbyUse } from "../../catalogue/limits/vercel";
import { planProblems } from "../../catalogue/vercel-limits";
import { flagProblems, rollingReleaseProblems } from "../../catalogue/vercel-releases";
import type { UsageFigure } from "../../core/costs";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

type Hosting = FileSettings["hosting"];

/** What the hosting project's plan does not allow, and settings of it that do not go together. */
export function platformConflicts({ hosting, costs }: FileSettings): SettingsProblem[] {
  const problems = [
    ...planProblems(hosting),
    ...rollingReleaseProblems(hosting.rollingRelease, hosting.skewProtection),
    ...flagProblems(hosting.featureFlags),
  ];
  return [
    ...problems.map(({ where, ...rest }) => ({
      path: `${filePath(["hosting"])}.${where.path}`,
      ...rest,
    })),
    ...environmentProblems(hosting),
    ...useProblems(hosting, costs),
  ];
}

/** Use that is reckoned with and that Hobby stops at: beyond it a project is paused. Other plans pay for more. */
function useProblems({ plan }: Hosting, costs: FileSettings["costs"]): SettingsProblem[] {
  if (plan !== "hobby") return [];
  const use: Readonly<Record<string, UsageFigure | undefined>> = costs?.usage?.hosting ?? {};
  return Object.entries(vercelHobbyUse).flatMap(([meter, most]) => {
    const figure = use[meter];
    const expected = typeof figure === "object" ? figure.expected : figure;
    if (expected === undefined || expected <= most) return [];
    return [
      {
        path: filePath(["costs", "usage", "hosting", meter]),
        found: `${expected} a month`,
        allowed: `at most ${most} on plan hobby, beyond which Vercel pauses the project`,
        fix: "reckon with less, or say plan: pro if the team has it",
      },
    ];
  });
}

function environmentProblems({
  variables = {},
  customEnvironments = {},
}: Hosting): SettingsProblem[] {
  return Object.entries(variables).flatMap(([key, variable]) => {
    const names = typeof variable === "string" ? [] : (variable.customEnvironments ?? []);
    return names.flatMap((name, index) =>
      Object.hasOwn(customEnvironments, name)
        ? []
        : [
            {
              path: filePath(["hosting", "variables", key, "customEnvironments", index]),
              found: `${name}, no custom environment of this project`,
              allowed: "a name in customEnvironments",
              fix: `add ${name} to customEnvironments`,
            },
          ],
    );
  });
}
