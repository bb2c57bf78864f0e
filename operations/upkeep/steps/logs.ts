import { z } from "zod";
import { parseJson } from "../../../core/json";
import type { SavedQuery, UpkeepGround, UpkeepStep } from "../ground";
import { done, finding, many, skipped } from "../ground";

const weekSeconds = 7 * 24 * 60 * 60;
/** Times that a query's result is asked for; each asking takes the AWS CLI about a second. */
const attempts = 30;

const started = z.object({ queryId: z.string() });
const results = z.object({ status: z.string(), results: z.array(z.unknown()) });

/** Runs the saved queries whose name fits over the last week. */
function weekOf(kind: {
  name: string;
  reads: string;
  queries: RegExp;
  rowsAreFindings: boolean;
}): UpkeepStep {
  const { name, reads, queries, rowsAreFindings } = kind;
  return {
    name,
    adapter: "CloudWatch Logs, by the AWS CLI",
    reads,
    async run(ground) {
      const saved = ground.queries.filter((query) => queries.test(query.name));
      if (saved.length === 0) return skipped("the stack declares no such saved query");
      const names = saved.map((query) => query.name).join(", ");
      if (ground.sandbox) return skipped(`the sandbox keeps no log lines for ${names}`);
      const lines: string[] = [];
      let rows = 0;
      for (const query of saved) {
        const answer = await ranQuery(ground, query);
        if ("missing" in answer) return skipped(`${answer.missing}; then run ${names}`);
        rows += answer.rows;
        lines.push(`${query.name}: ${many(answer.rows, "row")}`);
      }
      const answer = rowsAreFindings && rows > 0 ? finding : done;
      return answer([`${many(rows, "row")} in a week`, ...lines].join("\n"));
    },
  };
}

export const securityLogStep = weekOf({
  ...{ name: "security log", reads: "a week by the saved queries about security" },
  ...{ queries: /security/, rowsAreFindings: true },
});

export const performanceStep = weekOf({
  ...{ name: "performance of the week", reads: "a week by the saved queries about response times" },
  ...{ queries: /response-times|performance/, rowsAreFindings: false },
});

async function ranQuery(
  { program, now }: UpkeepGround,
  { query, logGroups }: SavedQuery,
): Promise<{ rows: number } | { missing: string }> {
  const end = Math.floor(now.getTime() / 1000);
  const span = ["--start-time", String(end - weekSeconds), "--end-time", String(end)];
  const groups = ["--log-group-names", ...logGroups];
  const start = ["logs", "start-query", ...span, ...groups, "--query-string", query];
  const begun = await program("aws", [...start, "--output", "json"]);
  if ("missing" in begun) return begun;
  const id = started.safeParse(parseJson(begun.stdout));
  if (!id.success) return { missing: "sign in to AWS (aws sts get-caller-identity)" };
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const get = ["logs", "get-query-results", "--query-id", id.data.queryId, "--output", "json"];
    const ran = await program("aws", get);
    const read = "missing" in ran ? undefined : results.safeParse(parseJson(ran.stdout));
    if (read?.success && read.data.status === "Complete") return { rows: read.data.results.length };
  }
  return { missing: "CloudWatch did not finish the query" };
}
