import { type Api } from "./api";
import { mayExist } from "./http/errors";

/** How often to look for something that was asked for, and how long to wait between two looks. */
export interface Patience {
  looks: number;
  waitMs: number;
}

const makes = 3;

/**
 * Makes something at most once: looks first for what an earlier attempt may have left, and again after every reply that
 * was lost. `find` answers undefined while it is not there. Throws what `make` refuses.
 */
export async function once<T>(
  api: Api,
  { find, make }: { find: () => Promise<T | undefined>; make: () => Promise<unknown> },
  patience: Patience = { looks: 3, waitMs: 1_000 },
): Promise<T> {
  const there = await find();
  if (there !== undefined) return there;
  for (let made = 1; ; made += 1) {
    const doubt = await attempt(make);
    const found = await look(api, find, patience);
    if (found !== undefined) return found;
    if (!doubt) throw new Error("the API made something that cannot be found");
    if (made === makes) throw doubt;
  }
}

/** Undefined when it was made; the doubt when nobody can tell. */
async function attempt(make: () => Promise<unknown>): Promise<Error | undefined> {
  try {
    await make();
    return undefined;
  } catch (error) {
    if (mayExist(error)) return error as Error;
    throw error;
  }
}

async function look<T>(
  api: Api,
  find: () => Promise<T | undefined>,
  { looks, waitMs }: Patience,
): Promise<T | undefined> {
  for (let count = 1; ; count += 1) {
    const found = await find();
    if (found !== undefined || count === looks) return found;
    await api.outside.sleep(waitMs);
  }
}
