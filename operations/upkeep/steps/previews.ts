import { z } from "zod";
import { restCall, type RestAccess } from "../../vendors/rest";
import { done, finding, many, skipped, type UpkeepGround, type UpkeepStep } from "../ground";

/** Days after which a preview is nobody's. */
const keptDays = 14;
const dayMs = 24 * 60 * 60 * 1000;

const deployments = z.object({
  deployments: z.array(
    z.object({
      uid: z.string(),
      url: z.string().nullish(),
      created: z.number(),
      target: z.string().nullish(),
    }),
  ),
});
const gone = z.unknown();

// Requirement: OPS-01
export const previewsStep: UpkeepStep = {
  name: "old previews",
  adapter: "Vercel API",
  reads: "preview deployments of the hosting project",
  changes: `deletes those older than ${keptDays} days, after asking`,
  async run(ground) {
    const { vercel, dryRun, now, confirm, sandbox, hosting } = ground;
    const { token } = vercel;
    if (!token) return skipped("VERCEL_API_TOKEN is not set");
    const access = { ...vercel, token };
    const old = await oldPreviews(access, ground);
    const lines = old.map(({ uid, url }) => url ?? uid);
    if (old.length === 0) return done(`no preview is older than ${keptDays} days`);
    const head = `${many(old.length, "preview")} older than ${keptDays} days`;
    if (dryRun) return finding([`would delete ${head}`, ...lines].join("\n"));
    if (sandbox) return finding([`${head}; the sandbox deletes none`, ...lines].join("\n"));
    await confirm(`delete ${head} of ${hosting.project}`);
    for (const { uid, created } of old) {
      // Asked again of what was listed: nothing that is young may go.
      if (!isOld(created, now)) continue;
      const path = `/v13/deployments/${encodeURIComponent(uid)}`;
      await restCall("Vercel", access, { method: "DELETE", path, query: scope(ground) }, gone);
    }
    return done([`deleted ${head}`, ...lines].join("\n"));
  },
};

async function oldPreviews(access: RestAccess, ground: UpkeepGround) {
  const { hosting, now } = ground;
  const query = { app: hosting.project, limit: "100", ...scope(ground) };
  const call = { method: "GET", path: "/v6/deployments", query } as const;
  const list = await restCall("Vercel", access, call, deployments);
  return list.deployments.filter(
    ({ target, created }) => target !== "production" && isOld(created, now),
  );
}

const isOld = (created: number, now: Date) => now.getTime() - created > keptDays * dayMs;

function scope({ hosting: { team } }: UpkeepGround): Record<string, string> {
  if (team === undefined) return {};
  return { [team.startsWith("team_") ? "teamId" : "slug"]: team };
}
