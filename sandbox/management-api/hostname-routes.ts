import { text } from "../cloud/account";
import { type StoredMap } from "../ledger/record";
import { hasAddon } from "./addon-routes";
import { type Answer, created, HttpError, ok } from "./answer";
import { matching, take } from "./fields";
import { type ApiCall, type Route } from "./route";

const kind = "custom-hostname";
const part = { kind, name: "it" };
const hostname = /^[a-z0-9.-]+\.[a-z]+$/;

/** What each step needs to have happened, and leads to. DNS is taken to be right here. */
const steps = {
  initialize: { from: undefined, to: "2_initiated" },
  reverify: { from: "2_initiated", to: "4_origin_setup_completed" },
  activate: { from: "4_origin_setup_completed", to: "5_services_reconfigured" },
} as const;

export const hostnameRoutes: readonly Route[] = [
  { method: "GET", path: "/custom-hostname", kind, op: "read", answer: (call) => ok(shown(call)) },
  {
    method: "POST",
    path: "/custom-hostname/initialize",
    kind,
    op: "create",
    answer: (call) => {
      const fields = { custom_hostname: matching(hostname) };
      const { custom_hostname: name } = take(call.body, fields, ["custom_hostname"]);
      return moved(call, "initialize", { custom_hostname: name as string });
    },
  },
  ...(["reverify", "activate"] as const).map((step): Route => ({
    method: "POST",
    path: `/custom-hostname/${step}`,
    kind,
    op: "update",
    answer: (call) => moved(call, step, {}),
  })),
  {
    method: "DELETE",
    path: "/custom-hostname",
    kind,
    op: "delete",
    answer: ({ objects, project }) => {
      if (objects.remove(project.id, part)) return ok();
      throw new HttpError(404, "No custom hostname is configured");
    },
  },
];

function moved(call: ApiCall, step: keyof typeof steps, change: StoredMap): Answer {
  const { objects, project } = call;
  if (!hasAddon(call, "custom_domain")) {
    throw new HttpError(400, "The custom domain add-on is not enabled");
  }
  const now = objects.get(project.id, part);
  const { from, to } = steps[step];
  if (step !== "initialize" && now?.["status"] !== from && now?.["status"] !== to) {
    throw new HttpError(400, `Custom hostname cannot ${step} now`);
  }
  objects.put(project, part, { ...now, ...change, status: to });
  return created(shown(call));
}

function shown({ objects, project, derive }: ApiCall) {
  const now = objects.get(project.id, part);
  if (!now) return { status: "1_not_started", custom_hostname: "", data: {} };
  const name = text(now["custom_hostname"], "");
  const verification = {
    type: "txt",
    name: `_cf-custom-hostname.${name}`,
    value: derive(`${project.id}:${name}`),
  };
  return { ...now, data: { result: { hostname: name, ownership_verification: verification } } };
}
