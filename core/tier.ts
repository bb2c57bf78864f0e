import type { Tier } from "./profile";

/** Words of a stack's name that say how far from users it is. */
const tierWords: Readonly<Record<string, Tier>> = {
  dev: "dev",
  development: "dev",
  staging: "staging",
  stage: "staging",
  prod: "prod",
  production: "prod",
  live: "prod",
};

/**
 * The tier that a stack's name says, or undefined when it says none. The name is read word by word, so that
 * `prod`, `acme/groundwork/production` and `prod-eu` say prod, and `products` says nothing. A name with words of
 * two tiers (`staging-live`) says the one nearest to users, because judging it too gently costs more.
 */
export function tierNamedBy(stackName: string): Tier | undefined {
  const ownName = stackName.slice(stackName.lastIndexOf("/") + 1);
  const named = new Set(
    ownName
      .toLowerCase()
      .split(/[^a-z]+/)
      .flatMap((word) => (Object.hasOwn(tierWords, word) ? [tierWords[word]] : [])),
  );
  return (["prod", "staging", "dev"] as const).find((tier) => named.has(tier));
}
