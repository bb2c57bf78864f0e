import { type Project } from "../estate/projects";
import { isOn, numberIn, textIn, textMapIn, textsIn } from "../estate/fields";
import { type StoredMap } from "../../ledger/record";

/** One build of a project: never changed once it is made. */
export interface Deployment {
  /** `dpl_` and 28 letters and digits. */
  id: string;
  projectId: string;
  /** Commit that it was built from. */
  sha: string;
  ref: string;
  /** ISO 8601. */
  created: string;
  target: "production" | "preview";
  /** Host of this very deployment. */
  url: string;
  meta: Record<string, string>;
}

/** Which deployment the domains of a project serve. */
export interface Production {
  deployment: string;
  /** ISO 8601. */
  since: string;
  /** The one served before, and what a rollback without a name returns to. */
  previous: string | undefined;
  /** Every deployment that ever served: Vercel serves those again at once. */
  served: string[];
  /** After a rollback new deployments are not served until one is promoted. */
  rolledBack: boolean;
  /** A deployment that is on its way to serve everybody. */
  rolling: RollingRelease | undefined;
}

export interface RollingRelease {
  deployment: string;
  /** ISO 8601. */
  started: string;
  /** Stage that somebody approved, counted from 0. */
  approved: number;
}

/**
 * What a project has without having been asked: a sandbox has no build, so the first commit counts as deployed from when
 * the project exists.
 */
export function firstDeployment(project: Project, derive: (label: string) => string): Deployment {
  const digits = derive(`${project.id}:first deployment`);
  return {
    id: `dpl_${digits.slice(0, 28)}`,
    projectId: project.id,
    sha: derive(`${project.id}:first commit`),
    ref: "main",
    created: project.object.created,
    target: "production",
    url: `${project.name}-${digits.slice(0, 9)}.vercel.app`,
    meta: {},
  };
}

export function deploymentFrom(id: string, stored: StoredMap): Deployment {
  return {
    id,
    projectId: textIn(stored, "projectId") ?? "",
    sha: textIn(stored, "sha") ?? "",
    ref: textIn(stored, "ref") ?? "main",
    created: textIn(stored, "created") ?? "",
    target: stored["target"] === "production" ? "production" : "preview",
    url: textIn(stored, "url") ?? "",
    meta: textMapIn(stored, "meta"),
  };
}

export function productionFrom(stored: StoredMap): Production {
  const rolling = textIn(stored, "rollingDeployment");
  return {
    deployment: textIn(stored, "deployment") ?? "",
    since: textIn(stored, "since") ?? "",
    previous: textIn(stored, "previous"),
    served: textsIn(stored, "served"),
    rolledBack: isOn(stored, "rolledBack"),
    rolling:
      rolling === undefined
        ? undefined
        : {
            deployment: rolling,
            started: textIn(stored, "rollingStarted") ?? "",
            approved: numberIn(stored, "rollingApproved") ?? 0,
          },
  };
}

export function storedProduction({ rolling, previous, ...rest }: Production): StoredMap {
  return {
    ...rest,
    ...(previous !== undefined && { previous }),
    ...(rolling && {
      rollingDeployment: rolling.deployment,
      rollingStarted: rolling.started,
      rollingApproved: rolling.approved,
    }),
  };
}
