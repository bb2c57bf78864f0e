import { planProblems } from "../../catalogue/vercel-limits";
import { flagProblems, rollingReleaseProblems } from "../../catalogue/vercel-releases";
import { filePath, type SettingsProblem } from "../problems";
import type { FileSettings } from "../settings";

type Hosting = FileSettings["hosting"];

/** What the hosting project's plan does not allow, and settings of it that do not go together. */
export function platformConflicts({ hosting }: FileSettings): SettingsProblem[] {
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
  ];
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
