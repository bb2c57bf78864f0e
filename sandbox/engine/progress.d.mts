export interface Step {
  /** What is happening right now, for the next line. */
  update(detail: string): void;
  /** Ends the step; `result` is a line of its own, nothing is silence. */
  end(result?: string): void;
}

export interface ProgressStream {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Tells people how a long step is going, at least every 10 seconds. Default stream: standard error. */
export function startStep(
  label: string,
  options?: {
    stream?: ProgressStream;
    /** How long to expect, for the first line. */ hint?: string;
  },
): Step;
