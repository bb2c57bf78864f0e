/** A metric that services offer to Prometheus at `/metrics` on port 9090. */
interface PrometheusMetric {
  type: "counter" | "gauge" | "histogram";
  labels: readonly string[];
  /** What it is, in one clause. */
  means: string;
}

// Requirement: ALRT-08
/** Every metric that rendered rules may use, and its labels. `app` comes from whoever collects them. */
export const prometheusMetrics = {
  http_requests_total: {
    type: "counter",
    labels: ["method", "route", "status"],
    means: "requests answered",
  },
  http_request_duration_seconds: {
    type: "histogram",
    labels: ["method", "route", "status"],
    means: "time to answer a request",
  },
  fly_machine_operations_total: {
    type: "counter",
    labels: ["operation", "status"],
    means: "machines started, stopped and removed",
  },
  active_preview_sessions: { type: "gauge", labels: [], means: "preview sessions that run" },
} as const satisfies Record<string, PrometheusMetric>;

export type PrometheusMetricName = keyof typeof prometheusMetrics;
