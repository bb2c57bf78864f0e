import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import * as runtime from "@pulumi/pulumi/runtime";
import { buildSync } from "esbuild";
import { readStackFile } from "../../../config/stack-file";
import type { Tier } from "../../../core/profile";
import { stacks, textOf } from "../../config/support";
import { everyArn, vendorAnswers } from "../../support/vendor-answers";
import { onMocks, type Registered } from "../../support/mocks";

const projectDir = path.resolve(__dirname, "../../..");

/** What the three stacks declare, with everything known that AWS tells: accounts, regions, ARNs. */
export type MockedStacks = Readonly<Record<Tier, readonly Registered[]>>;

/**
 * Runs our program on mocks for each stack, as the stack that owns what exists once. Offline runs know no account, so that
 * the policies that name one are unknown there.
 */
export async function mockedStacks(): Promise<MockedStacks> {
  const folder = mkdtempSync(path.join(tmpdir(), "mocked-"));
  symlinkSync(path.join(projectDir, "node_modules"), path.join(folder, "node_modules"));
  const program = path.join(folder, "program.cjs");
  buildSync({
    entryPoints: [path.join(projectDir, "index.ts")],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "cjs",
    packages: "external",
  });
  try {
    const run = createRequire(program)(program) as () => Promise<unknown>;
    const runs: [Tier, readonly Registered[]][] = [];
    for (const stack of stacks) runs.push([stack, await declared(stack, run)]);
    return Object.fromEntries(runs) as unknown as MockedStacks;
  } finally {
    rmSync(folder, { recursive: true });
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
