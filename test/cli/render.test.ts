import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { render, type RenderFlags } from "../../cli/commands/render";
import type { Context, Format } from "../../cli/context";
import { UserError } from "../../core/errors";
import { errorMigrations } from "../../render/error-tables";

const packageRoot = path.resolve(__dirname, "../..");
const golden = (name: string) =>
  readFileSync(path.join(packageRoot, "test/fixtures/fly", name), "utf8");

const goldenPreview = (name: string) =>
  readFileSync(path.join(packageRoot, "test/fixtures/previews", name), "utf8");
const previewFile = (name: string) =>
  `orchestrator/preview-container/${name}\n${goldenPreview(name)}\n`;

let folder: string;
/** A project of its own with our program and stack files, so that nothing needs to be built before. */
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "render-"));
  for (const name of readdirSync(packageRoot).filter((it) => /^Pulumi\..*yaml$/.test(it)))
    cpSync(path.join(packageRoot, name), path.join(folder, name));
  symlinkSync(path.join(packageRoot, "node_modules"), path.join(folder, "node_modules"));
  const program = JSON.stringify(path.join(packageRoot, "index"));
  writeFileSync(
    path.join(folder, "index.ts"),
    `import program = require(${program});\nexport = program;\n`,
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(stack: string, flags: RenderFlags = {}, format: Format = "text") {
  const shown: string[] = [];
  const terminal = {
    out: (text: string) => void shown.push(text),
    note() {},
    progress: () => ({ update() {}, done() {}, fail() {} }),
  };
  const clock = () => new Date("2026-11-21");
  const context: Context = { terminal, cwd: folder, env: {}, packageRoot, clock, format };
  const exitCode = await render(context, stack, flags);
  return { exitCode, out: shown.join("\n") };
}

/** Requirement: HOST-07, HOST-10, CAP-07, ENV-05 */
describe("groundwork render", () => {
  it("prints rules for Prometheus, the file of each service and migrations, each under its name", async () => {
    const { exitCode, out } = await run("prod");
    expect(exitCode).toBe(0);
    const [, ...files] = out.split(/^==> /m);
    const [rules, service, image, pool, table, notifier] = files;
    const migration = "-- Rendered by groundwork from groundwork:errorTracking.";
    expect(table).toMatch(`supabase/migrations/20261101000000_error_events.sql\n${migration}`);
    expect(notifier).toMatch(`supabase/migrations/20261101000100_error_notifier.sql\n${migration}`);
    expect(rules).toMatch(/^alerts\.yml\n# Rendered by groundwork from Pulumi\.prod\.yaml/);
    expect(service).toBe(`orchestrator/fly.toml\n${golden("fly.toml")}\n`);
    expect(image).toBe(previewFile("Dockerfile"));
    expect(pool).toBe(previewFile("fly.toml"));
  });

  it("prints files as JSON where that is asked for", async () => {
    const { out } = await run("dev", {}, "json");
    expect(JSON.parse(out)).toEqual({
      stack: "dev",
      files: [
        { file: "alerts.dev.yml", text: expect.stringContaining("alert: HighErrorRate") as string },
        { file: "orchestrator/fly.dev.toml", text: golden("fly.dev.toml") },
        ...["Dockerfile.dev", "fly.dev.toml"].map((name) => ({
          file: `orchestrator/preview-container/${name}`,
          text: goldenPreview(name),
        })),
        ...errorMigrations({ kind: "database" }),
      ],
    });
  });

  it("writes below the folder named, and writes its own files again", async () => {
    const out = path.join(folder, "deploy");
    for (const stack of ["staging", "prod", "prod"]) await run(stack, { out: "deploy" });
    expect(readdirSync(out).sort()).toEqual([
      "alerts.staging.yml",
      "alerts.yml",
      "orchestrator",
      "supabase",
    ]);
    expect(readdirSync(path.join(out, "orchestrator")).sort()).toEqual([
      "fly.staging.toml",
      "fly.toml",
      "preview-container",
    ]);
    expect(readdirSync(path.join(out, "orchestrator/preview-container")).sort()).toEqual([
      "Dockerfile",
      "Dockerfile.staging",
      "fly.staging.toml",
      "fly.toml",
    ]);
    expect(readFileSync(path.join(out, "orchestrator/fly.toml"), "utf8")).toBe(golden("fly.toml"));
  });

  it("leaves a file alone that it did not render, until it is forced", async () => {
    const file = path.join(folder, "other/orchestrator/fly.toml");
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'app = "by-hand"\n');
    await expect(run("prod", { out: "other" })).rejects.toMatchObject({
      exitCode: 1,
      problems: [{ where: { file, line: 1 }, found: "a file that groundwork did not render" }],
    });
    expect(readFileSync(file, "utf8")).toBe('app = "by-hand"\n');
    await run("prod", { out: "other", force: true });
    expect(readFileSync(file, "utf8")).toBe(golden("fly.toml"));
  });

  it("refuses an unknown stack and writes nothing", async () => {
    await expect(run("qa", { out: "nowhere" })).rejects.toBeInstanceOf(UserError);
    expect(existsSync(path.join(folder, "nowhere"))).toBe(false);
  });

  it("tells which files in a folder are not what the stack file comes to, and writes nothing", async () => {
    await run("staging", { out: "committed" });
    expect((await run("staging", { out: "committed", check: true })).exitCode).toBe(0);
    const fly = path.join(folder, "committed/orchestrator/fly.staging.toml");
    const changed = readFileSync(fly, "utf8").replace("min_machines_running = 2", "min = 1");
    writeFileSync(fly, changed);
    rmSync(path.join(folder, "committed/alerts.staging.yml"));
    const line = changed.split("\n").findIndex((it) => it.includes("min = 1")) + 1;
    const fix = "run npx groundwork render staging --out committed and commit what it writes";
    await expect(run("staging", { out: "committed", check: true })).rejects.toMatchObject({
      exitCode: 1,
      problems: [
        { where: { file: "committed/alerts.staging.yml" }, found: "no such file", fix },
        { where: { file: "committed/orchestrator/fly.staging.toml", line }, fix },
      ],
    });
    expect(readFileSync(fly, "utf8")).toBe(changed);
    const told = await run("staging", { out: "committed", check: true }, "json");
    expect(told.exitCode).toBe(1);
    expect(JSON.parse(told.out)).toMatchObject({ stack: "staging" });
  });

  it("writes the site and the services of one vendor into the one file that it reads", async () => {
    const file = path.join(folder, "Pulumi.dev.yaml");
    const text = readFileSync(file, "utf8")
      .replace("  groundwork:hosting:\n", "  groundwork:hosting:\n    vendor: render\n")
      .replace(
        "    orchestrator:\n      app:",
        "    orchestrator:\n      vendor: render\n      app:",
      );
    writeFileSync(file, text);
    const { out } = await run("dev", {}, "json");
    const { files } = JSON.parse(out) as { files: { file: string; text: string }[] };
    expect(files.map((it) => it.file)).toEqual(
      expect.arrayContaining(["headers.dev.json", "render.dev.yaml"]),
    );
    const blueprint = files.find((it) => it.file === "render.dev.yaml")?.text ?? "";
    const { services } = parse(blueprint) as { services: { name: string }[] };
    expect(services.map(({ name }) => name)).toEqual([
      "velocity-platform-dev",
      "velocity-orchestrator-dev",
    ]);
  });
});
