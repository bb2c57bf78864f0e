import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { backendUrl } from "../../../core/state-addresses";
import { tiers } from "../../../core/profile";
import type { DeclaredResource } from "../../../core/resource";
import { parseJson } from "../../../core/json";
import { groundwork } from "../../engine/support/scratch-project";
import { sectionsOf, textOf } from "../../config/support";
import { type Declared, declaredStacks } from "../support/stacks";
import { type Job, jobsOf, readWorkflows, stepsOf } from "./support";

const workflows = readWorkflows();
let declared: Declared;
beforeAll(async () => {
  declared = await declaredStacks();
}, 120_000);

/** Secrets of vendors that a stack file may choose. */
const vendorTokens = [
  "DIGITALOCEAN_TOKEN",
  "SENTRY_AUTH_TOKEN",
  "CHECKLY_API_KEY",
  "PAGERDUTY_TOKEN",
];
/** Under which names pull requests have theirs. */
const previewTokens: Readonly<Record<string, string>> = {
  DIGITALOCEAN_TOKEN: "PREVIEW_DIGITALOCEAN_TOKEN",
  SENTRY_AUTH_TOKEN: "PREVIEW_SENTRY_TOKEN",
  CHECKLY_API_KEY: "PREVIEW_CHECKLY_API_KEY",
  PAGERDUTY_TOKEN: "PREVIEW_PAGERDUTY_TOKEN",
};

/** Inputs that are texts, or text nobody would look for. */
const text = (input: unknown) => (typeof input === "string" ? input : "");
const ofType = (resources: readonly DeclaredResource[], type: string) =>
  resources.filter((it) => it.type === type).map(({ inputs }) => inputs);

interface Trust {
  Statement: { Condition: { StringEquals: Record<string, string> } }[];
}

/** Roles that jobs of GitHub Actions may take, by their ARN, with the subject of the jobs that may. */
function rolesOf(stack: keyof Declared): Record<string, string> {
  const { accountId } = sectionsOf(`Pulumi.${stack}.yaml`)["access"] as { accountId: string };
  const roles = ofType(declared[stack], "aws:iam/role:Role").flatMap(
    ({ name, assumeRolePolicy }) => {
      // Known only after the update where it names what is made then: no job of ours is meant by it.
      const known = text(assumeRolePolicy) || '{ "Statement": [] }';
      const trust = parseJson(known) as unknown as Trust;
      const subject = trust.Statement.map(
        ({ Condition }) => Condition?.StringEquals?.["token.actions.githubusercontent.com:sub"],
      ).find(Boolean);
      return subject === undefined
        ? []
        : [[`arn:aws:iam::${accountId}:role/${text(name)}`, subject] as const];
    },
  );
  return Object.fromEntries(roles);
}

/** What jobs take which role for which stack, calls and matrices spread out. */
function taken(): { where: string; stack: string; role: string; environment: string }[] {
  return jobsOf(workflows).flatMap(([where, job]) => {
    if (job.with) return "role-to-assume" in job.with ? [{ where, ...use(job.with, job) }] : [];
    const rows = job.strategy?.matrix.include ?? [];
    return rows.map((row) => ({ where, ...use(row, job) }));
  });
}

function use(row: Record<string, string | boolean>, job: Job) {
  const environment = row["environment"] ?? (job.environment ? "" : "none");
  return {
    stack: String(row["stack"]),
    role: String(row["role-to-assume"] ?? row["role"]),
    environment: String(environment),
  };
}

