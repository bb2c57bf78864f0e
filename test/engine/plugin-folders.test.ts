import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { GetSchemaRequest, type GetSchemaResponse } from "@pulumi/pulumi/proto/provider_pb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const plugin = path.resolve(__dirname, "../../providers/supabase-admin");
const runner = require.resolve("@pulumi/pulumi/cmd/run-plugin");

let project: string;
/** With compiler options under which our sources would not compile: a plugin in TypeScript is compiled with them. */
beforeAll(() => {
  project = mkdtempSync(path.join(os.tmpdir(), "plugin-folders-"));
  const compilerOptions = { rootDir: "src", types: [], module: "esnext" };
  writeFileSync(path.join(project, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  writeFileSync(path.join(project, "package.json"), JSON.stringify({ type: "module" }));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

/** Starts the plugin and asks it for its schema. */
async function schemaFrom(
  [command, ...args]: readonly [string, ...string[]],
  cwd: string,
): Promise<{ name: string; resources: object }> {
  const child = spawn(command, [...args, "127.0.0.1:1"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  try {
    const lines = createInterface(child.stdout);
    const [port] = (await Promise.race([once(lines, "line"), ended])) as [string | number | null];
    if (typeof port !== "string") throw new Error(`the plugin ended: ${said}`);
    return JSON.parse(await schemaAt(`127.0.0.1:${port}`)) as { name: string; resources: object };
  } finally {
    child.kill();
    await ended;
  }
}

function schemaAt(address: string): Promise<string> {
  const client = new ResourceProviderClient(address, credentials.createInsecure());
  return new Promise<string>((resolve, reject) => {
    client.getSchema(new GetSchemaRequest(), (error, answer: GetSchemaResponse) =>
      error ? reject(error) : resolve(answer.getSchema()),
    );
  }).finally(() => client.close());
}

const starts = {
  "as the engine starts it": [path.join(plugin, "pulumi-resource-supabase-admin")],
  "as a language host does": [process.execPath, runner, plugin],
} as const;

describe.each(Object.entries(starts))("the plugin supabase-admin, %s,", (_how, command) => {
  it.each([
    ["its own folder", () => plugin],
    ["the project's, whatever that compiles with", () => project],
  ])("starts in %s", async (_where, cwd) => {
    const { name, resources } = await schemaFrom(command, cwd());
    expect(name).toBe("supabase-admin");
    expect(Object.keys(resources)).toContain("supabase-admin:index/bucket:Bucket");
    expect(Object.keys(resources)).toHaveLength(9);
  });
});
