import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { Decimal } from "decimal.js";
import type { Price } from "../../../catalogue/prices/price";
import { estimate, type EstimateFlags } from "../../../cli/commands/estimate";
import type { Format } from "../../../cli/context";
import type { CostLine, Estimate } from "../../../cost/model";
import { always, sumAmounts, zero } from "../../../cost/scenarios";
import { packageRoot, spokenContext } from "../support";

export interface CostProject {
  folder: string;
  write(file: string, text: string): void;
  estimate(
    stacks: readonly string[],
    flags?: Partial<EstimateFlags>,
    format?: Format,
  ): Promise<{ exitCode: number; out: string; notes: string[] }>;
  remove(): void;
}

/** A project in a folder of its own, so that nothing needs to be built before: its program is this one. */
export function costProject(program: string, files: Readonly<Record<string, string>>): CostProject {
  const folder = mkdtempSync(path.join(os.tmpdir(), "costs-"));
  for (const name of ["node_modules", "runtime"])
    symlinkSync(path.join(packageRoot, name), path.join(folder, name));
  const write = (file: string, text: string) => writeFileSync(path.join(folder, file), text);
  for (const [file, text] of Object.entries({ ...files, "index.ts": program })) write(file, text);
  return {
    folder,
    write,
    async estimate(stacks, flags = {}, format = "text") {
      const { context, out, notes } = spokenContext({ cwd: folder, format });
      const all = { set: [], verbose: false, sandbox: false, ...flags };
      const exitCode = await estimate(context, stacks, all);
      return { exitCode, out: out.join("\n"), notes };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The example product: its own stack files and our program. */
export function exampleProject(): CostProject {
  const program = JSON.stringify(path.join(packageRoot, "index"));
  const project = costProject(`import program = require(${program});\nexport = program;\n`, {});
  for (const name of readdirSync(packageRoot).filter((it) => /^Pulumi\..*yaml$/.test(it)))
    cpSync(path.join(packageRoot, name), path.join(project.folder, name));
  return project;
}

/** A project `shop` with the stack `dev`, that declares alarms by these names. */
export function alarmProject(names: readonly string[]): CostProject {
  return costProject(alarms(names), {
    "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
    "Pulumi.dev.yaml": readFileSync(path.join(packageRoot, "Pulumi.dev.yaml"), "utf8"),
  });
}

export const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** A program that declares an alarm of each name. */
export function alarms(names: readonly string[]): string {
  return `import * as pulumi from "@pulumi/pulumi";
export = async () => {
  for (const name of ${JSON.stringify(names)})
    new pulumi.CustomResource("${alarmType}", name, { metricName: "m", namespace: "n", period: 60 });
};
`;
}

const price: Price = {
  sku: "thing",
  vendor: "aws",
  item: "Thing",
  unit: "thing-month",
  usd: "1",
  source: "https://example.com/pricing",
  asOf: "2026-11-01",
  confidence: "high",
};

/** A line of so many dollars, of a thing that costs one. */
export function line(usd: Decimal.Value, over: Partial<CostLine> = {}): CostLine {
  return {
    resource: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::files",
    component: "files",
    kind: "fixed",
    price: { ...price, ...over.price },
    quantity: always(usd),
    included: zero,
    rests: [],
    monthlyUsd: always(usd),
    ...over,
    ...(over.price && { price: { ...price, ...over.price } }),
  };
}

export function estimateOf(lines: readonly CostLine[], over: Partial<Estimate> = {}): Estimate {
  const total = sumAmounts(lines.map(({ monthlyUsd }) => monthlyUsd));
  return { stack: "dev", lines, free: [], notPriced: [], elsewhere: [], total, ...over };
}

export const decimal = (text: Decimal.Value) => new Decimal(text);
