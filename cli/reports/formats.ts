import type { Report } from "../../report/model";

interface ReportFormat {
  file: string;
  /** Loaded only when it is asked for. */
  load: () => Promise<(report: Report, base?: Report) => string>;
}

/** What a report can be written as, each into a file of its own. */
export const reportFormats = {
  html: {
    file: "report.html",
    load: async () => (await import("../../report/writers/html")).writeHtml,
  },
  json: {
    file: "report.json",
    load: async () => (await import("../../report/writers/json")).writeJson,
  },
  sarif: {
    file: "results.sarif",
    load: async () => (await import("../../report/writers/sarif")).writeSarif,
  },
  junit: {
    file: "junit.xml",
    load: async () => (await import("../../report/writers/junit")).writeJunit,
  },
  markdown: {
    file: "summary.md",
    load: async () => (await import("../../report/writers/markdown")).writeMarkdown,
  },
  csv: {
    file: "controls.csv",
    load: async () => (await import("../../report/writers/csv")).writeCsv,
  },
} as const satisfies Record<string, ReportFormat>;

export type ReportFormatName = keyof typeof reportFormats;

export const reportFormatNames = Object.keys(reportFormats) as ReportFormatName[];
