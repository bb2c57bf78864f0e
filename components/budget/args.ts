/** What AWS Cost Anomaly Detection reports: spending unlike that of the weeks before. */
export interface AnomalySettings {
  /** US dollars that an anomaly must cost before anybody is told, above 0. */
  impactUsd: number;
  /**
   * How often they are reported, by e-mail.
   * @default "DAILY"
   */
  frequency?: "DAILY" | "WEEKLY" | undefined;
  /**
   * ARN of a monitor that exists. An account has one monitor for all services, and AWS makes it in new accounts; left
   * out, it is made here.
   */
  monitorArn?: string | undefined;
}

/** Stops spending: a policy that denies making anything new is attached to roles once the budget is overrun. */
export interface BudgetActionSettings {
  /** Names of the IAM roles that it is attached to, at least one: those that deploy. */
  roles: string[];
  /**
   * Percent of `awsUsd` really spent at which it happens.
   * @default 110
   */
  threshold?: number | undefined;
  /**
   * Whether AWS does it by itself, or waits until somebody approves it.
   * @default "MANUAL"
   */
  approvalModel?: "AUTOMATIC" | "MANUAL" | undefined;
}

/** A cost allocation tag. It must have been activated in the account's billing settings. */
export interface CostTag {
  /** `stack` */
  key: string;
  /** `velocity-platform-prod` */
  value: string;
}

/** What a stack may cost a month, and who is told. */
export interface BudgetSettings {
  /** Name of the AWS budget, unique in the account: `velocity-platform-prod`. */
  name: string;
  /** The AWS share of the limit, in US dollars and whole cents, above 0. */
  awsUsd: number;
  /** Limit for all vendors together, in US dollars. Held to by policy: no vendor enforces it. */
  monthlyUsd: number;
  /** Who answers for the money: a team or an address. */
  owner: string;
  /** Who is told when a threshold is passed: 1 to 10 addresses. */
  emails: string[];
  /**
   * Percentages of `awsUsd` really spent at which a message is sent, at most 9. One more is sent when the month is
   * forecast to end above 100 percent.
   * @default [50, 80, 100]
   */
  thresholds?: number[] | undefined;
  /** Counts only what carries this tag. Left out, the AWS budget counts the whole bill of the account. */
  costTag?: CostTag | undefined;
  /**
   * Each service's part of `monthlyUsd`, in US dollars and whole cents. Together they are at most `monthlyUsd`.
   * @default no parts
   */
  shares?: Record<string, number> | undefined;
  /** Reports spending that is unlike the weeks before. Declared where `owned`, since it watches the whole account. */
  anomalies?: AnomalySettings | undefined;
  /** Stops spending when the budget is overrun. */
  action?: BudgetActionSettings | undefined;
}

/** What a key that is left out means. */
export const defaults = {
  thresholds: [50, 80, 100],
  forecastThreshold: 100,
  anomalyFrequency: "DAILY",
  actionThreshold: 110,
  actionApproval: "MANUAL",
} as const;
