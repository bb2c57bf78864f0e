import { type LedgerObject, type StoredMap } from "../../ledger/record";
import { isOn, mapIn, mapsIn, numberIn, ofType, textIn } from "./fields";
import { type Limit, limitsOf } from "./firewall";
import { type Rule, rulesOf } from "./rules";

/** A host of a project. */
export interface Domain {
  host: string;
  /** Another host of the project, where visitors are sent. */
  redirect: string | undefined;
  redirectStatus: number;
}

/** One step of a rolling release. */
export interface Stage {
  /** Of the visitors, in percent. */
  percent: number;
  /** Until the next stage; none where somebody has to approve it, or it is the last. */
  minutes: number | undefined;
}

/** A Vercel project with everything that decides what its hosts answer. */
export interface Project {
  id: string;
  name: string;
  /** Its entry in the ledger: whose stack it is, and since when it exists. */
  object: LedgerObject;
  /** A new production deployment is served at once, without being promoted. */
  assignsDomains: boolean;
  listsFolders: boolean;
  domains: Domain[];
  /** In the order in which they act. */
  rules: Rule[];
  limits: Limit[];
  stages: Stage[];
  /** What the maintenance banner says, while it is shown. */
  banner: string | undefined;
}

const type = (name: string) =>
  `vercel:index/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Every project that exists, oldest first. */
export function projectsOf(objects: readonly LedgerObject[]): Project[] {
  return ofType(objects, type("project")).map((object) => projectOf(object, objects));
}

function projectOf(object: LedgerObject, objects: readonly LedgerObject[]): Project {
  const parts = (name: string) =>
    ofType(objects, type(name)).filter(({ outputs }) => outputs["projectId"] === object.id);
  const last = (name: string): StoredMap => parts(name).at(-1)?.outputs ?? {};
  return {
    id: object.id,
    name: textIn(object.outputs, "name") ?? object.id,
    object,
    assignsDomains: object.outputs["autoAssignCustomDomains"] !== false,
    listsFolders: isOn(object.outputs, "directoryListing"),
    domains: parts("projectDomain").map(({ outputs }) => domainOf(outputs)),
    rules: rulesOf(parts("projectRoute")),
    limits: limitsOf(last("firewallConfig")),
    stages: mapsIn(last("projectRollingRelease"), "stages").map((stage) => ({
      percent: numberIn(stage, "targetPercentage") ?? 100,
      minutes: numberIn(stage, "duration"),
    })),
    banner: bannerOf(object, objects),
  };
}

function domainOf(outputs: StoredMap): Domain {
  return {
    host: (textIn(outputs, "domain") ?? "").toLowerCase(),
    redirect: textIn(outputs, "redirect"),
    redirectStatus: numberIn(outputs, "redirectStatusCode") ?? 307,
  };
}

/** The app reads the item `maintenance` of the store that its stack declares. */
function bannerOf({ stack }: LedgerObject, objects: readonly LedgerObject[]): string | undefined {
  const item = ofType(objects, type("edgeConfigItem")).findLast(
    (other) => other.stack === stack && other.outputs["key"] === "maintenance",
  );
  const value = item && valueOf(item.outputs);
  return value && isOn(value, "enabled") ? textIn(value, "message") : undefined;
}

function valueOf(outputs: StoredMap): StoredMap {
  const json = textIn(outputs, "valueJson");
  try {
    return json === undefined ? mapIn(outputs, "value") : (JSON.parse(json) as StoredMap);
  } catch {
    return {};
  }
}
