import { text } from "../cloud/account";
import { type StoredValue } from "../ledger/record";
import { created, HttpError, ok } from "./answer";
import { oneOf, take } from "./fields";
import { type ApiCall, type Route } from "./route";

const kind = "addon";

/** Variants that the API takes, by add-on type. */
const variants: Readonly<Record<string, readonly string[]>> = {
  pitr: ["pitr_7", "pitr_14", "pitr_28"],
  custom_domain: ["cd_default"],
  ipv4: ["ipv4_default"],
};

/** Whether a project has an add-on: `pitr`, `custom_domain` … */
export function hasAddon({ objects, project }: ApiCall, type: string): boolean {
  return objects.get(project.id, { kind, name: type }) !== undefined;
}

export const addonRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/billing/addons",
    kind,
    op: "read",
    answer: ({ objects, project }) => {
      const selected = objects.list(project.id, kind).map(({ name, value }) => ({
        type: name,
        variant: { id: value["variant"] },
      }));
      return ok({ selected_addons: selected, available_addons: [] });
    },
  },
  {
    method: "PATCH",
    path: "/billing/addons",
    kind,
    op: "update",
    answer: ({ objects, project, body }) => {
      const fields = {
        addon_type: oneOf(...Object.keys(variants)),
        addon_variant: (value: StoredValue) =>
          variants[text(body["addon_type"], "")]?.includes(text(value, "")) ?? false,
      };
      const { addon_type: name, addon_variant: variant } = take(body, fields, Object.keys(fields));
      if (name === "pitr") refuseSmall(project.inputs["instanceSize"]);
      objects.put(project, { kind, name: name as string }, { variant: variant as string });
      return ok();
    },
  },
  {
    method: "DELETE",
    path: "/billing/addons/*",
    kind,
    op: "delete",
    answer: ({ objects, project, params }) => {
      const held = objects
        .list(project.id, kind)
        .find(({ value }) => value["variant"] === params[0]);
      if (!held) throw new HttpError(404, "Addon not found");
      objects.remove(project.id, { kind, name: held.name });
      return ok();
    },
  },
];

export const replicaRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/read-replicas/setup",
    kind: "replica",
    op: "create",
    answer: (call) => {
      const { objects, project, body, derive } = call;
      const region = take(body, { read_replica_region: (it) => typeof it === "string" }, [
        "read_replica_region",
      ])["read_replica_region"] as string;
      if (!hasAddon(call, "pitr")) {
        throw new HttpError(400, "Read replicas need physical backups: enable PITR first");
      }
      const count = objects.list(project.id, "replica").length;
      const suffix = derive(`${project.id}:${region}:${count}`).slice(0, 5);
      objects.put(project, { kind: "replica", name: `${project.id}-rr-${region}-${suffix}` }, {});
      return created();
    },
  },
  {
    method: "POST",
    path: "/read-replicas/remove",
    kind: "replica",
    op: "delete",
    answer: ({ objects, project, body }) => {
      const name = text(body["database_identifier"], "");
      if (objects.remove(project.id, { kind: "replica", name })) return created();
      throw new HttpError(404, "Read replica not found");
    },
  },
];

/** Left out means Nano or Micro, which cannot. */
function refuseSmall(size: unknown): void {
  if (typeof size === "string" && size !== "nano" && size !== "micro") return;
  throw new HttpError(400, "PITR needs at least Small compute");
}
