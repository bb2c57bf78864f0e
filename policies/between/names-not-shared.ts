import { z } from "zod";
import { serviceHostOf } from "../../hosts/services";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { givenName, namedTypes } from "../lib/hygiene/global-names";
import { readMap } from "../lib/maps";
import { providerTypes } from "../lib/provider-types";
import { iso } from "../lib/references";
import { allDomains, type SiteDomain } from "../lib/sites";
import { readText, textOf } from "../lib/text";
import { type Answer, fail, pass } from "../rule";
import type { StackView } from "../stack-view";
import type { BetweenRule } from "./rule";

// Requirement: SECR-10
export const namesNotShared: BetweenRule = {
  id: "names-not-shared",
  title:
    "No two stacks declare one project, host, bucket, secret or environment under the same name",
  why: "What two stacks call by one name is one thing: they overwrite each other's settings, and staging's secrets are prod's.",
  fix: "Give what belongs to the stack a name with its tier.",
  severity: "high",
  topics: ["hygiene", "secrets", "data"],
  references: [iso("A.8.31")],
  appliesTo: "stacks",
  options: z.strictObject({}),
  check: ({ view }, others) => {
    const taken = new Map(
      others.flatMap((other) => namesIn(other.view).map(({ key }) => [key, other.stack] as const)),
    );
    const answers = namesIn(view).flatMap(({ key, urn, property, name }): Answer[] => {
      const other = taken.get(key);
      if (other === undefined) return [];
      const wanted = "a name of its own";
      const message = `${property}: found ${name}, which the stack ${other} declares too, wanted ${wanted}`;
      return [fail({ urn, property, found: name, wanted, message })];
    });
    return answers.length > 0 ? answers : pass();
  },
};

interface Named {
  /** The same for what is the same thing. */
  key: string;
  urn: string;
  property: string;
  name: string;
}

function namesIn(stack: StackView): Named[] {
  return [
    ...stack.resources.flatMap(ofType),
    ...allDomains(stack).flatMap(ofDomain),
    ...stack.ofType(providerTypes.githubEnvironment).flatMap((one) => ofInput(one, "environment")),
    ...stack.ofType(tokens.containerService).flatMap(ofServices),
  ];
}

function ofType(resource: DeclaredResource): Named[] {
  const row = namedTypes[resource.type];
  const name = textOf(givenName(resource));
  return row && name !== undefined ? [named(resource, row.property, name)] : [];
}

/** A host leads to one place, whichever vendor answers there. */
function ofDomain({ urn, property, host }: SiteDomain): Named[] {
  const name = textOf(host);
  return name === undefined ? [] : [{ key: `host ${name.toLowerCase()}`, urn, property, name }];
}

/** An environment is one of its repository. */
function ofInput(resource: DeclaredResource, property: string): Named[] {
  const name = readText(resource.inputs, [property]);
  if (name === undefined) return [];
  const repository = readText(resource.inputs, ["repository"]) ?? "";
  const one = named(resource, property, name);
  return [{ ...one, key: `${one.key} ${repository}` }];
}

function ofServices(resource: DeclaredResource): Named[] {
  return Object.keys(readMap(resource.inputs, ["services"])).flatMap((service) => {
    const app = readText(resource.inputs, ["services", service, "app"]);
    const vendor = readText(resource.inputs, ["services", service, "vendor"]);
    // A worker has no host, and yet its vendor's name of it, which the host would show.
    const host = app === undefined ? undefined : serviceHostOf({ vendor, app });
    return host === undefined ? [] : [named(resource, `services.${service}.app`, host)];
  });
}

function named({ type, urn }: DeclaredResource, property: string, name: string): Named {
  return { key: `${type} ${name.toLowerCase()}`, urn, property, name };
}
