import { frontend } from "./app/frontend";
import { elsewhere, service } from "./app/service";
import { type KnownBreakage } from "./breakage/breakage";
import { type Breakages } from "./breakage/breakages";
import { type Deployments } from "./deployments/store";
import { machineFor, type Machines } from "./deployments/machines";
import { servedTo } from "./deployments/rolling";
import { type Estate } from "./estate/estate";
import { type Project } from "./estate/projects";
import { isDeploymentOf, type Lookup, type Site, siteOf } from "./estate/sites";
import { routed } from "./routing/apply";
import { stopped, type Windows } from "./routing/firewall";
import { type EdgeAnswer, type EdgeRequest, html, redirect } from "./routing/request";

/** What the edge works on. */
export interface EdgeWorld {
  estate: () => Estate;
  deployments: Deployments;
  machines: Machines;
  breakages: Breakages;
  windows: Windows;
  /** What resolvers hold of a health check. */
  isHealthy: Lookup["isHealthy"];
  now: () => Date;
}

/** What goes back, or that nothing does: then the connection is cut. */
export type Served = { answer: EdgeAnswer; delayMs: number } | { cut: true };

/** Source: what Vercel answers on its own hosts; a project's rule puts its own value in its place. */
const vercelHeaders = {
  server: "Vercel",
  "strict-transport-security": "max-age=63072000",
  "cache-control": "public, max-age=0, must-revalidate",
  "x-vercel-cache": "MISS",
} as const;

/** Answers a request as the cloud would, from what the ledger holds at this moment. */
export function serve(request: EdgeRequest, world: EdgeWorld, address?: string): Served {
  const estate = world.estate();
  const site = siteOf(estate, request.host, { isHealthy: world.isHealthy, address });
  if (!site) return { answer: notDeployed(), delayMs: 0 };
  const release = releaseOf(site, request, world);
  const broken = world.breakages.at(site.origin, release);
  const down = broken.find(({ kind }) => kind === "down");
  if (down && down.release === undefined) return { cut: true };
  const answer = down ? failed(site) : answered(site, request, { world, release, broken });
  const delayMs = Math.max(
    0,
    ...broken.map((one) => (one.kind === "latency" ? (one.delayMs ?? 0) : 0)),
  );
  return { answer: withoutBody(request, changed(answer, broken)), delayMs };
}

/** By HTTP nothing is served: hosts of Vercel redirect for good, hosts of Fly with 301, others as Vercel. */
export function upgraded(request: EdgeRequest, world: EdgeWorld): EdgeAnswer {
  const site = siteOf(world.estate(), request.host, { isHealthy: world.isHealthy });
  if (!site) return notDeployed();
  const { host, path, query } = request;
  return redirect(site.kind === "fly" ? 301 : 308, `https://${host}${path}${query}`);
}

/** The deployment or image that answers. */
function releaseOf(site: Site, request: EdgeRequest, world: EdgeWorld): string | undefined {
  if (site.kind === "project") return deploymentOf(site.project, request, world);
  if (site.kind === "fly") return machineOf(site.app, request, world)?.image;
  return undefined;
}

function deploymentOf(project: Project, { host, client }: EdgeRequest, world: EdgeWorld): string {
  const named = isDeploymentOf(project, host) && world.deployments.find(project, host);
  if (named) return named.id;
  const { stages } = project;
  return servedTo(client, world.deployments.production(project), { stages, now: world.now() });
}

function machineOf(app: string, { client }: EdgeRequest, { estate, machines }: EdgeWorld) {
  const named = estate().flyApps.get(app);
  return named && machineFor(machines.of(app, named), client);
}

interface Answering {
  world: EdgeWorld;
  release: string | undefined;
  broken: readonly KnownBreakage[];
}

function answered(
  site: Site,
  request: EdgeRequest,
  { world, release, broken }: Answering,
): EdgeAnswer {
  const isBroken = broken.some(({ kind }) => kind === "health");
  const now = world.now();
  if (site.kind === "elsewhere") return elsewhere(site.origin);
  if (site.kind === "fly") return service(request, { image: release ?? "", isBroken, now });
  const { project, domain } = site;
  const deployment = world.deployments.find(project, release ?? "");
  if (!deployment) return notDeployed();
  if (domain?.redirect !== undefined) {
    const location = `https://${domain.redirect}${request.path}${request.query}`;
    return withVercels(redirect(domain.redirectStatus, location));
  }
  const stop = stopped(project, request, world.windows);
  if (stop) return withVercels(stop);
  const { answer, request: asked, finish } = routed(project.rules, request);
  return answer
    ? withVercels(answer)
    : finish(withVercels(withNexts(frontend(asked, { project, deployment, isBroken, now }))));
}

function withVercels(answer: EdgeAnswer): EdgeAnswer {
  return { ...answer, headers: { ...vercelHeaders, ...answer.headers } };
}

/** What the framework adds to every answer of the app, unless it is told not to. */
function withNexts(answer: EdgeAnswer): EdgeAnswer {
  return { ...answer, headers: { "x-powered-by": "Next.js", ...answer.headers } };
}

/** A deployment that fails at everything. */
function failed({ kind }: Site): EdgeAnswer {
  const answer = html(500, "A server error has occurred\n\nFUNCTION_INVOCATION_FAILED\n");
  return kind === "project"
    ? withVercels({
        ...answer,
        headers: { ...answer.headers, "x-vercel-error": "FUNCTION_INVOCATION_FAILED" },
      })
    : html(502, "Bad Gateway\n");
}

function notDeployed(): EdgeAnswer {
  const text = "The deployment could not be found on Vercel.\n\nDEPLOYMENT_NOT_FOUND\n";
  return {
    status: 404,
    headers: {
      "content-type": "text/plain; charset=utf-8",
      server: "Vercel",
      "x-vercel-error": "DEPLOYMENT_NOT_FOUND",
    },
    body: text,
  };
}

/** Headers that are broken on purpose are the last word: as an app's own headers are on Vercel. */
function changed(answer: EdgeAnswer, broken: readonly KnownBreakage[]): EdgeAnswer {
  const headers = { ...answer.headers };
  for (const { kind, header = "", value } of broken) {
    if (kind !== "header") continue;
    if (value === undefined) delete headers[header.toLowerCase()];
    else headers[header.toLowerCase()] = value;
  }
  return { ...answer, headers };
}

const withoutBody = ({ method }: EdgeRequest, answer: EdgeAnswer): EdgeAnswer =>
  method === "HEAD" ? { ...answer, body: "" } : answer;
