/** What a function of a provider answers. */
type Answered = Readonly<Record<string, unknown>>;

/**
 * Answers that the stack's own config already holds: the region that the AWS provider is set to, and the account that
 * `access` is bound to. An engine asks AWS for both and gets the same, or the stack works on another account than it says.
 */
export function knownAnswers(config: Readonly<Record<string, string>>): Map<string, Answered> {
  const region = config["aws:region"];
  const accountId = accountIn(config["groundwork:access"]);
  return new Map<string, Answered>([
    ...(region === undefined
      ? []
      : ([["aws:index/getRegion:getRegion", { id: region, region }]] as const)),
    ...(accountId === undefined
      ? []
      : ([
          ["aws:index/getCallerIdentity:getCallerIdentity", { id: accountId, accountId }],
        ] as const)),
  ]);
}

function accountIn(section: string | undefined): string | undefined {
  try {
    const { accountId } = JSON.parse(section ?? "{}") as { accountId?: unknown };
    return typeof accountId === "string" ? accountId : undefined;
  } catch {
    return undefined;
  }
}
