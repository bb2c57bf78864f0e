import { text, vercelTeam } from "../account";
import { Refusal } from "../refusal";
import { type CloudFunction } from "../resource";

/** Hold secrets, of which the cloud keeps no more than a digest. */
const hidden = ["environments", "passwordProtection"];

export const getProject: CloudFunction = {
  token: "vercel:index/getProject:getProject",
  call: ({ inputs, account, cloud }) => {
    const name = text(inputs["name"], "");
    const project = cloud.holderOf(`vercel:project:${vercelTeam(inputs, account)}:${name}`);
    if (!project) {
      throw new Refusal(
        `Error reading project: Could not read project ${name}, unexpected error: not_found - Project not found.`,
      );
    }
    const shown = Object.entries(project.outputs).filter(([output]) => !hidden.includes(output));
    return { ...Object.fromEntries(shown), id: project.id, name };
  },
};

/** Proves to a drain that an address is the team's own; the same for all of them. */
export const getEndpointVerification: CloudFunction = {
  token: "vercel:index/getEndpointVerification:getEndpointVerification",
  call: ({ inputs, account, cloud }) => {
    const team = vercelTeam(inputs, account);
    return { id: team, teamId: team, verificationCode: cloud.derive(`vercel-verify:${team}`) };
  },
};
