import { cpSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Clouds } from "../../../../cli/operations/clouds";
import type { Answer, Question } from "../../../../operations/reach";
import { headersFor } from "../../../../operations/smoke/headers";
import type { Served } from "../../../../operations/smoke/served";
import type { FlyMachine } from "../../../../operations/vendors/fly";
import type { VercelDeployment } from "../../../../operations/vendors/vercel";
import { packageRoot } from "../../support";

/** A folder with the example product's stack files and its program, for commands that keep records. */
export function exampleProject(): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), "groundwork-operations-")));
  for (const name of readdirSync(packageRoot)) {
    if (/^Pulumi(\..+)?\.yaml$/.test(name)) {
      cpSync(path.join(packageRoot, name), path.join(root, name));
    }
  }
  symlinkSync(path.join(packageRoot, "index.ts"), path.join(root, "index.ts"));
  cpSync(path.join(packageRoot, "supabase"), path.join(root, "supabase"), { recursive: true });
  return root;
}

/** What a stack serves, in memory, and its vendors: as declared until a test changes something. */
export interface World {
  clouds: Clouds;
  /** What is answered instead, by address; a header that is undefined is not sent. */
  broken: Map<string, Partial<Answer>>;
  asked: { url: string; question: Question }[];
  /** What vendors were told. */
  told: string[];
  deployments: VercelDeployment[];
  production: string;
  machines: FlyMachine[];
  released: number;
}

const chunk = "/_next/static/chunks/main-1a.js";

export function worldOf(served: Served, now: () => Date): World {
  const world: World = {
    ...{ broken: new Map(), asked: [], told: [], deployments: [], machines: [] },
    ...{ production: "dpl_2", released: 0 },
    clouds: {
      reach: {
        ask: (url, question = {}) => {
          world.asked.push({ url, question });
          const usual = answerOf(served, url, question, now());
          return Promise.resolve({ ...usual, ...world.broken.get(url) });
        },
      },
      vercel: () => vercelOf(world),
      fly: () => ({
        machines: () => Promise.resolve(world.machines),
        redeploy: (app, { id }, image) => {
          world.told.push(`${app} ${id} ${image}`);
          return Promise.resolve();
        },
      }),
      release: () => {
        world.released += 1;
        return Promise.resolve();
      },
    },
  };
  return world;
}

function vercelOf(world: World): ReturnType<Clouds["vercel"]> {
  const serve = (how: string) => (_project: string, id: string) => {
    world.told.push(`${how} ${id}`);
    world.production = id;
    return Promise.resolve();
  };
  return {
    project: (name) => Promise.resolve({ id: "prj_1", name, production: world.production }),
    deployments: () => Promise.resolve(world.deployments),
    deployment: (id) => Promise.resolve(world.deployments.find((it) => it.id === id)!),
    rollingRelease: () => Promise.resolve(undefined),
    promote: serve("promote"),
    rollback: serve("rollback"),
  };
}

function answerOf(served: Served, url: string, { method = "GET" }: Question, now: Date): Answer {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === "http:") return plain(url, 308, { location: [url.replace("http:", "https:")] });
  const declared = Object.entries(headersFor(pathname, served.headers).set);
  const headers: Record<string, string[]> = Object.fromEntries(
    declared.map(([name, value]) => [name.toLowerCase(), [value]]),
  );
  const certificate = { validTo: new Date("2099-01-01T00:00:00Z"), hosts: [hostname] };
  if (method === "OPTIONS") return { ...plain(url, 204, headers), certificate };
  if (pathname === chunk) headers["content-type"] = ["application/javascript"];
  const report = { status: "healthy", time: now.toISOString(), version: "1", checks: {} };
  const body = pathname.endsWith("/health")
    ? JSON.stringify(report)
    : `<script src="${chunk}"></script>`;
  return { ...plain(url, 200, headers), body, certificate };
}

const plain = (url: string, status: number, headers: Record<string, string[]>): Answer => ({
  ...{ url, status, headers, body: "", milliseconds: 5 },
});
