import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import * as runtime from "@pulumi/pulumi/runtime";
import { buildSync } from "esbuild";
import { readStackFile } from "../../../config/stack-file";
import type { Tier } from "../../../core/profile";
import { stacks, textOf } from "../../config/support";
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
  const { result, resources } = await onMocks(run, { calls, outputs: arns });
  await result;
  return resources;
}

/** Every resource has an ARN here, though not every type has one in AWS. */
const arns = new Proxy<Record<string, Record<string, unknown>>>(
  {},
  { get: (_, type) => ({ arn: `arn:aws:made:ca-central-1:123456789012:${String(type)}` }) },
);

const calls = {
  "aws:index/getCallerIdentity:getCallerIdentity": () => ({ accountId: "123456789012" }),
  "aws:index/getRegion:getRegion": () => ({ region: "ca-central-1" }),
  "github:index/getTeam:getTeam": () => ({ id: "1" }),
  "github:index/getUser:getUser": () => ({ id: "1" }),
  "aws:index/getPartition:getPartition": () => ({ partition: "aws" }),
  "vercel:index/getEndpointVerification:getEndpointVerification": () => ({
    verificationCode: "code-of-the-team",
  }),
};
