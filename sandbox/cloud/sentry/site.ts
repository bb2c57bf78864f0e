import { type Value } from "../../../core/value";
import { type LedgerObject } from "../../ledger/record";
import { text } from "../account";
import { type CloudView, type Need, type Order } from "../resource";

export const teamType = "sentry:index/sentryTeam:SentryTeam";
export const projectType = "sentry:index/sentryProject:SentryProject";

/** What Sentry says of whatever is not there, or not where the inputs say it is. */
export const notFound = "404 The requested resource does not exist";

/** Slugs are called by their organization: two organizations have them apart. */
export const claimOf = (kind: string, organization: Value | undefined, slug: string): string =>
  `sentry:${kind}:${text(organization, "")}/${slug}`;

/** The slug that is said, else the one that Sentry makes of the name. */
export function slugOf({ inputs }: Pick<Order, "inputs">): string {
  const made = text(inputs["name"], "")
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, "-")
    .replace(/^-|-$/g, "");
  return text(inputs["slug"], made);
}

export function teamCalled(
  cloud: CloudView,
  organization: Value | undefined,
  slug: string,
): LedgerObject | undefined {
  return cloud.holderOf(claimOf("team", organization, slug));
}

export function projectOf({ inputs, cloud }: Order): LedgerObject | undefined {
  return cloud.holderOf(claimOf("project", inputs["organization"], text(inputs["project"], "")));
}

/** The project of the inputs, in the organization of the inputs. */
export function needsProject(order: Order): Need[] {
  return [{ type: projectType, id: projectOf(order)?.id, refusal: notFound }];
}
