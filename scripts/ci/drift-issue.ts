import { z } from "zod";
import { type Gh, isOurs } from "./gh";

/** What `groundwork drift <stack> --format json` prints, as far as an issue tells of it. */
export const driftReport = z.object({
  stack: z.string().regex(/^[\w.-]+$/),
  resources: z.number(),
  findings: z.array(
    z.object({
      type: z.string(),
      name: z.string(),
      property: z.string().optional(),
      severity: z.string(),
      owner: z.string(),
      says: z.string(),
    }),
  ),
});

export type DriftReport = z.infer<typeof driftReport>;

export type Told = "opened" | "updated" | "closed" | "nothing to tell";

const issue = z.object({ number: z.number() });

// Requirement: OPS-04, OPS-06
/** One open issue for each stack that drifted: opened with the first finding, kept up to date, closed with the last. */
export function tellDrift(gh: Gh, report: DriftReport, runUrl: string): Told {
  const marker = `<!-- groundwork: drift ${report.stack} -->`;
  const open = z
    .array(z.unknown())
    .parse(gh.api("GET", "repos/{owner}/{repo}/issues?state=open&per_page=100"));
  const ours = open.find((one) => isOurs(one, marker));
  const body = [marker, ...issueLines(report), `[The run](${runUrl})`].join("\n\n");
  if (ours === undefined) {
    if (report.findings.length === 0) return "nothing to tell";
    gh.api("POST", "repos/{owner}/{repo}/issues", { title: titleOf(report), body });
    return "opened";
  }
  const at = `repos/{owner}/{repo}/issues/${issue.parse(ours).number}`;
  if (report.findings.length > 0) {
    gh.api("PATCH", at, { title: titleOf(report), body });
    return "updated";
  }
  const text = `${report.stack} is as it is declared again. [The run](${runUrl})`;
  gh.api("POST", `${at}/comments`, { body: text });
  gh.api("PATCH", at, { state: "closed", state_reason: "completed" });
  return "closed";
}

function titleOf({ stack, findings }: DriftReport): string {
  const what = findings.length === 1 ? "one difference" : `${findings.length} differences`;
  return `${stack} is not as it is declared: ${what}`;
}

/** More than these make no issue easier to read; the run has them all. */
const listed = 50;

/** Names and sentences, and no value: whoever reads issues need not be somebody who may read the state. */
function issueLines({ stack, resources, findings }: DriftReport): string[] {
  const rows = findings
    .slice(0, listed)
    .map(({ severity, type, name, property = "", owner, says }) =>
      row([severity, `${name} ${property}`.trim(), type, owner, says]),
    );
  const rest = findings.length - listed;
  return [
    `Somebody or something changed \`${stack}\` besides the program. Of ${resources} resources:`,
    ["| severity | what | type | owner | found |", "| - | - | - | - | - |", ...rows].join("\n"),
    ...(rest > 0 ? [`and ${rest} more.`] : []),
    `Take the change back where it was made, or declare it; \`npx groundwork drift ${stack}\` shows the values.`,
  ];
}

function row(cells: readonly string[]): string {
  const safe = (cell: string) =>
    cell.replace(/[\r\n]+/g, " ").replace(/([\\|<>`*_[\]@#])/g, "\\$1");
  return `| ${cells.map(safe).join(" | ")} |`;
}
