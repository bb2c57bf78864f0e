import { z } from "zod";
import { parseJson } from "../../../core/json";
import { UserError } from "../../../core/errors";
import { isPropertyMap } from "../../../core/value";
import { redacted } from "../../../operations/diagnosis";
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

const quiet = ["-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1"];
/** Milliseconds that a migration of a large table may take. */
const longestMs = 30 * 60_000;
/** psql's exit code where the script failed and not the connection. */
const scriptFailed = 3;

function byPsql(url: string, env: NodeJS.ProcessEnv, cwd: string): SqlDoor {
  const ground = { cwd, env: { ...env, ...libpqVariables(url) } };
  const send = async (statement: string) => {
    const ran = await runProgram("psql", [...quiet, "-c", statement], ground);
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
    async transact(input) {
      const args = [...quiet, "--single-transaction", "--file=-"];
      const ran = await runProgram("psql", args, { ...ground, input, timeoutMs: longestMs });
      if ("missing" in ran) throw refused(ran.missing);
      if (ran.code === scriptFailed) throw refusedScript(ran.stderr);
      if (ran.code !== 0) throw refused(`psql ended with ${ran.code}: ${errorIn(ran.stderr)}`);
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
    // Sent once: a reply that is lost says nothing, and whoever sends it asks what became of it.
    async transact(script) {
      const { status, body } = await reach.ask(`${managementApi}${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ query: `begin;\n${script}\ncommit;` }),
      });
      if (status === 400) throw refusedScript(body);
      if (status > 299) throw refused(`Supabase answered ${status} to POST ${path}`);
    },
  };
}

/** A script that the database itself refused is a mistake in the script. */
function refusedScript(said: string): UserError {
  return new UserError([{ where: {}, found: errorIn(said) }]);
}

/** Postgres's word for what is wrong, without what follows: details quote rows, which may speak of people. */
function errorIn(said: string): string {
  const answer = parseJson(said);
  const { message } = isPropertyMap(answer) ? answer : {};
  const [, error] =
    /(?:ERROR|FATAL):\s*(.+)/.exec(typeof message === "string" ? message : said) ?? [];
  return String(redacted(error?.trim() ?? "the database gave no reason"));
}

function refused(found: string): UserError {
  return new UserError([{ where: {}, found, fix: "look at DATABASE_URL and psql" }], 2);
}
