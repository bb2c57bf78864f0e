import { signatureKey, signatures } from "../../../core/signatures";
import { parseUrn } from "../../../core/urn";
import { generatedOutputs } from "../../../operations/adopt/generated";
import type { Adoption } from "../../../operations/adopt/model";
import type { PlannedGoal } from "../../engine/plan-goals";

/** The file of `pulumi import --file` (`pkg/cmd/pulumi/operations/import.go`, `importFile`). */
export interface ImportFile {
  nameTable: Record<string, string>;
  resources: ImportSpec[];
}

interface ImportSpec {
  type: string;
  /** Handle within the file. */
  name: string;
  logicalName: string;
  id?: string;
  parent?: string;
  provider?: string;
  component?: true;
  version?: string;
  pluginDownloadUrl?: string;
  parameterization?: { pluginName: string; pluginVersion: string; value: string };
  inputs?: object;
  outputs?: object;
}

const rootStackType = "pulumi:pulumi:Stack";

/**
 * What the engine needs to import each under the URN that the program gives it: parents that the state lacks come along as
 * components, and the provider is the very one that the program will use, so that the next preview finds none other.
 */
export function adoptionFile(
  adoptions: readonly Adoption[],
  goals: readonly PlannedGoal[],
  inState: ReadonlySet<string>,
): ImportFile {
  const byUrn = new Map(goals.map((goal) => [goal.urn, goal]));
  const handles = new Map<string, string>();
  const nameTable: Record<string, string> = {};
  const resources: ImportSpec[] = [];
  const handleOf = (urn: string): string => {
    const known = handles.get(urn);
    if (known !== undefined) return known;
    const handle = `item-${handles.size}`;
    handles.set(urn, handle);
    if (inState.has(urn)) nameTable[handle] = urn;
    return handle;
  };
  const place = (goal: PlannedGoal): Pick<ImportSpec, "parent"> => {
    const { parent } = goal;
    if (parent === undefined || parseUrn(parent).type === rootStackType) return {};
    if (!inState.has(parent) && !handles.has(parent)) addParent(parent);
    return { parent: handleOf(parent) };
  };
  const addParent = (urn: string) => {
    const goal = byUrn.get(urn);
    if (!goal || goal.custom) return;
    const above = place(goal);
    const { type, name } = goal;
    resources.push({ type, name: handleOf(urn), logicalName: name, component: true, ...above });
  };
  // All of them: one whose children are yet to be made is nothing at any vendor either.
  for (const { urn, custom, type } of goals) {
    if (!custom && type !== rootStackType && !inState.has(urn) && !handles.has(urn)) addParent(urn);
  }
  for (const { wanted, id, value } of adoptions) {
    const goal = byUrn.get(wanted.urn);
    if (!goal) continue;
    const above = place(goal);
    const { type, name } = goal;
    const given = value === undefined ? {} : stateOf(goal, value);
    resources.push({
      ...{ type, name: handleOf(wanted.urn), logicalName: name, id },
      ...{ ...above, ...providerOf(wanted.provider, byUrn, inState, handleOf), ...given },
    });
  }
  return { nameTable, resources };
}

/** Inputs as declared, outputs from the value: what exists in a state alone is not read from anywhere. */
function stateOf({ type, inputDiff }: PlannedGoal, value: string) {
  const inputs = inputDiff.adds ?? {};
  const outputs = Object.entries(generatedOutputs(type, value) ?? {}).map(
    ([name, text]) => [name, secret(text)] as const,
  );
  return { inputs, outputs: { ...inputs, ...Object.fromEntries(outputs) } };
}

/** In clear: the engine encrypts it when it reads the file, which is private and gone with the run. */
function secret(text: string): object {
  return { [signatureKey]: signatures.secret, plaintext: JSON.stringify(text) };
}

type Provider = Pick<ImportSpec, "provider" | "version" | "pluginDownloadUrl" | "parameterization">;

function providerOf(
  urn: string | undefined,
  byUrn: ReadonlyMap<string, PlannedGoal>,
  inState: ReadonlySet<string>,
  handleOf: (urn: string) => string,
): Provider {
  if (urn === undefined) return {};
  if (inState.has(urn)) return { provider: handleOf(urn) };
  const { adds = {} } = byUrn.get(urn)?.inputDiff ?? {};
  const { version } = adds;
  const within = (adds["__internal"] ?? {}) as Readonly<Record<string, string | undefined>>;
  const { pluginDownloadURL, name, parameterization, version: pluginVersion } = within;
  const isParameterized = name !== undefined && parameterization !== undefined;
  return {
    ...(typeof version === "string" && { version }),
    ...(pluginDownloadURL !== undefined && { pluginDownloadUrl: pluginDownloadURL }),
    ...(isParameterized && {
      parameterization: {
        ...{ pluginName: name, pluginVersion: pluginVersion ?? "" },
        value: parameterization,
      },
    }),
  };
}

/** The file as it may be kept: without what nobody else must know. */
export function withoutValues({ nameTable, resources }: ImportFile): ImportFile {
  return {
    nameTable,
    resources: resources.map(({ outputs: _outputs, ...rest }) => rest),
  };
}
