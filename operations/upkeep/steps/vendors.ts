import { z } from "zod";
import { parseJson } from "../../../core/json";
import { type Reach, Unreachable } from "../../reach";
import { done, finding, many, skipped, type UpkeepStep } from "../ground";

/** Status pages that answer in Statuspage's form: `/api/v2/status.json`. */
const pages = [
  ["Vercel", "https://www.vercel-status.com"],
  ["Supabase", "https://status.supabase.com"],
  ["Fly", "https://status.flyio.net"],
  ["GitHub", "https://www.githubstatus.com"],
] as const;

const statusBody = z.object({
  status: z.object({ indicator: z.string(), description: z.string().max(200) }),
});

export const vendorStatusStep: UpkeepStep = {
  name: "vendor status",
  adapter: "HTTPS",
  reads: "the status pages of Vercel, Supabase, Fly and GitHub",
  async run({ sandbox, reach }) {
    if (sandbox) return skipped("the sandbox is no vendor: nobody has a status page on it");
    const told = await Promise.all(
      pages.map(async ([name, page]) => ({ name, ...(await statusOf(reach, page)) })),
    );
    const read = told.filter(({ indicator }) => indicator !== undefined);
    if (read.length === 0) return skipped("no status page answered");
    const bad = told.filter(({ indicator }) => indicator !== "none");
    const said = [
      `${told.length - bad.length} of ${many(told.length, "vendor")} operational`,
      ...bad.map(({ name, description }) => `${name}: ${description}`),
    ];
    return (bad.length > 0 ? finding : done)(said.join("\n"));
  },
};

async function statusOf(reach: Reach, page: string) {
  try {
    const { body, status } = await reach.ask(`${page}/api/v2/status.json`);
    const read = statusBody.safeParse(parseJson(body));
    return read.success
      ? read.data.status
      : { indicator: undefined, description: `its page answers ${status}` };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { indicator: undefined, description: `its page: ${error.reason}` };
  }
}
