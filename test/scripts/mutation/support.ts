import { createRequire } from "node:module";

export interface Mutant {
  id: string;
  mutatorName: string;
  replacement: string;
  fileName: string;
  statusReason?: string;
}

interface Instrumented {
  mutants: Mutant[];
  files: { content: string }[];
}

type Instrument = (
  files: readonly { name: string; content: string; mutate: true }[],
  options: { plugins: null; excludedMutations: string[]; ignorers: unknown[] },
) => Promise<Instrumented>;

/** Part of Stryker, but no package of ours. */
const fromStryker = createRequire(require.resolve("@stryker-mutator/core/package.json"));

const logger = { debug() {}, info() {}, isDebugEnabled: () => false };

/** A source with every mutant that Stryker makes of it, as it stands in the sandbox. */
export async function mutated(
  name: string,
  content: string,
  ignorers: readonly unknown[] = [],
): Promise<{ mutants: Mutant[]; content: string }> {
  const { Instrumenter } = (await import(fromStryker.resolve("@stryker-mutator/instrumenter"))) as {
    Instrumenter: new (log: typeof logger) => { instrument: Instrument };
  };
  const { mutants, files } = await new Instrumenter(logger).instrument(
    [{ name, content, mutate: true }],
    { plugins: null, excludedMutations: [], ignorers: [...ignorers] },
  );
  return { mutants, content: files[0]?.content ?? "" };
}
