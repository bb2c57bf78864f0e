import { type Value } from "../../../core/value";
import { type LedgerObject } from "../../ledger/record";
import { githubOwner, list, text } from "../account";
import { ids } from "../ids";
import { type CloudResource, type CloudView, type Need, type Order } from "../resource";
import { needsRepository, teamType } from "./site";

const membersType = "github:index/teamMembers:TeamMembers";

/** Its members and its access go with it. */
export const team: CloudResource = {
  type: teamType,
  autonamed: true,
  defaults: { parentTeamReadId: "", parentTeamReadSlug: "" },
  computed: ["etag", "membersCount", "nodeId", "slug"],
  claims: ({ inputs, account }) => {
    const owner = githubOwner(account);
    const refusal = `POST https://api.github.com/orgs/${owner}/teams: 422 Validation Failed [{Resource:Team Field:data Code:unprocessable Message:Name must be unique for this org}]`;
    return [{ key: claimOf(owner, slugOf(inputs["name"])), refusal }];
  },
  create: ({ inputs }) => ({
    id: String(ids.githubNumber()),
    outputs: {
      etag: ids.etag(),
      membersCount: 0,
      nodeId: ids.githubNode("T_kwDO"),
      slug: slugOf(inputs["name"]),
    },
  }),
  takes: ({ type, inputs }, id, { outputs }) =>
    type.startsWith("github:") &&
    (inputs["teamId"] === id ||
      [inputs["teamId"], inputs["teamSlug"]].includes(text(outputs["slug"], "-"))),
};

/** The list is the whole team; there is nothing to make but what the team has anyway. */
export const teamMembers: CloudResource = {
  type: membersType,
  computed: ["teamId", "teamSlug"],
  needs: (order) => needsTeam(order, "members"),
  create: (order) => {
    const found = teamCalled(order);
    const slug = text(found?.outputs["slug"], "");
    return { id: found?.id ?? "", outputs: { teamId: found?.id ?? "", teamSlug: slug } };
  },
};

export const teamRepository: CloudResource = {
  type: "github:index/teamRepository:TeamRepository",
  computed: ["etag"],
  needs: (order) => [
    ...needsTeam(order, `repos/${text(order.inputs["repository"], "")}`),
    ...needsRepository(order, "GET "),
  ],
  create: (order) => ({
    id: `${teamCalled(order)?.id ?? ""}:${text(order.inputs["repository"], "")}`,
    outputs: { etag: ids.etag() },
  }),
};

/** The team of an owner with that slug. */
export function teamOf(cloud: CloudView, owner: string, slug: string): LedgerObject | undefined {
  return cloud.holderOf(claimOf(owner, slug));
}

/** Logins in a team, as far as the sandbox was told. */
export function membersOf(cloud: CloudView, { id, outputs }: LedgerObject): string[] {
  return cloud
    .all(membersType)
    .filter(({ inputs }) => [id, outputs["slug"]].includes(inputs["teamId"] ?? inputs["teamSlug"]))
    .flatMap(({ inputs }) => list(inputs["members"] as Value))
    .map((member) => text((member as Record<string, Value>)["username"], ""));
}

/** By its number or by its slug. */
function teamCalled({ inputs, account, cloud }: Order): LedgerObject | undefined {
  const called = text(inputs["teamId"] ?? inputs["teamSlug"], "");
  return cloud.find(teamType, called) ?? teamOf(cloud, githubOwner(account), called);
}

function needsTeam(order: Order, path: string): Need[] {
  const { inputs, account } = order;
  const called = text(inputs["teamId"] ?? inputs["teamSlug"], "");
  const refusal = `GET https://api.github.com/orgs/${githubOwner(account)}/teams/${called}/${path}: 404 Not Found []`;
  return [{ type: teamType, id: teamCalled(order)?.id, refusal }];
}

const claimOf = (owner: string, slug: string): string =>
  `github:team:${owner}/${slug}`.toLowerCase();

const slugOf = (name: Value | undefined): string =>
  text(name, "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-|-$/g, "");
