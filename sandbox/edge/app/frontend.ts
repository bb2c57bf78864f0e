import { type Deployment } from "../deployments/deployment";
import { type Project } from "../estate/projects";
import { type EdgeAnswer, type EdgeRequest, escaped, html, json } from "../routing/request";
import { type Chunk, chunkFolder, chunksOf } from "./chunks";
import { healthReport } from "./health";
import { type Handler, withBody, withToken } from "./handler";

/** What the app of a project knows when it is asked. */
export interface FrontendContext {
  project: Project;
  deployment: Deployment;
  isBroken: boolean;
  now: Date;
}

const routes: Readonly<Record<string, Handler<FrontendContext>>> = {
  "GET /": (_request, context) => page(context, "Home"),
  "GET /cn": (_request, context) => page(context, "首页"),
  "GET /api/health": (_request, { deployment, isBroken, now }) =>
    healthReport({
      ...{ version: deployment.sha, isBroken, now },
      checks: ["database", "orchestrator", "container_registry"],
    }),
  "POST /api/auth/login": withBody(["email", "password"], () => json(200, { ok: true })),
  "POST /api/projects": withToken(withBody(["name"], () => json(201, { id: "project-1" }))),
  "POST /api/preview/start": withToken(
    withBody(["projectId"], () => json(200, { status: "starting" })),
  ),
};

// Requirement: REL-07
/** What stands in for the app that a project deploys: its pages, its API as far as checks ask it, its static files. */
export function frontend(request: EdgeRequest, context: FrontendContext): EdgeAnswer {
  const { method, path } = request;
  if (method === "OPTIONS") return { status: 204, headers: {}, body: "" };
  if (path.startsWith(chunkFolder)) return chunk(path.slice(chunkFolder.length), context);
  const found = routes[`${method === "HEAD" ? "GET" : method} ${path}`];
  if (found) return found(request, context);
  const isOtherMethod = Object.keys(routes).some((route) => route.endsWith(` ${path}`));
  return isOtherMethod
    ? html(405, "Method Not Allowed\n")
    : html(404, "<!doctype html><title>404</title><h1>This page could not be found.</h1>\n");
}

function page({ project, deployment }: FrontendContext, title: string): EdgeAnswer {
  const scripts = chunksOf(deployment.sha).map(
    ({ name }) => `<script src="${chunkFolder}${name}" async></script>`,
  );
  const banner =
    project.banner === undefined ? [] : [`<p role="alert">${escaped(project.banner)}</p>`];
  return html(
    200,
    [
      `<!doctype html><html lang="en"><head><title>${escaped(project.name)}</title>`,
      ...scripts,
      `</head><body>`,
      ...banner,
      `<h1>${title}</h1></body></html>\n`,
    ].join("\n"),
  );
}

/** Vercel lists a folder only where the project says so. */
function chunk(name: string, { project, deployment }: FrontendContext): EdgeAnswer {
  const chunks = chunksOf(deployment.sha);
  if (name === "") return project.listsFolders ? listing(chunks) : html(404, "Not found\n");
  const found = chunks.find((other) => other.name === name);
  if (!found) return html(404, "Not found\n");
  const headers = { "content-type": "application/javascript; charset=utf-8" };
  return { status: 200, headers, body: found.text };
}

function listing(chunks: readonly Chunk[]): EdgeAnswer {
  const items = chunks.map(({ name }) => `<li><a href="${chunkFolder}${name}">${name}</a></li>`);
  return html(200, `<!doctype html><title>Index</title><ul>\n${items.join("\n")}\n</ul>\n`);
}
