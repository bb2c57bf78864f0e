import { HttpError, ok } from "./answer";
import { boolean, take } from "./fields";
import { type ApiCall, type Route } from "./route";
import { runSql } from "./sql";

/** The project itself, keys, SQL and edge functions. */
export const projectRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "",
    kind: "project",
    op: "read",
    answer: ({ project: { id, inputs } }) =>
      ok({
        ...{ id, ref: id, status: "ACTIVE_HEALTHY" },
        ...{ name: inputs["name"], region: inputs["region"] },
        organization_id: inputs["organizationId"],
      }),
  },
  {
    method: "GET",
    path: "/api-keys",
    kind: "api-key",
    op: "read",
    answer: ({ project, derive }) =>
      ok([{ name: "service_role", type: "legacy", api_key: serviceKey(project.id, derive) }]),
  },
  {
    method: "POST",
    path: "/database/query",
    kind: "query",
    op: "update",
    answer: (call) => ({ status: 201, body: runSql(call) }),
  },
  {
    method: "GET",
    path: "/functions/*",
    kind: "function",
    op: "read",
    answer: (call) => ok(shownFunction(call)),
  },
  {
    method: "PATCH",
    path: "/functions/*",
    kind: "function",
    op: "update",
    answer: (call) => {
      shownFunction(call);
      const change = take(call.body, { verify_jwt: boolean }, ["verify_jwt"]);
      call.objects.put(call.project, { kind: "function", name: call.params[0] ?? "" }, change);
      return ok(shownFunction(call));
    },
  },
];

/** Opens this project's storage in this cloud, and nothing anywhere else. */
export function serviceKey(ref: string, derive: ApiCall["derive"]): string {
  return `sandbox_${derive(`${ref}:storage`)}`;
}

function shownFunction({ objects, project, params }: ApiCall) {
  const slug = params[0] ?? "";
  if (!objects.edgeFunction(project.id, slug)) throw new HttpError(404, "Function not found");
  return { slug, verify_jwt: true, ...objects.get(project.id, { kind: "function", name: slug }) };
}
