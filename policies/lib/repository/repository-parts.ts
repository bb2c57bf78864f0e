import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { readText } from "../text";

/** Resources of one type that belong to a repository. */
export interface RepositoryParts {
  declared: readonly DeclaredResource[];
  /** Whether a resource of the type belongs to a repository that is not known yet. */
  undecided: boolean;
}

/** A classic rule names its repository by the name or by the node id, everything else by the name. */
const repositoryProperty: Readonly<Record<string, string>> = {
  [providerTypes.githubBranchProtection]: "repositoryId",
};

const undecided = Symbol("undecided");
type Owners = Map<string | symbol, DeclaredResource[]>;

/** One pass over the resources of a type serves every repository and every rule. */
const indexes = new WeakMap<StackView, Map<string, Owners>>();

export function repositoryParts(
  stack: StackView,
  repository: DeclaredResource,
  type: string,
): RepositoryParts {
  const index = indexes.get(stack) ?? new Map<string, Owners>();
  indexes.set(stack, index);
  const owners = index.get(type) ?? byOwner(stack, type);
  index.set(type, owners);
  return { declared: owners.get(repository.urn) ?? [], undecided: owners.has(undecided) };
}

function byOwner(stack: StackView, type: string): Owners {
  const called = new Map(
    stack
      .ofType(providerTypes.githubRepository)
      .flatMap((one) => namesOf(one).map((name) => [name, one.urn])),
  );
  const owners: Owners = new Map();
  for (const part of stack.ofType(type)) {
    const owner = ownerOf(stack, called, part);
    if (owner === undefined) continue;
    const others = owners.get(owner);
    if (others) others.push(part);
    else owners.set(owner, [part]);
  }
  return owners;
}

/** GitHub does not tell `Docs` from `docs`. */
function namesOf({ inputs, outputs = {} }: DeclaredResource): string[] {
  return [readText(inputs, ["name"]), readText(outputs, ["nodeId"])].flatMap((name) =>
    name === undefined ? [] : [name.toLowerCase()],
  );
}

/** URN of the repository that the part names, undefined for one that no stack of ours declares here. */
function ownerOf(
  stack: StackView,
  called: ReadonlyMap<string, string>,
  part: DeclaredResource,
): string | symbol | undefined {
  const property = repositoryProperty[part.type] ?? "repository";
  const name = readText(part.inputs, [property])?.toLowerCase();
  const byName = name === undefined ? undefined : called.get(name);
  if (byName !== undefined) return byName;
  for (const urn of part.propertyDependencies[property] ?? []) {
    const source = stack.get(urn);
    if (!source) continue;
    if (source.type === providerTypes.githubRepository) return source.urn;
    const owner = ownerOf(stack, called, source);
    if (owner !== undefined) return owner;
  }
  return readProperty(part.inputs, [property]).state === "unknown" ? undecided : undefined;
}
