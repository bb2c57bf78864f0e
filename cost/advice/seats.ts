import { meters } from "../../catalogue/usage";
import type { CostedStack } from "../estimate";
import { textAt, valueAt } from "../pricers/inputs";
import { tokens } from "../../core/tokens";
import type { Advice, Way } from "./advice";
import { ofType } from "./change";

type SeatMeter = "seats.github" | "seats.vercel";

/** Who is declared as a member; what a vendor bills is what was bought, or said in the stack file. */
const declared: Readonly<Record<SeatMeter, (stack: CostedStack) => number>> = {
  "seats.github": (stack) => {
    const people = ofType(stack, tokens.repository).flatMap((repository) => {
      const teams = Object.keys((valueAt(repository, "teams") ?? {}) as object);
      return teams.flatMap((team) =>
        Object.keys((valueAt(repository, `teams.${team}.members`) ?? {}) as object),
      );
    });
    const organization = ofType(stack, "github:index/membership:Membership");
    const members = organization.flatMap((one) => textAt(one, "username") ?? []);
    return new Set([...people, ...members]).size;
  },
  "seats.vercel": (stack) =>
    ofType(stack, "vercel:index/teamMember:TeamMember").filter(
      (one) => !["VIEWER", "BILLING", "CONTRIBUTOR"].includes(textAt(one, "role") ?? "MEMBER"),
    ).length,
};

export const seats: Advice = {
  id: "seats",
  title: "More seats than members are declared",
  lost: "nothing, if nobody else works there; look at the vendor's list of members first",
  choices: (stack) =>
    (Object.keys(declared) as SeatMeter[]).flatMap((meter) => {
      const members = declared[meter](stack);
      const way = members > 0 ? fewer(stack, meter, members) : undefined;
      return way ? [[way]] : [];
    }),
};

function fewer(stack: CostedStack, meter: SeatMeter, members: number): Way | undefined {
  const said = stack.costs.usage[meter] ?? meters[meter].assumed[stack.tier][1];
  const now = typeof said === "number" ? said : said.expected;
  if (now <= members) return undefined;
  const usage = { ...stack.costs.usage, [meter]: members };
  return {
    setting: `give ${now - members} back at the vendor, then costs.usage.${meter}: ${members}`,
    of: [`account ${meter.slice("seats.".length)}`],
    to: { ...stack, costs: { ...stack.costs, usage } },
  };
}
