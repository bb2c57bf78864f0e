import { type StoredMap } from "../ledger/record";
import { HttpError, ok } from "./answer";
import { boolean, type Field, integer, matching, oneOf, orNull, take } from "./fields";
import { type ApiCall, type Route } from "./route";

/** Settings that a project has once, with what they are before anybody changes them. */
interface Settings {
  kind: string;
  path: string;
  defaults: (call: ApiCall) => StoredMap;
  fields: Readonly<Record<string, Field>>;
  show?: (call: ApiCall, value: StoredMap) => unknown;
  /** Status of the answer to a change. */
  changed?: number;
}

const most = 2_147_483_647;
const it = "it";

const settings: readonly Settings[] = [
  {
    kind: "pooler",
    path: "/config/database/pooler",
    defaults: () => ({ default_pool_size: 15, pool_mode: "transaction" }),
    fields: {
      default_pool_size: orNull(integer(0, 3000)),
      pool_mode: oneOf("transaction", "session"),
    },
    show: (call, value) => [
      poolerRow(call, call.project.id, "PRIMARY", value),
      ...call.objects
        .list(call.project.id, "replica")
        .map(({ name }) => poolerRow(call, name, "READ_REPLICA", value)),
    ],
  },
  {
    kind: "backup-schedule",
    path: "/database/backups/schedule",
    defaults: () => ({ schedule_for: "00:00:00" }),
    fields: { schedule_for: matching(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/) },
  },
  {
    kind: "realtime",
    path: "/config/realtime",
    defaults: () => ({ private_only: false, connection_pool: 2, max_concurrent_users: 200 }),
    fields: {
      private_only: boolean,
      connection_pool: integer(1, 100),
      max_concurrent_users: integer(1, 50_000),
      max_events_per_second: integer(1, most),
      max_bytes_per_second: integer(1, most),
      max_channels_per_client: integer(1, most),
      max_joins_per_second: integer(1, most),
      max_presence_events_per_second: integer(1, most),
      max_payload_size_in_kb: integer(1, most),
      presence_enabled: boolean,
      suspend: boolean,
    },
  },
];

export const settingsRoutes: readonly Route[] = settings.flatMap(routesOf);

function routesOf(setting: Settings): Route[] {
  const { kind, path, fields } = setting;
  const now = (call: ApiCall): StoredMap =>
    call.objects.get(call.project.id, { kind, name: it }) ?? setting.defaults(call);
  const show = (call: ApiCall) => ok(setting.show?.(call, now(call)) ?? now(call));
  return [
    { method: "GET", path, kind, op: "read", answer: show },
    {
      method: "PATCH",
      path,
      kind,
      op: "update",
      answer: (call) => {
        const change = take(call.body, fields);
        if (Object.keys(change).length === 0) throw new HttpError(400, "nothing to change");
        const merged = { ...now(call), ...change };
        const value = { ...merged, ...nullsReset(merged, setting.defaults(call)) };
        call.objects.put(call.project, { kind, name: it }, value);
        return show(call);
      },
    },
  ];
}

/** Null means "as it was before anybody changed it". */
function nullsReset(value: StoredMap, defaults: StoredMap): StoredMap {
  const nulls = Object.keys(value).filter((name) => value[name] === null);
  return Object.fromEntries(nulls.map((name) => [name, defaults[name] ?? null]));
}

function poolerRow({ project }: ApiCall, identifier: string, type: string, value: StoredMap) {
  const region = project.outputs["region"];
  const host = `aws-0-${typeof region === "string" ? region : "us-east-1"}.pooler.supabase.com`;
  return {
    identifier,
    database_type: type,
    db_host: host,
    db_port: 6543,
    db_name: "postgres",
    db_user: `postgres.${identifier}`,
    max_client_conn: 200,
    connection_string: `postgresql://postgres.${identifier}:[YOUR-PASSWORD]@${host}:6543/postgres`,
    ...value,
  };
}
