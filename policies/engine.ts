import type {
  ReportViolation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { RuleResult } from "../core/finding";
import type { DeclaredResource } from "../core/resource";
import { parseUrn } from "../core/urn";
import { completedResource, declaredResource } from "./host/collect";
import { earlyProfile, resourcePolicyName, stackPolicyName } from "./host/early";
import { reportFinding } from "./host/report";
import { appendResults } from "./host/results-file";
import { secretPathsIn } from "./host/secret-paths";
import type { Rule } from "./rule";
import { earlyJudge, run } from "./run";
import { isFinding, refuses } from "./verdict";

export interface PackOptions {
  pack: string;
  version: string;
  rules: readonly Rule[];
  /** Rules of other packs: their waivers and options are no mistakes. */
  elsewhere?: readonly Rule[] | undefined;
  /** Where results go, JSON lines; nowhere when left out. */
  resultsFile?: string | undefined;
  clock: () => Date;
}

/**
 * The rules as the engine takes them: one policy that collects resources as they are declared, and one that judges
 * all of them at the end. Two are enough for any number of rules, and each further one would have the SDK decode
 * every resource again.
 */
export function enginePolicies(
  options: PackOptions,
): [ResourceValidationPolicy, StackValidationPolicy] {
  const session = new Session(options);
  return [
    {
      name: resourcePolicyName,
      description:
        "Resources as they are declared, judged by the rules that need no other resource.",
      // The level at which the engine tells which inputs are secret; each finding has a level of its own.
      enforcementLevel: "remediate",
      remediateResource: ({ urn, props }) => session.mark(urn, props),
      validateResource: (args, report) => session.declare(args, report),
    },
    {
      name: stackPolicyName,
      description: "The whole stack, judged by every rule.",
      enforcementLevel: "mandatory",
      validateStack: (args, report) => session.judge(args, report),
    },
  ];
}

type EarlyJudge = ReturnType<typeof earlyJudge>;

/** What one run of the engine has shown so far. The engine gives no order, so nothing is decided before the end. */
class Session {
  private readonly declared = new Map<string, DeclaredResource>();
  private readonly told = new Set<string>();
  private readonly secrets = new Map<string, readonly string[]>();
  private readonly rules: ReadonlyMap<string, Rule>;
  private early: { profile: unknown; judge: EarlyJudge } | undefined;

  constructor(private readonly options: PackOptions) {
    this.rules = new Map(options.rules.map((rule) => [rule.id, rule]));
  }

  /** Keeps which inputs are secret. The engine asks before it shows the resource; nothing is changed. */
  mark(urn: string, props: object): undefined {
    this.secrets.set(urn, secretPathsIn(props));
  }

  /** Keeps the resource, and refuses it at once when the profile is known and a rule of its own refuses it. */
  declare(args: ResourceValidationArgs, report: ReportViolation): void {
    const secrets = this.secrets.get(args.urn);
    const resource = { ...declaredResource(args), ...(secrets && { secrets }) };
    this.declared.set(resource.urn, resource);
    const profile = earlyProfile(args.getConfig());
    if (profile === undefined) return;
    const results = this.earlyJudge(profile, resource)(resource).filter(refuses);
    appendResults(this.options.resultsFile, results);
    this.tell(results, report);
  }

  /** One judge for all resources of a run: what holds for the stack is planned once. */
  private earlyJudge(profile: unknown, { urn }: DeclaredResource): EarlyJudge {
    if (this.early && this.early.profile === profile) return this.early.judge;
    const { rules, elsewhere, clock } = this.options;
    const { stack } = parseUrn(urn);
    const terms = { stack, clock: clock(), profile, rules, shown: this.declared };
    const judge = earlyJudge({ ...terms, ...(elsewhere && { elsewhere }) });
    this.early = { profile, judge };
    return judge;
  }

  /** Judges the stack and forgets it: a process may serve a preview and then the update. */
  judge({ resources }: StackValidationArgs, report: ReportViolation): void {
    const { pack, version, rules, clock, resultsFile } = this.options;
    const completed = resources.map((one) => completedResource(one, this.declared.get(one.urn)));
    const results = this.resultsFor(completed, clock());
    const fresh = results.filter((result) => !this.told.has(keyOf(result)));
    this.tell(fresh.filter(isFinding), report);
    appendResults(resultsFile, [
      ...fresh,
      {
        complete: true,
        pack,
        version,
        rules: rules.length,
        resources: completed.length,
        results: results.length,
      },
    ]);
    this.early = undefined;
    this.declared.clear();
    this.secrets.clear();
    this.told.clear();
  }

  /** An engine run without any resource, such as a destroy, leaves nothing to judge. */
  private resultsFor(resources: DeclaredResource[], clock: Date): RuleResult[] {
    const [first] = resources;
    if (!first) return [];
    const { stack } = parseUrn(first.urn);
    const { rules, elsewhere } = this.options;
    return run({ resources, stack, clock, rules, ...(elsewhere && { elsewhere }) });
  }

  private tell(results: readonly RuleResult[], report: ReportViolation): void {
    for (const result of results) {
      this.told.add(keyOf(result));
      const rule = this.rules.get(result.rule);
      if (rule) reportFinding(report, result, rule);
    }
  }
}

/** What makes two results the same finding in one run. */
function keyOf({ rule, urn, property = "", state, message }: RuleResult): string {
  return [rule, urn, property, state, message].join("\0");
}
