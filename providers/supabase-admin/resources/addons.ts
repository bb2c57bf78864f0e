import { type Api } from "../api";
import { isAbsent } from "../http/errors";

interface Addons {
  selected_addons: { type: string; variant: { id: string } }[];
}

/** The variant of a billed add-on that a project has; undefined when it has none, or is gone itself. */
export async function selectedAddon(
  api: Api,
  ref: string,
  type: string,
): Promise<string | undefined> {
  try {
    const { selected_addons: selected } = await api.get<Addons>(ref, "/billing/addons");
    return selected.find((addon) => addon.type === type)?.variant.id;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

export async function selectAddon(
  api: Api,
  ref: string,
  type: string,
  variant: string,
): Promise<void> {
  await api.patch(ref, "/billing/addons", { addon_type: type, addon_variant: variant });
}

export async function removeAddon(api: Api, ref: string, variant: string): Promise<void> {
  await ignoringAbsent(
    api.project(ref, `/billing/addons/${encodeURIComponent(variant)}`, { method: "DELETE" }),
  );
}

/** For deletes: what is gone already was asked for. */
export async function ignoringAbsent(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
