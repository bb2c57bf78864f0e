import { type Value } from "../../../core/value";
import { type LedgerObject } from "../../ledger/record";
import { githubOwner, text } from "../account";
import { type Need, type Order } from "../resource";

export const repositoryType = "github:index/repository:Repository";
export const environmentType = "github:index/repositoryEnvironment:RepositoryEnvironment";
export const teamType = "github:index/team:Team";

/** Address of GitHub's API below the repository that the inputs name. */
export function repositoryApi({ inputs, account }: Order, path: string): string {
  const repository = text(inputs["repository"], "");
  return `https://api.github.com/repos/${githubOwner(account)}/${repository}/${path}`;
}

/** The repository must be there; `call` is the one that finds out, such as `GET branches/main`. */
export function needsRepository(order: Order, call: string): Need[] {
  return [{ type: repositoryType, id: order.inputs["repository"], refusal: notFound(order, call) }];
}

/** Of what an order names, once the repository is there. */
export function needsEnvironment(order: Order, call: string): Need[] {
  const id = environmentId(order.inputs["repository"], order.inputs["environment"]);
  return [{ type: environmentType, id, refusal: notFound(order, call) }];
}

export function notFound(order: Order, call: string): string {
  const [method = "", path = ""] = call.split(" ");
  return `${method} ${repositoryApi(order, path)}: 404 Not Found []`;
}

/** The provider escapes the colon, which parts the two names. */
export function environmentId(repository: Value | undefined, environment: Value | undefined) {
  return `${text(repository, "")}:${text(environment, "").replaceAll(":", "??")}`;
}

export function repositoryOf({ cloud, inputs }: Order): LedgerObject | undefined {
  return cloud.find(repositoryType, text(inputs["repository"], ""));
}

/** The number of the repository that the inputs name. */
export function repositoryNumber(order: Order): number {
  return Number(repositoryOf(order)?.outputs["repoId"] ?? 0);
}
