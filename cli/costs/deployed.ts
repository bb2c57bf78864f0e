import type { DeclaredResource } from "../../core/resource";
import { declaredIn } from "../../state/declared";
import type { Context } from "../context";
import { type DeployedStack, deployedState } from "../deployed-state";
import { readExportedState } from "../exported-state";

/** What the stack has in its provider's cloud, as its state tells; nothing where it was never up. */
export async function deployedResources(where: DeployedStack): Promise<DeclaredResource[]> {
  const resources = declaredIn(await deployedState(where));
  if (resources.length === 0) where.context.terminal.note(`${where.stack}: nothing is deployed`);
  return resources;
}

/** What an exported state holds. */
export async function exportedResources(
  context: Context,
  file: string,
): Promise<DeclaredResource[]> {
  return declaredIn(await readExportedState(context, file));
}
