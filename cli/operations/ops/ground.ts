import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { backupBucket } from "../../../operations/migrate/backup";
import { ofType, textIn } from "../../../operations/declared";
import { reachOver } from "../../../operations/reach";
import type { SavedQuery, UpkeepGround } from "../../../operations/upkeep/ground";
import { vercelApi } from "../../../operations/vendors/vercel";
import type { StackSettings } from "../../../config/settings";
import { confirm } from "../../confirm";
import { bundle, cloudFolder, type Context } from "../../context";
import { declareStack, type DeclaredStack } from "../../declare";
import { programBundle } from "../../program-bundle";
import type { Project } from "../../project";
import { readHistory } from "../history";
import { runProgram } from "./programs";
import { sqlDoor } from "./sql-door";

export interface GroundAsked {
  sandbox: boolean;
  dryRun: boolean;
  yes: boolean;
}

/** The ground of an operation, and how to leave it. */
export interface OpenGround {
  ground: UpkeepGround;
  declared: DeclaredStack;
  release: () => Promise<void>;
}

/** Milliseconds that one question may take: health endpoints give up on what they depend on after five seconds. */
const timeoutMs = 10_000;
/** Milliseconds that carrying the files of one bucket may take. */
const carryingMs = 60 * 60_000;

export async function openGround(
  context: Context,
  project: Project,
  stack: string,
  { sandbox, dryRun, yes }: GroundAsked,
): Promise<OpenGround> {
  const program = await programBundle(context, project);
  const declared = await declareStack({ project, program }, stack);
  const { settings, file } = declared.input;
  const clouds = await cloudsOf(context, sandbox);
  const { env } = context;
  const cwd = project.root;
  const team = file.config["vercel:team"];
  const { gitRepository } = settings.hosting;
  const ground: UpkeepGround = {
    ...{ stack, sandbox, dryRun, env, reach: clouds.reach, vercel: clouds.vercel },
    now: context.clock(),
    health: healthAddresses(settings),
    sql: sqlDoor({ sandbox, env, reach: clouds.reach, cwd }),
    hosting: { project: settings.hosting.name, ...(team !== undefined && { team }) },
    repository: gitRepository?.repo,
    windows: Object.entries(settings.alerts.mute ?? {}).map(([name, it]) => ({ name, ...it })),
    queries: savedQueries(declared.resources),
    records: readHistory(project, stack).records,
    confirm: (action) => confirm({ action, yes }),
    copies: copiesOf(declared.resources),
    program: (name, args, more) =>
      runProgram(name, args, {
        ...{ cwd, env: { ...env, ...more } },
        // What gets keys of its own carries files.
        ...(more && { timeoutMs: carryingMs }),
      }),
  };
  return { ground, declared, release: clouds.release };
}

async function cloudsOf(context: Context, sandbox: boolean) {
  const direct = reachOver({ timeoutMs });
  if (!sandbox) {
    const vercel = { baseUrl: vercelApi, reach: direct, token: context.env.VERCEL_API_TOKEN };
    return { reach: direct, vercel, release: () => Promise.resolve() };
  }
  const { openEdge } = await import("../../../sandbox/client");
  const daemon = bundle(context, "sandbox");
  const edge = await openEdge(cloudFolder(context), { daemon });
  const vercel = { baseUrl: edge.apis.vercel, reach: direct, token: "sandbox" };
  return { reach: reachOver({ edge, timeoutMs }), vercel, release: () => edge.release() };
}

function healthAddresses({ uptime }: StackSettings): UpkeepGround["health"] {
  return Object.entries(uptime.checks).map(([name, { fqdn, resourcePath = "/" }]) => {
    return { name, url: `https://${fqdn}${resourcePath}` };
  });
}

function copiesOf(resources: readonly DeclaredResource[]) {
  const buckets = ofType(resources, tokens.storageBucket);
  const from = buckets.flatMap(({ inputs }) =>
    inputs["vendor"] === "supabase" ? (textIn(inputs, "name") ?? []) : [],
  );
  return { from, to: backupBucket(resources) };
}

const queryType = "aws:cloudwatch/queryDefinition:QueryDefinition";

function savedQueries(resources: readonly DeclaredResource[]): SavedQuery[] {
  return ofType(resources, queryType).flatMap(({ inputs }) => {
    const [name, query] = [textIn(inputs, "name"), textIn(inputs, "queryString")];
    const groups = inputs["logGroupNames"];
    const logGroups = Array.isArray(groups) ? groups.filter((it) => typeof it === "string") : [];
    return name && query ? [{ name, query, logGroups }] : [];
  });
}
