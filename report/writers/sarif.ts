import type { Log, PhysicalLocation, ReportingDescriptor, Result } from "sarif";
import type { ProblemPlace } from "../../core/errors";
import type { Severity } from "../../core/finding";
import type { SourcePlace } from "../../core/resource";
import type { Report, ReportedResult, ReportedRule } from "../model";

const schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** What GitHub reads as the severity of a security rule: above 9 critical, 7 high, 4 medium. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  critical: "9.5",
  high: "8.0",
  medium: "5.5",
  low: "2.0",
};

/**
 * SARIF 2.1.0 for code hosts. It lists what somebody has to do something about and what is waived, the latter
 * suppressed: hosts open an alert for every result that they find, whatever its kind. All rules are described, and
 * how many answers of each state there are stands with the run.
 */
export function writeSarif(report: Report): string {
  const { run, rules, results, counts } = report;
  const index = new Map(rules.map(({ id }, at) => [id, at]));
  const log: Log = {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Groundwork",
            semanticVersion: run.pack.version,
            rules: rules.map(descriptor),
          },
        },
        automationDetails: { id: `groundwork/${run.project}/${run.stack}/` },
        originalUriBaseIds: { PROJECT: { description: { text: "The folder of Pulumi.yaml" } } },
        invocations: [
          {
            executionSuccessful: run.stopped === undefined,
            endTimeUtc: run.at,
            properties: { counts, verdict: report.verdict },
          },
        ],
        columnKind: "utf16CodeUnits",
        results: results.filter(isListed).map((result) => toResult(result, index.get(result.rule))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** Failed, undecided and broken answers, waived ones too. */
export function isListed({ state, allowed }: ReportedResult): boolean {
  return (state === "fail" || state === "unknown" || state === "error") && !allowed;
}

function descriptor(rule: ReportedRule): ReportingDescriptor {
  const { id, title, why, fix, severity, topics, references } = rule;
  const cited = references.map(({ standard, clause, url }) =>
    url ? `- [${standard} ${clause}](${url})` : `- ${standard} ${clause}`,
  );
  return {
    id,
    name: id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}. ${why}` },
    help: {
      text: `${why} ${fix}`,
      markdown: [`**Why:** ${why}`, `**Fix:** ${fix}`, cited.join("\n")]
        .filter(Boolean)
        .join("\n\n"),
    },
    defaultConfiguration: { level: "error" },
    properties: {
      tags: [...new Set(["security", rule.family, ...topics])],
      "security-severity": securitySeverity[severity],
    },
  };
}

function toResult(result: ReportedResult, ruleIndex: number | undefined): Result {
  const { id, rule, state, level, message, target, waiver } = result;
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    kind: state === "unknown" ? "open" : "fail",
    // The standard allows a level other than none for what failed alone.
    level: state === "unknown" ? "none" : level === "mandatory" ? "error" : "warning",
    message: { text: `${target.name}: ${message}` },
    locations: [
      {
        ...physical(result),
        logicalLocations: [{ name: target.name, fullyQualifiedName: target.urn, kind: "resource" }],
      },
    ],
    partialFingerprints: { "groundwork/v1": id },
    properties: { state, severity: result.severity, urn: target.urn },
    ...(waiver && {
      suppressions: [
        {
          kind: "external" as const,
          status: "accepted" as const,
          justification: `${waiver.reason} (${waiver.owner}, until ${waiver.expires})`,
        },
      ],
    }),
  };
}

/** The stack file's line, where the finding is mended; the program's call where there is none. */
function physical({ place, source }: ReportedResult): { physicalLocation?: PhysicalLocation } {
  const at = [place, source].find((one): one is (ProblemPlace | SourcePlace) & { file: string } =>
    Boolean(one?.file),
  );
  if (!at) return {};
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(at.file), uriBaseId: "PROJECT" },
      ...(at.line !== undefined && {
        region: { startLine: at.line, ...(at.column !== undefined && { startColumn: at.column }) },
      }),
    },
  };
}
