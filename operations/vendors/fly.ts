import { z } from "zod";
import { type RestAccess, restCall } from "./rest";

/** A machine of an app. */
export interface FlyMachine {
  id: string;
  region: string;
  /** `started`, `stopped`, `replacing` … */
  state: string;
  /** Changes with each update. */
  instance: string;
  image: string;
  /** All of its configuration: an update sends it back whole. */
  config: Readonly<Record<string, unknown>>;
}

/** Fly's Machines API for running machines. */
export interface FlyClient {
  machines(app: string): Promise<FlyMachine[]>;
  /** Replaces the image of a machine, and waits until it runs. */
  redeploy(app: string, machine: FlyMachine, image: string): Promise<void>;
}

/** Where the API is. Source: fly.io/docs/machines/api. */
export const flyApi = "https://api.machines.dev";

const machine = z.object({
  id: z.string(),
  region: z.string(),
  state: z.string(),
  instance_id: z.string(),
  config: z.looseObject({ image: z.string() }),
});
const waited = z.object({ ok: z.literal(true) });

/** Seconds that one question waits for a machine to start; then it is asked again. Below our own limit of a question. */
const waitSeconds = "8";

// Requirement: DR-12
export function flyClient(access: RestAccess): FlyClient {
  const machines = (app: string) => `/v1/apps/${encodeURIComponent(app)}/machines`;
  return {
    async machines(app) {
      const call = { method: "GET", path: machines(app) } as const;
      const found = await restCall("Fly", access, call, z.array(machine));
      return found.map(readMachine);
    },
    async redeploy(app, { id, config }, image) {
      const path = `${machines(app)}/${encodeURIComponent(id)}`;
      const update = { method: "POST", path, body: { config: { ...config, image } } } as const;
      const { instance_id } = await restCall("Fly", access, update, machine);
      const query = { state: "started", instance_id, timeout: waitSeconds };
      await restCall("Fly", access, { method: "GET", path: `${path}/wait`, query }, waited);
    },
  };
}

function readMachine({ id, region, state, instance_id, config }: z.infer<typeof machine>) {
  return { id, region, state, instance: instance_id, image: config.image, config };
}
