/** A question that people ask the logs, ready in the console. */
export interface SavedQuery {
  /** Stands in the names of the resource and of the query. */
  key: string;
  /** In the language of CloudWatch Logs Insights. */
  text: string;
}

// Requirement: LOG-04, LOG-06
/**
 * Few, since each is one more to keep: what happens now, how errors and response times move, and who was refused.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export const savedQueries: readonly SavedQuery[] = [
  {
    key: "live",
    text: lines(
      "fields @timestamp, service, level, event, status, path, message",
      "sort @timestamp desc",
      "limit 200",
    ),
  },
  {
    key: "errors",
    text: lines(
      'filter level = "error" or status >= 500',
      "stats count(*) as errors by service, bin(1h)",
    ),
  },
  {
    key: "response-times",
    text: lines(
      "filter ispresent(durationMs)",
      "stats pct(durationMs, 95) as p95, count(*) as requests by service, bin(15m)",
    ),
  },
  {
    key: "security",
    text: lines(
      'filter event in ["sign_in_failed", "privileged_act"] or status in [401, 403]',
      "fields @timestamp, service, event, status, path, clientIp, requestId",
      "sort @timestamp desc",
      "limit 500",
    ),
  },
];

function lines(...parts: string[]): string {
  return parts.join("\n| ");
}
