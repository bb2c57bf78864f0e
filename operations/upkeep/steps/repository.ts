import { z } from "zod";
import { parseJson } from "../../../core/json";
import { restCall } from "../../vendors/rest";
import { done, finding, many, skipped, type UpkeepStep } from "../ground";

const audit = z.object({
  metadata: z.object({
    vulnerabilities: z.object({ critical: z.number(), high: z.number(), moderate: z.number() }),
  }),
});

export const dependencyStep: UpkeepStep = {
  name: "dependencies",
  adapter: "npm",
  reads: "known weaknesses of the packages that the lock file names",
  async run({ program }) {
    const ran = await program("npm", ["audit", "--json"]);
    if ("missing" in ran) return skipped(ran.missing);
    const read = audit.safeParse(parseJson(ran.stdout));
    if (!read.success)
      return skipped("npm audit gave no report: is there a lock file and a network?");
    const { critical, high, moderate } = read.data.metadata.vulnerabilities;
    const said = `${critical} critical, ${high} high, ${moderate} moderate`;
    const fix = "npm audit fix on a branch, a pull request, and staging first";
    return critical + high > 0 ? finding(`${said}; ${fix}`) : done(said);
  },
};

const people = z.array(z.object({ login: z.string(), role_name: z.string().optional() }));

export const accessStep: UpkeepStep = {
  name: "access review",
  adapter: "GitHub API",
  reads: "who may write to the repository, and by which role",
  async run({ env, reach, repository, sandbox }) {
    if (sandbox) return skipped("the sandbox has no people");
    const token = env["GITHUB_TOKEN"];
    if (!token) return skipped("GITHUB_TOKEN is not set");
    if (!repository) return skipped("groundwork:hosting.gitRepository names no repository");
    const access = { baseUrl: "https://api.github.com", token, reach };
    const path = `/repos/${repository}/collaborators`;
    const query = { per_page: "100" };
    const found = await restCall("GitHub", access, { method: "GET", path, query }, people);
    const lines = found.map(({ login, role_name: role = "unknown" }) => `${login} ${role}`);
    return done([`${many(found.length, "collaborator")} to confirm`, ...lines].join("\n"));
  },
};
