import { text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type Order } from "../resource";
import { protectionOf } from "./branch";
import {
  needsRepository,
  notFound,
  repositoryApi,
  repositoryNumber,
  repositoryOf,
  repositoryType,
} from "./site";

/** Every change of a file is a commit on the branch itself. */
export const repositoryFile: CloudResource = {
  type: "github:index/repositoryFile:RepositoryFile",
  defaults: { branch: "main", autocreateBranchSourceSha: "" },
  computed: ["commitMessage", "commitSha", "ref", "repositoryId", "sha"],
  needs: (order) => [
    ...needsRepository(order, `GET branches/${branchOf(order)}`),
    ...(repositoryOf(order)?.inputs["autoInit"] === true
      ? []
      : [{ type: repositoryType, id: undefined, refusal: noBranch(order) }]),
  ],
  forbids: (order, change) => {
    if (!protectionOf(order, branchOf(order))) return undefined;
    const call = `${change === "delete" ? "DELETE" : "PUT"} ${contents(order)}`;
    return `${call}: 409 Could not ${change} file: Changes must be made through a pull request. []`;
  },
  claims: (order) => {
    const { inputs } = order;
    const key = `github:file:${text(inputs["repository"], "")}:${branchOf(order)}:${pathOf(order)}`;
    const refusal = `refusing to overwrite existing file: configure 'overwrite_on_create' to 'true' to override`;
    return [{ key: key.toLowerCase(), refusal }];
  },
  create: (order) => ({
    id: `${text(order.inputs["repository"], "")}:${pathOf(order)}:${branchOf(order)}`,
    outputs: {
      commitMessage: text(order.inputs["commitMessage"], `Add ${pathOf(order)}`),
      commitSha: ids.gitHash(),
      ref: branchOf(order),
      repositoryId: repositoryNumber(order),
      sha: ids.gitHash(),
    },
  }),
};

const branchOf = ({ inputs }: Order): string => text(inputs["branch"], "main");
const pathOf = ({ inputs }: Order): string => text(inputs["file"], "");
const contents = (order: Order): string => repositoryApi(order, `contents/${pathOf(order)}`);

/** A repository that was made without a first commit has no branch to commit to. */
const noBranch = (order: Order): string => notFound(order, `GET branches/${branchOf(order)}`);
