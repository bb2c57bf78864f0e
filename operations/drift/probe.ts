import { type Reach, Unreachable } from "../reach";

/** Where Supabase's Management API is, and by which token it is asked. */
export interface ManagementDoor {
  reach: Reach;
  /** Base URL, without a slash at its end. */
  api: string;
  token: string;
}

/** What a probe saw: the project is there or gone, or it could not tell, and why. */
export type Probed = { there: boolean } | { untold: string };

/** Whether a Supabase project is there, which a refresh never notices. */
export async function probeProject(door: ManagementDoor, ref: string): Promise<Probed> {
  const url = `${door.api}/v1/projects/${encodeURIComponent(ref)}`;
  try {
    const { status } = await door.reach.ask(url, {
      headers: { authorization: `Bearer ${door.token}`, accept: "application/json" },
    });
    if (status === 404) return { there: false };
    return status < 300 ? { there: true } : { untold: `the Management API answers ${status}` };
  } catch (error) {
    if (error instanceof Unreachable) return { untold: error.message };
    throw error;
  }
}
