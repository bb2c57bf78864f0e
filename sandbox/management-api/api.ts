import { type LedgerObject } from "../ledger/record";
import { addonRoutes, replicaRoutes } from "./addon-routes";
import { type Answer, type Body, errorAnswer, HttpError } from "./answer";
import { bucketRoutes } from "./bucket-routes";
import { hostnameRoutes } from "./hostname-routes";
import { type ProjectObjects } from "./objects";
import { projectRoutes, serviceKey } from "./project-routes";
import { matchPath, type Route } from "./route";
import { settingsRoutes } from "./settings-routes";

export interface ApiRequest {
  method: string;
  /** Without the query. */
  path: string;
  authorization: string | undefined;
  body: Body;
}

/** A request that found its place: what it is, for faults, and how to do it. */
export interface Found {
  project: LedgerObject;
  route: Route;
  run: () => Answer;
}

const management: readonly Route[] = [
  ...settingsRoutes,
  ...addonRoutes,
  ...replicaRoutes,
  ...hostnameRoutes,
  ...projectRoutes,
];

const managementPath = /^\/v1\/projects\/([^/]+)(\/.*)?$/;
const storagePath = /^\/([a-z0-9]+)\/storage\/v1(\/.*)$/;

/** Supabase's HTTP interfaces over one cloud: exactly those endpoints that the Terraform provider has nothing for. */
export class ManagementApi {
  constructor(
    private readonly objects: ProjectObjects,
    private readonly derive: (label: string) => string,
  ) {}

  /** Throws `HttpError` 401 without a token, 404 for a project or path that is not there. */
  find(request: ApiRequest): Found {
    const { method, path, body } = request;
    const { ref, rest, routes, isStorage } = place(path);
    this.#authorize(request, isStorage ? ref : undefined);
    const project = this.objects.project(ref);
    if (!project) throw new HttpError(404, "Project not found");
    for (const route of routes) {
      const params = route.method === method ? matchPath(route.path, rest) : undefined;
      if (!params) continue;
      const { objects, derive } = this;
      const run = () => attempt(() => route.answer({ project, params, body, objects, derive }));
      return { project, route, run };
    }
    throw new HttpError(404, `Cannot ${method} ${path}`);
  }

  /** The Management API takes any token here; a project's storage its own key alone. */
  #authorize({ authorization }: ApiRequest, ref: string | undefined): void {
    const token = /^Bearer (\S+)$/.exec(authorization ?? "")?.[1];
    if (!token) throw new HttpError(401, "Unauthorized");
    if (ref !== undefined && token !== serviceKey(ref, this.derive)) {
      throw new HttpError(400, "Invalid Compact JWS", {
        statusCode: "403",
        error: "Unauthorized",
      });
    }
  }
}

function place(path: string) {
  const [, ref, rest = ""] = managementPath.exec(path) ?? [];
  if (ref) return { ref, rest, routes: management, isStorage: false };
  const [, owner, storage] = storagePath.exec(path) ?? [];
  if (owner && storage) {
    return { ref: owner, rest: storage, routes: bucketRoutes, isStorage: true };
  }
  throw new HttpError(404, "Not Found");
}

/** What the API refuses is an answer too. */
export function attempt(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof HttpError) return errorAnswer(error);
    throw error;
  }
}
