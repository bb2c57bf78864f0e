import type { PriceVendor } from "../../../catalogue/prices/price";
import { UserError } from "../../../core/errors";
import type { Actual, Adapter, Fetch, NotRead, Question } from "./adapter";
import { notAsked } from "./adapters";

/** Asks every vendor whose adapter is switched on; one that fails fails all, with every problem at once. */
export async function readActuals(
  adapters: readonly Adapter[],
  fetch: Fetch,
  question: Question,
): Promise<Map<PriceVendor, Actual | NotRead>> {
  const answers = await Promise.allSettled(
    adapters.map(
      async (adapter) => [adapter.vendor, await readOne(adapter, fetch, question)] as const,
    ),
  );
  const problems = answers.flatMap((answer) => {
    if (answer.status === "fulfilled") return [];
    const error: unknown = answer.reason;
    if (!(error instanceof UserError)) throw error;
    return error.problems;
  });
  if (problems.length > 0) throw new UserError(problems, 2);
  const others = Object.entries(notAsked) as [PriceVendor, string][];
  return new Map<PriceVendor, Actual | NotRead>([
    ...others.map(([vendor, notRead]) => [vendor, { notRead }] as const),
    ...answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : [])),
  ]);
}

async function readOne(
  { needs, read }: Adapter,
  fetch: Fetch,
  question: Question,
): Promise<Actual | NotRead> {
  const missing = needs.find((name) => !question.env[name]);
  return missing === undefined ? read(fetch, question) : { notRead: `no ${missing} is set` };
}
