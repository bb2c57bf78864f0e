/** A figure of use: the same in every scenario, or one for each. */
export type UsageFigure = number | { low: number; expected: number; high: number };

/** By what a stack's costs are estimated: the part of its settings that its `StackProfile` carries. */
export interface CostInputs {
  /** Region of AWS resources that name none. */
  awsRegion: string;
  /**
   * Part of what an account or organisation is billed or granted once (plans, seats, free amounts, credits) that this
   * stack counts: 1 for the stack that stands for all, 0 for the others.
   */
  share: number;
  /** The stack that counts it, for words. */
  countedBy: string;
  /** Use of the whole stack, by meter: `hosting.requests`. What is left out is assumed by the tier. */
  usage: Readonly<Record<string, UsageFigure>>;
  /** Use of one resource by its logical name, in place of its part of the stack's. */
  resources: Readonly<Record<string, Readonly<Record<string, UsageFigure>>>>;
}
