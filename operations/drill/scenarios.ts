/** What a drill breaks, and what is to bring it back. */
export interface Scenario {
  /** In one line of --help and of the report. */
  says: string;
  /** `frontend`, or a container service of the stack. */
  of: "frontend" | "container";
  /** What is broken: the release alone, so that another one cures it, or the vendor, so that only DNS does. */
  breaks: "release" | "vendor";
}

// Requirement: DR-16
/** The drills that there are, by the name that is asked for. */
export const scenarios = {
  "frontend-down": {
    says: "a release breaks the frontend; the deployment before it is served again",
    of: "frontend",
    breaks: "release",
  },
  "frontend-outage": {
    says: "the frontend's vendor is gone; DNS leads visitors to the standby",
    of: "frontend",
    breaks: "vendor",
  },
  "orchestrator-down": {
    says: "a release breaks the orchestrator; its machines run the image before it again",
    of: "container",
    breaks: "release",
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
