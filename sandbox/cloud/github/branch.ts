import { type Value } from "../../../core/value";
import { type LedgerObject } from "../../ledger/record";
import { list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type CloudView, type Need, type Order } from "../resource";
import { needsRepository, repositoryNumber, repositoryType } from "./site";

const protectionType = "github:index/branchProtection:BranchProtection";

/** Nothing is undone when it goes: the branch stays the default one. */
export const branchDefault: CloudResource = {
  type: "github:index/branchDefault:BranchDefault",
  computed: ["etag", "repositoryId"],
  needs: (order) => needsRepository(order, `GET branches/${text(order.inputs["branch"], "")}`),
  create: (order) => ({
    id: text(order.inputs["repository"], ""),
    outputs: { etag: ids.etag(), repositoryId: repositoryNumber(order) },
  }),
};

export const branchProtection: CloudResource = {
  type: protectionType,
  needs: ({ inputs, cloud }): Need[] => {
    const id = repositoryCalled(cloud, inputs["repositoryId"])?.id;
    const refusal = `Could not resolve to a node with the global id of '${text(inputs["repositoryId"], "")}'`;
    return [{ type: repositoryType, id, refusal }];
  },
  claims: ({ inputs, cloud }) => {
    const pattern = text(inputs["pattern"], "");
    const repository = repositoryCalled(cloud, inputs["repositoryId"])?.id ?? "";
    const refusal = `Name already protected: ${pattern}`;
    return [{ key: `github:branch-protection:${repository}:${pattern}`, refusal }];
  },
  create: () => ({ id: ids.githubNode("BPR_kwDO") }),
};

/** The rule that keeps a branch from being pushed to by everybody, administrators included. */
export function protectionOf({ inputs, cloud }: Order, branch: string): LedgerObject | undefined {
  const repository = repositoryCalled(cloud, inputs["repository"])?.id;
  return cloud
    .all(protectionType)
    .filter((rule) => repositoryCalled(cloud, rule.inputs["repositoryId"])?.id === repository)
    .filter((rule) => matches(text(rule.inputs["pattern"], ""), branch))
    .find(({ inputs: rule }) => rule["enforceAdmins"] === true && keepsPushesOut(rule));
}

/** A rule names its repository by the name or by the node id. */
export function repositoryCalled(
  cloud: CloudView,
  called: Value | undefined,
): LedgerObject | undefined {
  const name = text(called, "");
  const byNode = ({ outputs }: LedgerObject) => outputs["nodeId"] === name;
  return cloud.find(repositoryType, name) ?? cloud.all(repositoryType).find(byNode);
}

function keepsPushesOut(rule: LedgerObject["inputs"]): boolean {
  return (
    list(rule["requiredPullRequestReviews"]).length > 0 ||
    list(rule["requiredStatusChecks"]).length > 0 ||
    rule["lockBranch"] === true
  );
}

/** As fnmatch does, as far as GitHub's own examples go. */
function matches(pattern: string, branch: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[^/]*")}$`).test(branch);
}
