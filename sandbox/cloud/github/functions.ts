import { type PropertyMap, type Value } from "../../../core/value";
import { githubOwner, text } from "../account";
import { Refusal } from "../refusal";
import { type CloudFunction } from "../resource";
import { repositoryType } from "./site";
import { membersOf, teamOf } from "./team";

/** A team that a stack has made; the sandbox knows no other. */
const getTeam: CloudFunction = {
  token: "github:index/getTeam:getTeam",
  call: ({ inputs, account, cloud }) => {
    const owner = githubOwner(account);
    const slug = text(inputs["slug"], "");
    const team = teamOf(cloud, owner, slug);
    if (!team) {
      throw new Refusal(`GET https://api.github.com/orgs/${owner}/teams/${slug}: 404 Not Found []`);
    }
    const { description = "", name = "", nodeId = "", privacy = "" } = team.outputs as PropertyMap;
    const notificationSetting = team.outputs["notificationSetting"] as Value;
    return {
      ...{ id: team.id, slug, name, description, nodeId, privacy, notificationSetting },
      ...{ permission: "pull", members: membersOf(cloud, team) },
      ...{ repositories: [], repositoriesDetaileds: [] },
    };
  },
};

/** People are not ours to make: every login that GitHub could have given out is somebody's. */
const getUser: CloudFunction = {
  token: "github:index/getUser:getUser",
  call: ({ inputs, cloud }) => {
    const login = text(inputs["username"], "");
    if (!/^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$/.test(login)) {
      throw new Refusal(`GET https://api.github.com/users/${login}: 404 Not Found []`);
    }
    const number = parseInt(cloud.derive(`github user ${login.toLowerCase()}`).slice(0, 6), 16);
    const none = { bio: "", blog: "", company: "", email: "", gravatarId: "", location: "" };
    const dates = { createdAt: "2020-01-01 00:00:00 +0000 UTC", suspendedAt: "", updatedAt: "" };
    const counts = { followers: 0, following: 0, publicGists: 0, publicRepos: 0 };
    return {
      ...{ ...none, ...dates, ...counts, gpgKeys: [], sshKeys: [], siteAdmin: false },
      id: String(number),
      login,
      username: login,
      name: login,
      nodeId: `U_kgDO${number}`,
      avatarUrl: `https://avatars.githubusercontent.com/u/${number}?v=4`,
    };
  },
};

const getRepository: CloudFunction = {
  token: "github:index/getRepository:getRepository",
  call: ({ inputs, account, cloud }) => {
    const name = text(inputs["name"], text(inputs["fullName"], "").split("/").at(-1) ?? "");
    const repository = cloud.find(repositoryType, name);
    if (!repository) {
      const api = `https://api.github.com/repos/${githubOwner(account)}/${name}`;
      throw new Refusal(`GET ${api}: 404 Not Found []`);
    }
    const outputs = repository.outputs as PropertyMap;
    const known = Object.fromEntries(readable.map((key) => [key, outputs[key] ?? ""]));
    const switches = Object.fromEntries(flags.map((key) => [key, outputs[key] === true]));
    const lists = { pages: [], repositoryLicenses: [], templates: [], topics: [] };
    const { repoId = 0, topics = [] } = outputs;
    const own: PropertyMap = { repoId, topics, fork: false, id: repository.id };
    return { ...known, ...switches, ...lists, ...own };
  },
};

const readable = [
  "defaultBranch",
  "description",
  "fullName",
  "gitCloneUrl",
  "homepageUrl",
  "htmlUrl",
  "httpCloneUrl",
  "mergeCommitMessage",
  "mergeCommitTitle",
  "name",
  "nodeId",
  "primaryLanguage",
  "squashMergeCommitMessage",
  "squashMergeCommitTitle",
  "sshCloneUrl",
  "svnUrl",
  "visibility",
] as const;

const flags = [
  "allowAutoMerge",
  "allowForking",
  "allowMergeCommit",
  "allowRebaseMerge",
  "allowSquashMerge",
  "allowUpdateBranch",
  "archived",
  "deleteBranchOnMerge",
  "hasDiscussions",
  "hasDownloads",
  "hasIssues",
  "hasProjects",
  "hasWiki",
  "isTemplate",
  "private",
] as const;

export const githubFunctions: readonly CloudFunction[] = [getRepository, getTeam, getUser];
