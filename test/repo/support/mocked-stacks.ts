import { createRequire } from "node:module";
import * as runtime from "@pulumi/pulumi/runtime";
import { readStackFile } from "../../../config/stack-file";
import type { Tier } from "../../../core/profile";
import { stacks, textOf } from "../../config/support";
import { compiledPrograms } from "../../support/compiled-program";
import { everyArn, vendorAnswers } from "../../support/vendor-answers";
import { onMocks, type Registered } from "../../support/mocks";

/** What the three stacks declare, with everything known that AWS tells: accounts, regions, ARNs. */
export type MockedStacks = Readonly<Record<Tier, readonly Registered[]>>;

/**
 * Runs our program on mocks for each stack, as the stack that owns what exists once. Offline runs know no account, so that
 * the policies that name one are unknown there.
 */
export async function mockedStacks(): Promise<MockedStacks> {
  const programs = compiledPrograms();
  try {
    const run = createRequire(programs.program)(programs.program) as () => Promise<unknown>;
    const runs: [Tier, readonly Registered[]][] = [];
    for (const stack of stacks) runs.push([stack, await declared(stack, run)]);
    return Object.fromEntries(runs) as unknown as MockedStacks;
  } finally {
    programs.remove();
  }
}

async function declared(stack: Tier, run: () => Promise<unknown>): Promise<readonly Registered[]> {
  const file = `Pulumi.${stack}.yaml`;
  const { config, secretKeys } = readStackFile(textOf(file), file, "groundwork");
  const owner = JSON.stringify({ owner: "test" });
  runtime.setAllConfig({ ...config, "groundwork:shared": owner }, secretKeys);
  const { result, resources } = await onMocks(run, { calls: vendorAnswers, outputs: everyArn });
  await result;
  return resources;
}
