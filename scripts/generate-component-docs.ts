/** Writes examples and tables of args in docs/components from the doc comments; with --check says whether they are up to date. */
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import * as prettier from "prettier";
import * as ts from "typescript";
import { examplesOf, withExamples } from "./component-docs/examples";
import { readArgs } from "./component-docs/read";
import { withTables } from "./component-docs/write";

/** Page to the file and the interface that it documents. */
const pages: Readonly<Record<string, readonly [file: string, interfaceName: string]>> = {
  "stack-profile": ["core/profile.ts", "StackProfileInputs"],
  hosting: ["components/hosting/args.ts", "HostingArgs"],
  database: ["components/database/args.ts", "DatabaseSettings"],
  uptime: ["components/uptime/args.ts", "UptimeSettings"],
  dns: ["components/dns/args.ts", "DnsSettings"],
  dashboard: ["components/dashboard/args.ts", "DashboardSettings"],
  alerts: ["components/alerts/args.ts", "AlertsSettings"],
  logs: ["components/logs/args.ts", "LogsSettings"],
  cache: ["components/cache/args.ts", "CacheSettings"],
  "web-vitals": ["components/web-vitals/args.ts", "WebVitalsSettings"],
  budget: ["components/budget/args.ts", "BudgetSettings"],
  "error-tracking": ["components/error-tracking/args.ts", "DatabaseErrorSettings"],
  "error-tracking-sentry": ["components/error-tracking/args.ts", "SentryErrorSettings"],
  recovery: ["components/recovery/args.ts", "RecoverySettings"],
  storage: ["components/storage/args.ts", "S3BucketSettings"],
  "storage-supabase": ["components/storage/args.ts", "SupabaseBucketSettings"],
  secrets: ["components/secrets/args.ts", "SecretsSettings"],
  access: ["components/access/args.ts", "AccessSettings"],
  "state-backend": ["components/state-backend/args.ts", "StateBackendSettings"],
  services: ["components/services/args.ts", "ServicesSettings"],
  repository: ["components/repository/args.ts", "RepositorySettings"],
};

/** Files of the classes that do not lie beside their args. */
const classFiles: Readonly<Record<string, string>> = {
  "core/profile.ts": "components/stack-profile/index.ts",
};

/** What the examples of a page have in them, where one class has two pages. */
const chosen: Readonly<Record<string, string>> = {
  "error-tracking": 'kind: "database"',
  "error-tracking-sentry": 'kind: "sentry"',
  storage: 'vendor: "s3"',
  "storage-supabase": 'vendor: "supabase"',
};

function examplesFor(page: string, file: string): string[] {
  const source = classFiles[file] ?? path.join(path.dirname(file), "index.ts");
  const examples = examplesOf(readFileSync(path.resolve(source), "utf8"));
  return examples.filter((example) => example.includes(chosen[page] ?? ""));
}

async function main(check: boolean): Promise<void> {
  const sources = Object.values(pages).map(([file]) => path.resolve(file));
  const program = ts.createProgram(sources, {
    strict: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.CommonJS,
    types: [],
  });
  for (const [page, [file, name]] of Object.entries(pages)) {
    const target = path.resolve("docs/components", `${page}.md`);
    const now = readFileSync(target, "utf8");
    const tables = readArgs(program, path.resolve(file), name);
    const format = { ...(await prettier.resolveConfig(target)), filepath: target };
    const shown = withExamples(now, examplesFor(page, file));
    const wanted = await prettier.format(withTables(shown, tables), format);
    if (now === wanted) continue;
    if (check) {
      process.stderr.write(
        `docs/components/${page}.md does not match ${file}; run npm run generate\n`,
      );
      process.exitCode = 1;
    } else {
      writeFileSync(target, wanted);
    }
  }
}

void main(process.argv.includes("--check"));