// Requirement: CONF-22, COMP-03, OPS-03, REPO-03, REPO-04, REPO-05, REL-01
describe("workflows and what the program declares", () => {
  it("agree on the checks that a pull request must have passed", () => {
    const [protection] = ofType(
      declared.prod,
      "github:index/branchProtection:BranchProtection",
    ) as unknown as { requiredStatusChecks: { contexts: string[] }[] }[];
    const contexts = protection?.requiredStatusChecks[0]?.contexts ?? [];
    const names = Object.entries(workflows["check"]?.jobs ?? {}).map(
      ([id, { name }]) => name ?? id,
    );
    expect(contexts).toHaveLength(9);
    expect([...contexts].sort()).toEqual(names.sort());
    expect(Object.keys(workflows["check"]?.on ?? {})).toEqual(["push", "pull_request"]);
    // Each reports always: none is left out by a path, a branch, or another that fails.
    const { push, pull_request } = workflows["check"]?.on ?? {};
    expect([push, pull_request]).toEqual([null, null]);
    expect(Object.values(workflows["check"]?.jobs ?? {}).filter(({ needs }) => needs)).toEqual([]);
    expect(workflows["check"]?.text).not.toMatch(/^ {4}if:/m);
  });

  it("agree on roles, and on the environment that each role is given to", () => {
    const uses = taken();
    expect(uses.length).toBeGreaterThan(7);
    for (const { where, stack, role, environment } of uses) {
      const subject = rolesOf(stack as keyof Declared)[role];
      const repository = "repo:velocity/velocity-platform";
      const job = environment === "none" ? "pull_request" : `environment:${environment}`;
      expect({ where, role, subject }).toEqual({ where, role, subject: `${repository}:${job}` });
    }
  });

  it("preview against the real stack exactly where a role for pull requests is declared", () => {
    const previews = taken().filter(({ where }) => where === "preview/live");
    const all = tiers.flatMap((tier) =>
      Object.entries(rolesOf(tier)).flatMap(([role, subject]) =>
        subject.endsWith(":pull_request") ? [role] : [],
      ),
    );
    expect(previews.map(({ role }) => role)).toEqual(all);
  });

  it("agree on the names of environments", () => {
    for (const stack of ["staging", "prod"] as const) {
      const names = ofType(
        declared[stack],
        "github:index/repositoryEnvironment:RepositoryEnvironment",
      ).map(({ environment }) => environment);
      const used = taken().filter((one) => one.stack === stack && /^(up|drift)\//.test(one.where));
      expect(used.map(({ environment }) => environment).sort()).toEqual(names.sort());
    }
    expect(workflows["rotate"]?.jobs["propose"]?.environment).toBe("production");
  });

  it("agree on where the state and the providers are", () => {
    for (const stack of tiers) {
      const file = `Pulumi.${stack}.yaml`;
      const state = sectionsOf(file)["state"] as { bucket: string; region: string };
      const { config } = parse(textOf(file)) as { config: Record<string, string> };
      expect(workflows["up"]?.jobs[stack]?.with).toMatchObject({
        stack,
        "backend-url": backendUrl(state),
        "aws-region": config["aws:region"],
      });
    }
    const urls = jobsOf(workflows).flatMap(([, { env }]) => env?.["PULUMI_BACKEND_URL"] ?? []);
    const state = sectionsOf("Pulumi.prod.yaml")["state"] as { bucket: string; region: string };
    expect(new Set(urls)).toEqual(new Set(["${{ inputs.backend-url }}", backendUrl(state)]));
  });

  it("read only secrets that the program puts into the environment, or that a person must", () => {
    const byHand = [
      "DATABASE_URL", // carries the password of the database's owner
      "PLATFORM_GITHUB_TOKEN", // with which the program writes the others
      "PREVIEW_VERCEL_TOKEN", // of a pull request, outside of any environment
      "PREVIEW_SUPABASE_TOKEN",
      ...vendorTokens, // of a stack that chooses the vendor
      ...Object.values(previewTokens),
    ];
    const read = Object.values(workflows).flatMap(({ text }) =>
      [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name = ""]) => name),
    );
    for (const stack of ["staging", "prod"] as const) {
      const given = ofType(
        declared[stack],
        "github:index/actionsEnvironmentSecret:ActionsEnvironmentSecret",
      ).map(({ secretName }) => text(secretName));
      expect([...new Set(read)].filter((one) => ![...given, ...byHand].includes(one))).toEqual([]);
    }
  });

  // Requirement: SECR-01
  it.each(vendorTokens)("hand %s on as they do Vercel's, where the environment has one", (name) => {
    const { secrets } = workflows["stack"]?.on["workflow_call"] as { secrets: object };
    expect(secrets).toHaveProperty(name, { required: false });
    for (const stack of tiers) {
      expect(workflows["up"]?.jobs[stack]?.secrets?.[name]).toBe(`\${{ secrets.${name} }}`);
    }
    const uses = stepsOf(workflows).filter(([, { env = {} }]) => name in env);
    const engine = stepsOf(workflows).filter(
      ([, { run = "" }]) =>
        /^npx groundwork (preview|up|drift) /.test(run) && !run.includes("--sandbox"),
    );
    expect(engine).toHaveLength(4);
    expect(uses.map(([where]) => where)).toEqual(engine.map(([where]) => where));
    for (const [where, { env = {} }] of uses) {
      const secret = where.startsWith("preview/") ? previewTokens[name] : name;
      expect([where, env[name]]).toEqual([where, `\${{ secrets.${secret} }}`]);
      expect(env["CHECKLY_ACCOUNT_ID"]).toBe("${{ vars.CHECKLY_ACCOUNT_ID }}");
    }
  });

  it.each([
    ["DIGITALOCEAN_TOKEN", "hosts/digitalocean.md"],
    ["SENTRY_AUTH_TOKEN", "vendors/sentry.md"],
    ["CHECKLY_API_KEY", "vendors/checkly.md"],
    ["PAGERDUTY_TOKEN", "vendors/pagerduty.md"],
  ])("call %s what the guides call it", (name, page) => {
    expect(textOf(`docs/guides/${page}`)).toContain(`\`${name}\``);
    const [row = ""] = textOf("docs/guides/pipeline.md")
      .split("\n")
      .filter((line) => line.includes(`](${page})`) && line.trimStart().startsWith("|"));
    expect(row).toContain(`\`${name}\``);
    expect(row).toContain(`\`${previewTokens[name]}\``);
    const call = textOf("docs/guides/pipeline.md").split("## From another repository")[1];
    expect(call).toContain(`${name}: \${{ secrets.${name} }}`);
  });

  it("run no action that the repository does not allow", () => {
    const [permissions] = ofType(
      declared.prod,
      "github:index/actionsRepositoryPermissions:ActionsRepositoryPermissions",
    ) as unknown as {
      shaPinningRequired: boolean;
      allowedActionsConfig: { githubOwnedAllowed: boolean; patternsAlloweds: string[] };
    }[];
    const { githubOwnedAllowed, patternsAlloweds = [] } = permissions?.allowedActionsConfig ?? {};
    expect([permissions?.shaPinningRequired, githubOwnedAllowed]).toEqual([true, true]);
    const foreign = stepsOf(workflows).flatMap(([, { uses = "actions/" }]) =>
      /^(actions|github)\//.test(uses) ? [] : [`${uses.split("@")[0]}@*`],
    );
    expect([...new Set(foreign)].filter((one) => !patternsAlloweds.includes(one))).toEqual([]);
  });

  it("put monthly reports where the stack's role may, in a bucket that keeps them", () => {
    const rows = workflows["audit"]?.jobs["audit"]?.strategy?.matrix.include ?? [];
    expect(rows.map(({ stack }) => stack)).toEqual(["staging", "prod"]);
    for (const { stack, bucket } of rows) {
      const resources = declared[stack as keyof Declared];
      const buckets = ofType(resources, "aws:s3/bucket:Bucket");
      expect(buckets.find((one) => one["bucket"] === bucket)).toMatchObject({
        objectLockEnabled: true,
      });
      const rights = ofType(resources, "aws:iam/rolePolicy:RolePolicy").map(({ policy }) =>
        text(policy),
      );
      expect(rights.join()).toContain(`arn:aws:s3:::${bucket}/reports/*`);
    }
  });

  // Requirement: REL-17
  it("write the changelog out of what the pipeline leaves, for as long as it leaves it", () => {
    const left = workflows["stack"]?.jobs["update"]?.steps?.at(-1)?.with ?? {};
    expect(left).toMatchObject({ name: "${{ inputs.stack }}", "retention-days": 90 });
    expect(left["path"]).toContain("/.groundwork/audit\n");
    const { permissions, steps = [] } = workflows["audit"]?.jobs["audit"] ?? {};
    expect(permissions).toMatchObject({ actions: "read" });
    const at = (command: string) => steps.findIndex(({ run = "" }) => run.startsWith(command));
    const order = ["npm run --silent ci -- history", "npx groundwork changelog"].map(at);
    expect(order).not.toContain(-1);
    expect(order[0]).toBeLessThan(order[1] ?? 0);
    expect(at("aws s3 cp --no-progress")).toBeGreaterThan(order[1] ?? 0);
  });

  // Requirement: OPS-07
  it("rotate every secret of prod that is generated", () => {
    const registry = sectionsOf("Pulumi.prod.yaml")["secretRegistry"] as Record<
      string,
      { source: string }
    >;
    const generated = Object.keys(registry).filter(
      (name) => registry[name]?.source === "generated",
    );
    const runs = workflows["rotate"]?.jobs["propose"]?.steps?.map(({ run = "" }) => run) ?? [];
    const rotated = runs.flatMap((run) => /^npx groundwork rotate prod (\w+)/.exec(run)?.[1] ?? []);
    expect(rotated.sort()).toEqual(generated.sort());
  });
});

