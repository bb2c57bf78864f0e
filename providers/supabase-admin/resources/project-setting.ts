import { type PropertyMap, type Value } from "../../../core/value";
import { type Api } from "../api";
import { isAbsent } from "../http/errors";
import {
  type AdminResource,
  type Existing,
  projectRef,
  type Properties,
  text,
} from "../model/resource";

/** Settings that every project has exactly once: they are changed, never made, and stay when the resource goes. */
export interface ProjectSetting {
  type: string;
  description: string;
  /** Path below the project, for reading and for the change. */
  path: string;
  /** Inputs and, in the same order, their names in the API. */
  fields: Properties;
  apiNames: Readonly<Record<string, string>>;
  outputs?: Properties;
  outputNames?: Readonly<Record<string, string>>;
  /** Inputs that the API takes back to its default with null; the others stay as they are when they are left out. */
  nullable?: readonly string[];
  /** Picks the settings out of the answer to GET. */
  pick?: (answer: unknown) => Readonly<Record<string, Value>> | undefined;
}

export function projectSetting(setting: ProjectSetting): AdminResource {
  const { type, description, fields, outputs = {} } = setting;
  return {
    type,
    description: `${description} Deleting the resource leaves the settings as they are: the API cannot reset them.`,
    inputs: { projectRef, ...fields },
    outputs,
    atLeastOne: Object.keys(fields),
    idOf: (inputs) => text(inputs, "projectRef"),
    create: (api, inputs) => write(api, setting, inputs, bodyOf(setting, inputs, {})),
    read: (api, { id }) => readSetting(api, setting, id),
    update: (api, { inputs }, news) => write(api, setting, news, bodyOf(setting, news, inputs)),
    delete: () => Promise.resolve(),
  };
}

async function write(
  api: Api,
  setting: ProjectSetting,
  inputs: PropertyMap,
  body: Readonly<Record<string, unknown>>,
): Promise<Existing> {
  const ref = text(inputs, "projectRef");
  if (Object.keys(body).length > 0) await api.patch(ref, setting.path, body);
  const existing = await readSetting(api, setting, ref);
  if (!existing) throw new Error(`project ${ref} lost its settings`);
  return existing;
}

function bodyOf(setting: ProjectSetting, news: PropertyMap, olds: PropertyMap) {
  const entries = Object.entries(setting.apiNames).flatMap(([name, apiName]) => {
    if (news[name] !== undefined) return [[apiName, news[name]] as const];
    const resets = olds[name] !== undefined && setting.nullable?.includes(name);
    return resets ? [[apiName, null] as const] : [];
  });
  return Object.fromEntries(entries);
}

async function readSetting(
  api: Api,
  { path, pick, apiNames, outputNames = {} }: ProjectSetting,
  ref: string,
): Promise<Existing | undefined> {
  try {
    const answer = await api.get<unknown>(ref, path);
    const found = pick ? pick(answer) : (answer as Readonly<Record<string, Value>>);
    if (!found) return undefined;
    return {
      id: ref,
      inputs: { projectRef: ref, ...renamed(found, apiNames) },
      outputs: renamed(found, outputNames),
    };
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function renamed(found: Readonly<Record<string, Value>>, names: Readonly<Record<string, string>>) {
  const entries = Object.entries(names).flatMap(([name, apiName]) => {
    const value = found[apiName];
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}
