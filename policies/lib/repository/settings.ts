import type { DeclaredResource } from "../../../core/resource";
import { readProperty } from "../../../core/value";
import { type Answer, fail, notApplicable, pass, unknown } from "../../rule";
import type { Asked } from "./demands";
import { eachRepository, type RepositorySite } from "./judge-repository";
import { repositoryParts } from "./repository-parts";

/** A setting of Actions that a repository has, or its organization for all of its repositories. */
export interface ActionsSetting {
  /** Types of the resources that say it, for one repository and for all. */
  types: { repository: string; organization: string };
  property: string;
  /** Arg of the Repository component that decides it. */
  input: string;
  wanted: string | boolean;
  /** Whether a resource says it as it should be. */
  holds: (resource: DeclaredResource) => Asked;
}

/** What an organization forbids no repository allows, so that one of the two saying it is enough. */
export const eachActionsSetting = (setting: ActionsSetting) =>
  eachRepository((site) => judgeSetting(setting, site));

function judgeSetting(setting: ActionsSetting, { stack, repository }: RepositorySite<unknown>) {
  const { types, property, input, wanted, holds } = setting;
  const { declared, undecided } = repositoryParts(stack, repository, types.repository);
  if (declared.some(({ inputs }) => inputs["enabled"] === false)) {
    return notApplicable("Actions are switched off in the repository", repository.urn);
  }
  const evidence = { property, input, wanted };
  const answers = [...declared, ...stack.ofType(types.organization)].map((resource): Answer => {
    const state = holds(resource);
    const place = { ...evidence, urn: resource.urn };
    if (state === "open") return unknown(place);
    const found = valueAt(resource, property);
    return state ? pass({ ...place, found }) : fail({ ...place, found });
  });
  const kept = answers.find(({ state }) => state === "pass");
  const open = answers.find(({ state }) => state === "unknown");
  if (kept ?? open) return kept ?? open ?? [];
  if (undecided) return unknown({ ...evidence, urn: repository.urn });
  const message = `found nothing that says ${property}, wanted ${String(wanted)}`;
  return answers[0] ?? fail({ urn: repository.urn, input, found: null, wanted, message });
}

function valueAt({ inputs }: DeclaredResource, property: string) {
  const reading = readProperty(inputs, property.split("."));
  return reading.state === "known" ? reading.value : null;
}
