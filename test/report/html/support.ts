import type { Report, ReportedResource, ReportedResult, ReportedRule } from "../../../report/model";
import { countsOf } from "../../../report/counts";
import { buildReport } from "../../../report/build";
import { reportOf, situations } from "../situations";

const vendors = [
  "aws:sqs/queue:Queue",
  "vercel:index/project:Project",
  "github:index/repository:R",
];

/** A report of many resources in components of 25, each judged by so many of the rules. */
export function largeReport(size: {
  resources: number;
  rules: number;
  answersEach: number;
}): Report {
  const report = reportOf("failures");
  const stack = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
  const [rule] = report.rules;
  const [result] = report.results;
  if (!rule || !result) throw new Error("no rule");
  const rules: ReportedRule[] = Array.from({ length: size.rules }, (_, at) => ({
    ...rule,
    id: `rule-number-${at}`,
    family: `family-${at % 9}`,
    why: "Whoever takes over a role that may do everything in a service may delete everything in it.",
    fix: "Write out the actions that are needed, one by one, in the stack file of each environment.",
  }));
  const resources = Array.from({ length: size.resources }, (_, at): ReportedResource => {
    const component = `component-${Math.floor(at / 25)}`;
    const inside = at % 25 > 0;
    const type = inside ? (vendors[at % 3] ?? "") : "groundwork:hosting:HostingProject";
    const name = inside ? `${component}-resource-${at % 25}` : component;
    return {
      urn: `urn:pulumi:prod::shop::groundwork:hosting:HostingProject$${type}::${name}`,
      type,
      name,
      vendor: type.slice(0, type.indexOf(":")),
      component,
      parent: stack,
      custom: inside,
      protect: at % 7 === 0,
      region: "ca-central-1",
      monthlyUsd: "1.25",
      state: "pass",
    };
  });
  const results = resources.flatMap(({ urn, type, name }, at) =>
    Array.from({ length: size.answersEach }, (_, nth): ReportedResult => {
      const judged = rules[(at + nth) % rules.length] ?? rule;
      return {
        ...result,
        id: (at * 1000 + nth).toString(16).padStart(16, "0"),
        rule: judged.id,
        family: judged.family,
        state: "pass",
        message: judged.title,
        target: { urn, type, name },
        evidence: { property: "attributes.visibility", found: 30, wanted: "60 or less" },
      };
    }),
  );
  return { ...report, rules, resources, results, counts: countsOf(results) };
}

/** A run with a cost of every kind: a limit that is passed, credits, and what has no price. */
export function costlyReport(): Report {
  const { failures } = situations;
  if (!failures) throw new Error("no situation");
  const amounts = (low: string, expected: string, high: string) => ({ low, expected, high });
  return {
    ...buildReport(failures),
    costs: {
      total: amounts("90", "1234.5", "2000"),
      limitUsd: "1000",
      lowConfidenceUsd: "38.28",
      components: [
        {
          component: "web",
          monthlyUsd: amounts("100", "1300", "2100"),
          lowConfidenceUsd: "38.28",
        },
        { component: "vercel", monthlyUsd: amounts("-10", "-65.5", "-100") },
      ],
      notPriced: [{ resource: "account:aws", type: "aws:x/y:Z", why: "its price is not known" }],
      elsewhere: ["the seats of the team are counted by prod"],
    },
  };
}