describe("commands of workflows", () => {
  const runs = stepsOf(workflows).flatMap(([, { run = "" }]) => {
    const [, command, rest = ""] = /^npx groundwork (\S+)(.*)/.exec(run) ?? [];
    return command === undefined ? [] : [{ command, flags: rest.match(/--[a-z-]+/g) ?? [] }];
  });
  const commands = [...new Set(runs.map(({ command }) => command))];

  it.each(commands)("groundwork %s exists, with every flag", async (command) => {
    const flags = runs.filter((one) => one.command === command).flatMap((one) => one.flags);
    const { stdout } = await groundwork([command, "--help"]);
    const general = await groundwork(["--help"]);
    expect(stdout).toContain(`groundwork ${command} `);
    const known = stdout + general.stdout;
    expect(flags.filter((flag) => !new RegExp(`${flag}\\b`).test(known))).toEqual([]);
  });

  it("npm scripts exist", () => {
    const { scripts } = parseJson(textOf("package.json")) as { scripts: Record<string, string> };
    const asked = stepsOf(workflows).flatMap(
      ([, { run = "" }]) => /^npm run (?:--silent )?([\w:]+)/.exec(run)?.[1] ?? [],
    );
    expect([...new Set(asked)].filter((name) => !(name in scripts))).toEqual([]);
  });
});
