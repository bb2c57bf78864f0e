import { type LedgerObject } from "../../ledger/record";
import { type Machine, type Machines } from "../deployments/machines";
import { type ApiAnswer, type Endpoint } from "./answer";

/** What the endpoints work on. */
export interface FlyContext {
  apps: () => ReadonlyMap<string, LedgerObject>;
  machines: Machines;
}

/** Endpoints of Fly's Machines API for running machines and what they run. Source: fly.io/docs/machines/api. */
export const flyEndpoints: readonly Endpoint<FlyContext>[] = [
  {
    method: "GET",
    path: /^\/v1\/apps\/([^/]+)$/,
    answer: (_call, { apps, machines }, [app = ""]) => {
      const named = apps().get(app);
      if (!named) return noApp;
      const count = machines.of(app, named).length;
      return { status: 200, body: { name: app, status: "deployed", machine_count: count } };
    },
  },
  {
    method: "GET",
    path: /^\/v1\/apps\/([^/]+)\/machines$/,
    answer: (_call, { apps, machines }, [app = ""]) => {
      const named = apps().get(app);
      return named ? { status: 200, body: machines.of(app, named).map(shown) } : noApp;
    },
  },
  {
    method: "GET",
    path: /^\/v1\/apps\/([^/]+)\/machines\/([^/]+)$/,
    answer: (_call, context, parts) =>
      onMachine(context, parts, (machine) => ({ status: 200, body: shown(machine) })),
  },
  {
    method: "POST",
    path: /^\/v1\/apps\/([^/]+)\/machines\/([^/]+)$/,
    answer: ({ body }, context, parts) =>
      onMachine(context, parts, (machine, named) => {
        const image = (body["config"] as { image?: unknown } | undefined)?.image;
        if (typeof image !== "string" || image === "") {
          return { status: 400, body: { error: "invalid_argument: config.image is required" } };
        }
        return { status: 200, body: shown(context.machines.update(machine, image, named)) };
      }),
  },
  {
    method: "GET",
    path: /^\/v1\/apps\/([^/]+)\/machines\/([^/]+)\/wait$/,
    answer: (_call, context, parts) =>
      onMachine(context, parts, () => ({ status: 200, body: { ok: true } })),
  },
];

function onMachine(
  { apps, machines }: FlyContext,
  [app = "", id]: readonly string[],
  then: (machine: Machine, named: LedgerObject) => ApiAnswer,
): ApiAnswer {
  const named = apps().get(app);
  if (!named) return noApp;
  const machine = machines.of(app, named).find((other) => other.id === id);
  return machine ? then(machine, named) : { status: 404, body: { error: "machine not found" } };
}

const noApp: ApiAnswer = { status: 404, body: { error: "app not found" } };

function shown({ id, app, region, image, instance, created, updated }: Machine) {
  return {
    ...{ id, name: `${app}-${region}`, state: "started", region, instance_id: instance },
    ...{ created_at: created, updated_at: updated },
    config: { image, metadata: { fly_platform_version: "v2", fly_process_group: "app" } },
    checks: [{ name: "servicecheck-00-http-3000", status: "passing" }],
  };
}
