import { type EdgeAnswer, type EdgeRequest, escaped, html, json } from "../routing/request";
import { healthReport } from "./health";
import { type Handler, withBody, withToken } from "./handler";

/** What a container service knows when it is asked. */
export interface ServiceContext {
  /** Image that its machine runs. */
  image: string;
  isBroken: boolean;
  now: Date;
}

const routes: Readonly<Record<string, Handler<ServiceContext>>> = {
  "GET /": () => html(200, "ok\n"),
  "GET /health": (_request, { image, isBroken, now }) =>
    healthReport({
      ...{ version: image, isBroken, now },
      checks: ["database", "fly_api", "container_registry"],
    }),
  "POST /sessions/start": withToken(
    withBody(["projectId"], () => json(200, { status: "starting" })),
  ),
};

/** What stands in for a container service: its health report, and the calls that checks make. */
export function service(request: EdgeRequest, context: ServiceContext): EdgeAnswer {
  const { method, path } = request;
  if (method === "OPTIONS") return { status: 204, headers: {}, body: "" };
  const found = routes[`${method === "HEAD" ? "GET" : method} ${path}`];
  return found ? found(request, context) : json(404, { error: "Not found" });
}

/** A server of somebody else, of which is known only that it is there. */
export function elsewhere(host: string): EdgeAnswer {
  return html(200, `<!doctype html><title>${escaped(host)}</title><h1>${escaped(host)}</h1>\n`);
}
