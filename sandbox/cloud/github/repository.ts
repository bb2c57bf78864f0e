import { type Value } from "../../../core/value";
import { githubOwner, text } from "../account";
import { type LedgerObject } from "../../ledger/record";
import { ids } from "../ids";
import { type CloudResource } from "../resource";
import { repositoryType } from "./site";

/** What GitHub fills in for a new repository. */
const defaults = {
  allowForking: true,
  defaultBranch: "main",
  fork: "",
  primaryLanguage: "",
  sourceOwner: "",
  sourceRepo: "",
  topics: [],
  vulnerabilityAlerts: false,
  webCommitSignoffRequired: false,
};

export const repository: CloudResource = {
  type: repositoryType,
  autonamed: true,
  defaults,
  computed: ["etag", "nodeId", "repoId"],
  derive: ({ inputs, account }) => ({
    ...addresses(`${githubOwner(account)}/${text(inputs["name"], "")}`),
    ...visibility(inputs["visibility"], inputs["private"]),
  }),
  claims: ({ inputs, account }) => {
    const owner = githubOwner(account);
    const name = text(inputs["name"], "");
    const refusal = `POST https://api.github.com/orgs/${owner}/repos: 422 Repository creation failed. [{Resource:Repository Field:name Code:custom Message:name already exists on this account}]`;
    return [{ key: `github:repository:${owner}/${name}`.toLowerCase(), refusal }];
  },
  create: ({ inputs }) => ({
    id: text(inputs["name"], ""),
    outputs: {
      etag: ids.etag(),
      nodeId: ids.githubNode("R_kgDO"),
      repoId: ids.githubRepository(),
    },
  }),
  takes: isInRepository,
};

/** Files, environments, secrets and rules go with their repository, whichever stack made them. */
function isInRepository({ type, inputs }: LedgerObject, id: string, { outputs }: LedgerObject) {
  if (!type.startsWith("github:")) return false;
  const { repository: name, repositoryId: node } = inputs;
  return name === id || (node !== undefined && (node === id || node === outputs["nodeId"]));
}

function addresses(fullName: string): Record<string, string> {
  const htmlUrl = `https://github.com/${fullName}`;
  return {
    fullName,
    htmlUrl,
    svnUrl: htmlUrl,
    gitCloneUrl: `git://github.com/${fullName}.git`,
    httpCloneUrl: `${htmlUrl}.git`,
    sshCloneUrl: `git@github.com:${fullName}.git`,
  };
}

/** `private` is the old word for it; a repository of which nothing is said is public. */
function visibility(given: Value | undefined, old: Value | undefined): Record<string, Value> {
  const seen = text(given, old === true ? "private" : "public");
  return { visibility: seen, private: seen !== "public" };
}
