/** The parts of a URN: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export interface UrnParts {
  stack: string;
  project: string;
  type: string;
  /** Types of the parents, outermost first, without the stack itself. */
  parentTypes: string[];
  name: string;
}

const separator = "::";

/** Takes a URN apart. A name may itself hold `::`. Throws on anything that is no URN. */
export function parseUrn(urn: string): UrnParts {
  const [head, project, types, ...name] = urn.split(separator);
  const stack = head?.startsWith("urn:pulumi:") ? head.slice("urn:pulumi:".length) : undefined;
  if (!stack || !project || !types || name.length === 0) throw new Error(`not a URN: ${urn}`);
  const chain = types.split("$");
  return {
    stack,
    project,
    type: chain[chain.length - 1] ?? types,
    parentTypes: chain.slice(0, -1),
    name: name.join(separator),
  };
}

/** `vercel:index/project:Project` → `vercel`. */
export function packageOf(type: string): string {
  return type.slice(0, type.indexOf(":"));
}

/** `vercel:index/projectRoute:ProjectRoute` → `vercel ProjectRoute`; a component keeps its kind: `HostingProject`. */
export function shortType(type: string): string {
  const kind = type.slice(type.lastIndexOf(":") + 1);
  return type.includes("/") ? `${packageOf(type)} ${kind}` : kind;
}
