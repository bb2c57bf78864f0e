import * as pulumi from "@pulumi/pulumi";
import { type Problem, UserError } from "../core/errors";
import type { ComponentToken } from "../core/tokens";

/**
 * The last word on one child: change its inputs or options in place, or return other inputs. Reaches every
 * input of the provider that the component's args do not name. `name` is the child's logical name.
 */
export type Transform<Args> = (
  args: Args,
  opts: pulumi.CustomResourceOptions,
  name: string,
) => Args | void;

/**
 * What all our components share: a type token, inputs that policies and auditors can read, and children whose
 * names begin with the component's. All resource options are handed on.
 */
export abstract class Component extends pulumi.ComponentResource {
  /** The name in the program, from which the names of all children are made. */
  readonly logicalName: string;

  /** @param inputs the args as others may see them: without the value of any secret, without functions. */
  protected constructor(
    token: ComponentToken,
    name: string,
    inputs: pulumi.Inputs,
    opts: pulumi.ComponentResourceOptions = {},
  ) {
    const transformations = [...(opts.transformations ?? []), requireNamesUnder(name)];
    super(token, name, inputs, { ...opts, transformations });
    this.logicalName = name;
  }
}

export interface ChildOptions<Args> extends pulumi.CustomResourceOptions {
  transform?: Transform<Args> | undefined;
}

/**
 * Name, inputs and options of a child, ready for its constructor: `new vercel.Project(...child(this, "", args))`.
 * The child's name is `<component>-<role>`, or the component's own where the role is empty.
 */
export function child<Args>(
  parent: Component,
  role: string,
  args: Args,
  { transform, ...own }: ChildOptions<Args> = {},
): [string, Args, pulumi.CustomResourceOptions] {
  const name = role ? `${parent.logicalName}-${role}` : parent.logicalName;
  const opts = { parent, ...own };
  const changed = transform?.(args, opts, name);
  return [name, changed ?? args, opts];
}

/** Refuses a component's args, all problems at once. Paths in `problems` count from the args. */
export function refuse(name: string, problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ArgsError(problems.map((problem) => under(name, problem)));
}

/** A mistake in a component's args. The mark makes the engine show the message without a stack trace. */
class ArgsError extends UserError {
  readonly __pulumiRunError = true;
}

function under(name: string, problem: Problem): Problem {
  const path = [name, problem.where.path].filter(Boolean).join(".");
  return { ...problem, where: { ...problem.where, path } };
}

function requireNamesUnder(component: string): pulumi.ResourceTransformation {
  return ({ name, type }) => {
    if (name !== component && !name.startsWith(`${component}-`)) {
      throw new Error(
        `${type} "${name}" is a child of "${component}", so its name must be "${component}" or begin with ` +
          `"${component}-": names are identities, and two components of one kind must never share one`,
      );
    }
    return undefined;
  };
}
