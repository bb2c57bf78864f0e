import type { DeclaredResource } from "../../../core/resource";
import { parseUrn } from "../../../core/urn";
import {
  type Answer,
  type Answers,
  type Evidence,
  type RuleContext,
  fail,
  notApplicable,
  pass,
  unknown,
} from "../../rule";
import type { StackView } from "../../stack-view";
import { providerTypes } from "../provider-types";
import type { Asked, DemandKey, DemandName } from "./demands";
import { type Protection, protectionOf } from "./protection";

/** A repository with the stack that declares it. */
export interface RepositorySite<Options> {
  stack: StackView;
  repository: DeclaredResource;
  options: Options;
}

/** A repository whose default branch some rule is for, or may be for. */
export interface ProtectedSite<Options> extends RepositorySite<Options> {
  protection: Protection;
}

type StackCheck<Options> = (stack: StackView, context: RuleContext<Options>) => Answers;

/** Asks about each repository of the stack. One stack declares it; the others have no ground, and say whose it is. */
export function eachRepository<Options>(
  judge: (site: RepositorySite<Options>) => Answers,
): StackCheck<Options> {
  return (stack, { options, settings }) => {
    const repositories = stack.ofType(providerTypes.githubRepository);
    if (repositories.length === 0) return notApplicable(groundless(stack, settings.shared.owner));
    return repositories.flatMap((repository) =>
      repository.inputs["archived"] === true
        ? notApplicable("the repository is archived: nothing in it changes", repository.urn)
        : judge({ stack, repository, options }),
    );
  };
}

/** Asks about the protection of each default branch that has one; default-branch-protected reports the others. */
export function eachProtection<Options>(
  judge: (site: ProtectedSite<Options>) => Answers,
): StackCheck<Options> {
  return eachRepository((site) => {
    const { stack, repository } = site;
    const protection = protectionOf(stack, repository);
    if (protection.sources.length > 0 || protection.open) return judge({ ...site, protection });
    const message = "no rule is for the default branch, which default-branch-protected reports";
    return notApplicable(message, repository.urn);
  });
}

/** Asks whether the default branch is protected in one respect, by whatever rule. */
export function eachDemand(key: DemandName): StackCheck<unknown> {
  return eachProtection((site) => {
    const place = demandPlace(site, key);
    // Classic rules allow what rulesets forbid.
    const wanted = !place.property?.startsWith("allows");
    const holds = site.protection.demands[key];
    if (holds === false && place.property === undefined) {
      return fail({ ...place, found: null, message: "no rule for the default branch asks for it" });
    }
    return answer(holds, { ...place, found: holds === true ? wanted : !wanted, wanted });
  });
}

/** Yes, no, or not known yet. */
export function answer(holds: Asked, evidence: Evidence): Answer {
  if (holds === "open") return unknown({ ...evidence, found: undefined });
  return holds ? pass(evidence) : fail(evidence);
}

/** Where a demand stands, or should stand: in the first rule for the branch. */
export function demandPlace(
  { repository, protection }: ProtectedSite<unknown>,
  key: DemandKey,
): Evidence {
  const [source] = protection.sources;
  const input = argOf[key];
  const property = source?.places[key];
  const place = { urn: source?.resource.urn ?? repository.urn, input };
  return property === undefined ? place : { ...place, property };
}

/** Arg of the Repository component that makes each demand. */
const argOf: Readonly<Record<DemandKey, string>> = {
  pullRequest: "protection.requiredApprovingReviewCount",
  approvals: "protection.requiredApprovingReviewCount",
  staleReviewsDismissed: "protection.dismissStaleReviews",
  codeOwnerReview: "protection.requireCodeOwnerReviews",
  lastPushApproved: "protection.requireLastPushApproval",
  conversationsResolved: "protection.requireConversationResolution",
  checks: "protection.checks",
  upToDate: "protection.strict",
  noForcePushes: "protection",
  noDeletion: "protection",
  linearHistory: "protection.requiredLinearHistory",
  signedCommits: "protection.requireSignedCommits",
};

function groundless(stack: StackView, owner: string): string {
  const name = parseUrn(stack.urn).stack;
  return name === owner
    ? "the stack declares no GitHub repository"
    : `the stack ${owner} declares what stacks share, this one no GitHub repository`;
}
