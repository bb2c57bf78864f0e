import { isRegional } from "../../../catalogue/third-parties";
import { destinationMistake, patternMistake } from "../../../catalogue/vercel-patterns";
import type { Problem } from "../../../core/errors";
import type { ConditionArgs, RedirectArgs, RouteArgs, RoutingArgs } from "./args";
import type { RulesArgs } from "./spec";

const cacheHeader = "cache-control";
/** Vercel takes no more conditions in one rule. Source: terraform-provider-vercel 5.4.1, resource project_route. */
const conditionLimit = 16;

/** What is wrong with the rules; paths count from the args. */
export function ruleProblems({ routes = {}, redirects = {} }: RulesArgs): Problem[] {
  return [
    ...Object.entries(routes).flatMap(([key, route]) =>
      [...matchingProblems(key, route), ...actionProblems(route)].map(under(`routes.${key}`)),
    ),
    ...Object.entries(redirects).flatMap(([key, redirect]) =>
      [...matchingProblems(key, redirect), ...targetProblems(redirect)].map(
        under(`redirects.${key}`),
      ),
    ),
  ];
}

/** Without a region nobody knows which hosts a policy has to allow. */
export function partyProblems({ thirdParties = [], awsRegion }: RoutingArgs): Problem[] {
  if (awsRegion) return [];
  return thirdParties.flatMap((name, index) =>
    isRegional(name)
      ? [
          {
            where: { path: `thirdParties[${index}]` },
            found: `${name}, and no region of AWS`,
            allowed: "hosts of one region",
            fix: "set aws:region in the stack file, or awsRegion of the component",
          },
        ]
      : [],
  );
}

function matchingProblems(key: string, rule: RouteArgs): Problem[] {
  const problems: Problem[] = [];
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(key)) {
    problems.push({
      where: { path: "" },
      found: `the key ${JSON.stringify(key)}`,
      allowed: "1 to 40 small letters, digits and hyphens",
    });
  }
  const mistake = patternMistake(rule);
  if (mistake) problems.push({ where: { path: "source" }, ...mistake });
  return [...problems, ...conditionProblems(rule)];
}

function conditionProblems({ has = [], missing = [] }: RouteArgs): Problem[] {
  const incomplete = (list: ConditionArgs[], name: string) =>
    list.flatMap((condition, index) => {
      const lacks = condition.type === "host" ? "value" : "key";
      if (condition[lacks]) return [];
      return [
        { where: { path: `${name}[${index}]` }, found: `a ${condition.type} without ${lacks}` },
      ];
    });
  const problems: Problem[] = [...incomplete(has, "has"), ...incomplete(missing, "missing")];
  if (has.length + missing.length > conditionLimit) {
    problems.push({
      where: { path: "has" },
      found: `${has.length + missing.length} conditions`,
      allowed: `at most ${conditionLimit} in has and missing together`,
    });
  }
  return problems;
}

function actionProblems({ headers = {}, cache }: RouteArgs): Problem[] {
  const names = Object.keys(headers);
  if (names.length === 0 && !cache) {
    return [{ where: { path: "" }, found: "no headers and no cache", allowed: "one of them" }];
  }
  const twice = names.filter((name, index) => {
    const lower = name.toLowerCase();
    const first = names.findIndex((other) => other.toLowerCase() === lower);
    return first !== index || (cache !== undefined && lower === cacheHeader);
  });
  return [
    ...names.flatMap((name) => headerProblems(name, headers[name] ?? "")),
    ...twice.map((name) => ({
      where: { path: `headers.${name}` },
      found: `${name}, which is set twice`,
      fix: cache ? "set it with cache or with headers" : "keep one spelling of its name",
    })),
  ];
}

function headerProblems(name: string, value: string): Problem[] {
  const where = { path: `headers.${name}` };
  if (!/^[A-Za-z0-9!#%&'*+.^_`|~-]+$/.test(name)) {
    return [{ where, found: JSON.stringify(name), allowed: "the name of a response header" }];
  }
  if (/^[\x20-\x7e]*\S[\x20-\x7e]*$/.test(value) && !value.includes("$")) return [];
  const allowed = "printable ASCII without $, which Vercel reads as a variable";
  return [{ where, found: JSON.stringify(value), allowed }];
}

function targetProblems({ destination, ...pattern }: RedirectArgs): Problem[] {
  const mistake = patternMistake(pattern) ? undefined : destinationMistake(pattern, destination);
  return mistake ? [{ where: { path: "destination" }, ...mistake }] : [];
}

function under(path: string) {
  return (problem: Problem): Problem => ({
    ...problem,
    where: { path: [path, problem.where.path].filter(Boolean).join(".") },
  });
}
