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
}

/** What a key that is left out means. */
export const defaults = {
  thresholds: [50, 80, 100],
  forecastThreshold: 100,
} as const;
