import { byText } from "../../core/order";
import type { DeclaredResource } from "../../core/resource";
import type { ReportedBranch, ReportedEnvironment, ReportedTeam } from "../section-model";
import { type Declared, itemsAt, textAt, textsAt } from "./declared";

const byUrn = byText(({ urn }: { urn: string }) => urn);

const githubTeam = "github:index/team:Team";

/** Teams with what each may do in the repository, and who is in them. */
export function reportedTeams(stack: Declared): ReportedTeam[] {
  return stack
    .ofType(githubTeam)
    .map((team) => {
      const grant = stack.namedBy("teamId", team).find(({ type }) => /TeamRepository$/.test(type));
      const lists = stack.namedBy("teamSlug", team).concat(stack.namedBy("teamId", team));
      const members = lists
        .flatMap(({ inputs }) => itemsAt(inputs, "members"))
        .flatMap((member) => {
          const name = textAt(member, "username");
          return name === undefined ? [] : [{ name, role: textAt(member, "role") ?? "member" }];
        });
      return {
        ...own(team),
        team: textAt(team.inputs, "name") ?? team.name,
        // Left out, GitHub lets a team read.
        permission: grant ? (textAt(grant.inputs, "permission") ?? "pull") : "none",
        members: members.sort(byText(({ name }) => name)),
      };
    })
    .sort(byUrn);
}

/** Environments with who lets deployments in. Reviewers are told by the names that the component was given. */
export function reportedEnvironments(stack: Declared): ReportedEnvironment[] {
  return stack
    .ofType("github:index/repositoryEnvironment:RepositoryEnvironment")
    .map((one) => ({
      ...own(one),
      environment: textAt(one.inputs, "environment") ?? "not known yet",
      reviewers: reviewersOf(stack, one),
      waitMinutes: Number(textAt(one.inputs, "waitTimer") ?? 0),
      selfReview: textAt(one.inputs, "preventSelfReview") !== "true",
      adminBypass: textAt(one.inputs, "canAdminsBypass") !== "false",
    }))
    .sort(byUrn);
}

function reviewersOf(stack: Declared, one: DeclaredResource): string[] {
  const component = stack.get(one.parent)?.inputs ?? {};
  const named = ["teams", "users"].flatMap((kind) =>
    textsAt(component, "environment", "reviewers", kind).map(
      (name) => `${kind.slice(0, -1)} ${name}`,
    ),
  );
  if (named.length > 0) return named.sort();
  const teams = (one.propertyDependencies.reviewers ?? []).flatMap((urn) => {
    const team = stack.get(urn);
    return team?.type === githubTeam ? [`team ${textAt(team.inputs, "name") ?? team.name}`] : [];
  });
  return [...new Set(teams)].sort();
}

/** Protected branches with who may pass by their rules. */
export function reportedBranches(stack: Declared): ReportedBranch[] {
  return stack
    .ofType("github:index/branchProtection:BranchProtection")
    .map((one) => {
      const reviews = itemsAt(one.inputs, "requiredPullRequestReviews")[0] ?? {};
      return {
        ...own(one),
        pattern: textAt(one.inputs, "pattern") ?? "not known yet",
        approvals: Number(textAt(reviews, "requiredApprovingReviewCount") ?? 0),
        codeOwners: textAt(reviews, "requireCodeOwnerReviews") === "true",
        adminBypass: textAt(one.inputs, "enforceAdmins") !== "true",
        forcePushes: textAt(one.inputs, "allowsForcePushes") === "true",
        bypassers: [
          ...textsAt(reviews, "pullRequestBypassers"),
          ...textsAt(one.inputs, "forcePushBypassers"),
        ].sort(),
      };
    })
    .sort(byUrn);
}

function own({ urn, type, name }: DeclaredResource) {
  return { urn, type, name };
}
