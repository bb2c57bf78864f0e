import { z } from "zod";
import { parseJson } from "../../../core/json";
import { UserError } from "../../../core/errors";
import type { Reach } from "../../../operations/reach";
import type { SqlDoor } from "../../../operations/upkeep/ground";
import { restCall } from "../../../operations/vendors/rest";
import { runProgram } from "./programs";

interface DoorAsked {
  sandbox: boolean;
  env: NodeJS.ProcessEnv;
  reach: Reach;
  cwd: string;
}

const managementApi = "https://api.supabase.com";

/**
 * The way to the stack's database. `DATABASE_URL` goes to psql, which alone may send what no transaction may hold; else
 * Supabase's Management API answers what only reads.
 */
export function sqlDoor({ sandbox, env, reach, cwd }: DoorAsked): SqlDoor {
  if (sandbox) return { missing: "the sandbox has no Postgres" };
  const url = env["DATABASE_URL"];
  if (url) return byPsql(url, env, cwd);
  const { SUPABASE_ACCESS_TOKEN: token, SUPABASE_PROJECT_REF: ref } = env;
  if (token && ref) return byManagementApi(reach, token, ref);
  return {
    missing:
      "set DATABASE_URL and have psql, or SUPABASE_ACCESS_TOKEN and SUPABASE_PROJECT_REF to read only",
  };
}

/** The address goes by libpq's variables: arguments of a process are for all to read. */
export function libpqVariables(url: string): Record<string, string> {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    PGHOST: hostname,
    PGPORT: port || "5432",
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)) || "postgres",
    PGSSLMODE: searchParams.get("sslmode") ?? "require",
  };
}

function byPsql(url: string, env: NodeJS.ProcessEnv, cwd: string): SqlDoor {
  const variables = libpqVariables(url);
  const send = async (statement: string) => {
    const args = ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement];
    const ran = await runProgram("psql", args, { cwd, env: { ...env, ...variables } });
    if ("missing" in ran) throw refused(ran.missing);
    if (ran.code !== 0) throw refused(`psql ended with ${ran.code} at: ${statement}`);
    return ran.stdout;
  };
  return {
    by: "psql",
    run: async (statement) => void (await send(statement)),
    async ask(statement, row) {
      const all = `select coalesce(json_agg(r), '[]') from (${statement}) r`;
      return z.array(row).parse(parseJson(await send(all)));
    },
  };
}

function byManagementApi(reach: Reach, token: string, ref: string): SqlDoor {
  const access = { baseUrl: managementApi, token, reach };
  const path = `/v1/projects/${encodeURIComponent(ref)}/database/query`;
  return {
    by: "the Management API",
    ask: (query, row) =>
      restCall("Supabase", access, { method: "POST", path, body: { query } }, z.array(row)),
  };
}

function refused(found: string): UserError {
  return new UserError([{ where: {}, found, fix: "look at DATABASE_URL and psql" }], 2);
}
