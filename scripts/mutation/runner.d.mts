/** What of Stryker's interface of a test runner this one does. */
export class RuleTestRunner {
  /** @param root Folder of the sandbox; default: the working directory. */
  constructor(root?: string);
  init(): void;
  dryRun(options: { files: readonly string[] }): Promise<{
    status: string;
    tests: readonly { id: string; status: number; failureMessage?: string }[];
    mutantCoverage?: {
      static: Record<string, number>;
      perTest: Record<string, Record<string, number>>;
    };
  }>;
  mutantRun(options: {
    activeMutant: { id: string };
    sandboxFileName: string;
    hitLimit?: number;
  }): Promise<{ status: string; killedBy?: string[]; failureMessage?: string; reason?: string }>;
}
