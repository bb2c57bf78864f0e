import type { DeclaredResource } from "../../../core/resource";
import { type Reading, readProperty } from "../../../core/value";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import { textOf } from "../text";
import { defaultBranch } from "./protection";
import { repositoryParts } from "./repository-parts";

/** A file on the default branch; `open` where a file may be it whose place is not known yet. */
export type CommittedFile =
  | { state: "declared"; resource: DeclaredResource; content: Reading }
  | { state: "open" }
  | { state: "absent" };

/** The first file of the repository that stands at one of the places, in the order in which GitHub looks. */
export function committedFile(
  stack: StackView,
  repository: DeclaredResource,
  places: readonly RegExp[],
): CommittedFile {
  const { declared, undecided } = repositoryParts(stack, repository, providerTypes.githubFile);
  const branch = defaultBranch(stack, repository);
  const files = declared
    .map((resource) => ({ resource, file: readProperty(resource.inputs, ["file"]) }))
    .filter(({ resource }) => {
      const onto = readProperty(resource.inputs, ["branch"]);
      return onto.state !== "known" || textOf(onto) === branch;
    });
  for (const place of places) {
    const found = files.find(({ file }) => place.test(textOf(file) ?? ""));
    if (!found) continue;
    const content = readProperty(found.resource.inputs, ["content"]);
    return { state: "declared", resource: found.resource, content };
  }
  const open = undecided || files.some(({ file }) => file.state === "unknown");
  return { state: open ? "open" : "absent" };
}

/** Where GitHub looks for CODEOWNERS, whose name has one spelling. */
export const codeOwnersPlaces = [/^\.github\/CODEOWNERS$/, /^CODEOWNERS$/, /^docs\/CODEOWNERS$/];

export const securityPolicyPlaces = [
  /^\.github\/SECURITY\.md$/i,
  /^SECURITY\.md$/i,
  /^docs\/SECURITY\.md$/i,
];

export const pullRequestTemplatePlaces = [
  /^(?:\.github\/|docs\/)?pull_request_template(?:\.(?:md|txt))?$/i,
  /^(?:\.github\/|docs\/)?PULL_REQUEST_TEMPLATE\/[^/]+\.(?:md|txt)$/i,
];
