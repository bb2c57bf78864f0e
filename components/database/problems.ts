import { apiKeyName, functionSecretName, functionSlug } from "../../catalogue/supabase-names";
import { settingsProblems } from "../../catalogue/supabase-settings";
import type { Problem } from "../../core/errors";
import type { DatabaseSettings } from "./args";

/** Everything that is wrong with the args; paths count from them. Requirement: DB-02 */
export function databaseProblems(args: DatabaseSettings): Problem[] {
  return [
    ...settingsProblems(args).map(({ path, ...rest }) => ({
      where: { path: path.join(".") },
      ...rest,
    })),
    ...nameProblems("functions", args.functions, functionSlug),
    ...nameProblems("functionSecrets", args.functionSecrets, functionSecretName),
    ...nameProblems("functionSecretValues", args.functionSecretValues, functionSecretName),
    ...nameProblems("apiKeys", args.apiKeys, apiKeyName),
    ...secretProblems(args),
    ...replicaProblems(args),
    ...jwtProblems(args),
  ];
}

/** A replica is known by its region: there cannot be two in one. */
function replicaProblems({ readReplicas = [] }: DatabaseSettings): Problem[] {
  const twice = readReplicas.filter((region, at) => readReplicas.indexOf(region) !== at);
  return [...new Set(twice)].map((region) => ({
    where: { path: "readReplicas" },
    found: `${region} twice`,
    allowed: "each region once",
    fix: "remove one",
  }));
}

function jwtProblems({ functions = {} }: DatabaseSettings): Problem[] {
  return Object.entries(functions).flatMap(([slug, { verifyJwt }]) => {
    if (typeof verifyJwt !== "object" || /\S/.test(verifyJwt.reason)) return [];
    return [
      {
        where: { path: `functions.${slug}.verifyJwt.reason` },
        found: "no reason",
        allowed: "why anybody may call it, and how it knows its callers",
        fix: "write it out, or remove verifyJwt",
      },
    ];
  });
}

function nameProblems(
  arg: string,
  entries: object = {},
  { pattern, allowed }: { pattern: RegExp; allowed: string },
): Problem[] {
  return Object.keys(entries)
    .filter((name) => !pattern.test(name))
    .map((name) => ({ where: { path: arg }, found: `the key "${name}"`, allowed }));
}

/** References to secrets that nobody handed over. */
function secretProblems({ auth, functionSecrets, secrets = {} }: DatabaseSettings): Problem[] {
  const holders = { auth: auth || {}, functionSecrets: functionSecrets ?? {} };
  return Object.entries(holders).flatMap(([arg, entries]) =>
    Object.entries(entries).flatMap(([key, value]: [string, unknown]) => {
      const name = secretOf(value);
      if (name === undefined || Object.hasOwn(secrets, name)) return [];
      return [
        {
          where: { path: `${arg}.${key}.secret` },
          found: `no secret named ${name}`,
          fix: `set it: pulumi config set --secret --path 'groundwork:secrets.${name}'`,
        },
      ];
    }),
  );
}

/** The name in `{ secret: NAME }`; undefined for any other value. */
export function secretOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("secret" in value)) return undefined;
  return typeof value.secret === "string" ? value.secret : undefined;
}
