import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  ownerFolderPolicies,
  type RowCommand,
  rowCommands,
} from "../../components/storage/row-policies";
import { type Api } from "../../providers/supabase-admin/api";
import { bucketPolicies } from "../../providers/supabase-admin/resources/bucket-policies";
import { type Person, StoragePostgres } from "./storage-postgres";

const ann = "6f1c1d9a-0000-4000-8000-00000000000a";
const bob = "6f1c1d9a-0000-4000-8000-00000000000b";
const owner: Person = { user: ann };
const other: Person = { user: bob };
const file = `${ann}/notes/a.txt`;

/** The bucket with policies, one without, and one whose name tries to break out of the SQL. */
const [projects, plain, nasty] = ["projects", "other", `it's a "bucket" \\' -- ;`] as const;

const inputsOf = (bucket: string, commands: readonly RowCommand[] = rowCommands) => ({
  projectRef: "abcdefghijklmnopqrst",
  bucket,
  policies: ownerFolderPolicies(bucket, commands).map((it) => ({ ...it })),
});

/** What the provider does with them, its SQL sent to this Postgres. */
const api = {
  sql: async (_ref: string, text: string) => (await postgres.db.exec(text)).at(-1)?.rows ?? [],
} as unknown as Api;
const apply = (bucket: string) => bucketPolicies.create(api, inputsOf(bucket));
const change = (bucket: string, commands: RowCommand[]) => {
  const id = `abcdefghijklmnopqrst/${bucket}`;
  const olds = { id, inputs: inputsOf(bucket) };
  return bucketPolicies.update?.(api, olds, inputsOf(bucket, commands));
};
const drop = (bucket: string) => {
  const id = `abcdefghijklmnopqrst/${bucket}`;
  return bucketPolicies.delete(api, { id, inputs: inputsOf(bucket) });
};

let postgres: StoragePostgres;
beforeAll(async () => {
  postgres = await StoragePostgres.open([projects, plain, nasty]);
}, 120_000);
afterAll(() => postgres.close());
beforeEach(async () => {
  for (const bucket of [projects, nasty]) await drop(bucket);
  await apply(projects);
  await postgres.hold([
    [projects, file],
    [plain, file],
    [nasty, file],
  ]);
});

/** One statement for each command, on an object in a folder of Ann's. */
const statements: Record<RowCommand, (bucket: string) => [sql: string, values: unknown[]]> = {
  select: (bucket) => [
    "select 1 from storage.objects where bucket_id = $1 and name = $2",
    [bucket, file],
  ],
  insert: (bucket) => [
    "insert into storage.objects (bucket_id, name) values ($1, $2)",
    [bucket, `${ann}/new.txt`],
  ],
  update: (bucket) => [
    `update storage.objects set metadata = '{"size": 1}' where bucket_id = $1 and name = $2`,
    [bucket, file],
  ],
  delete: (bucket) => [
    "delete from storage.objects where bucket_id = $1 and name = $2",
    [bucket, file],
  ],
};

const attempt = (person: Person, command: RowCommand, bucket: string = projects) =>
  postgres.as(person, ...statements[command](bucket));

/** Postgres refuses an insert aloud and hides rows from everything else. */
const denied = (command: RowCommand) =>
  command === "insert"
    ? { rows: 0, refused: 'new row violates row-level security policy for table "objects"' }
    : { rows: 0 };

// Requirement: STOR-02
describe("the policies of a bucket", () => {
  it.each(rowCommands)("let the owner %s under the own folder", async (command) => {
    expect(await attempt(owner, command)).toEqual({ rows: 1 });
  });

  it.each(rowCommands)("let another user not %s there", async (command) => {
    expect(await attempt(other, command)).toEqual(denied(command));
  });

  it.each(rowCommands)("let an anonymous visitor not %s there", async (command) => {
    expect(await attempt("anonymous", command)).toEqual(denied(command));
  });

  it.each(rowCommands)("let a signed-in user without an id not %s there", async (command) => {
    const claims = `select set_config('request.jwt.claims', '{}', true)`;
    const [sql, values] = statements[command](projects);
    await postgres.db.exec(`begin; ${claims}; set local role authenticated`);
    const asked = postgres.db.query(sql, values).then(
      ({ rows, affectedRows = 0 }) => ({ rows: Math.max(rows.length, affectedRows) }),
      (error: Error) => ({ rows: 0, refused: error.message }),
    );
    const outcome = await asked;
    await postgres.db.exec("rollback");
    expect(outcome).toEqual(denied(command));
  });

  it.each(rowCommands)("say nothing about another bucket: nobody may %s there", async (command) => {
    expect(await attempt(owner, command, plain)).toEqual(denied(command));
  });

  it.each(rowCommands)("let the service role %s anywhere", async (command) => {
    expect(await attempt("service", command)).toEqual({ rows: 1 });
    expect(await attempt("service", command, plain)).toEqual({ rows: 1 });
  });

  it("change what was asked for and nothing else", async () => {
    const [sql, values] = statements.delete(projects);
    await postgres.as(owner, sql, values, true);
    expect(await postgres.objects()).toEqual([`${nasty}/${file}`, `${plain}/${file}`].sort());
  });
});

describe("an update by the owner", () => {
  const move = (bucket: string, path: string) =>
    postgres.as(
      owner,
      "update storage.objects set bucket_id = $1, name = $2 where bucket_id = 'projects' and name = $3",
      [bucket, path, file],
    );

  it("may move an object within the own folder", async () => {
    expect(await move(projects, `${ann}/b.txt`)).toEqual({ rows: 1 });
  });

  it.each([
    ["another user's folder", projects, `${bob}/a.txt`],
    ["no folder at all", projects, "a.txt"],
    ["another bucket", plain, `${ann}/b.txt`],
  ])("may not move it to %s", async (_where, bucket, path) => {
    expect(await move(bucket, path)).toEqual(denied("insert"));
  });
});

describe("a path counts as one's own", () => {
  const insert = (path: string) =>
    postgres.as(owner, "insert into storage.objects (bucket_id, name) values ('projects', $1)", [
      path,
    ]);

  it.each([`${ann}/a`, `${ann}/`, `${ann}/${bob}/a`, `${ann}//a`])(
    "when it is %s",
    async (path) => {
      expect(await insert(path)).toEqual({ rows: 1 });
    },
  );

  it.each([
    ann,
    `/${ann}/a`,
    `${bob}/${ann}/a`,
    `${ann.toUpperCase()}/a`,
    ` ${ann}/a`,
    `${ann} /a`,
    `${ann}\\a`,
    `../${ann}/a`,
    `${ann}.bak/a`,
    "",
    "/",
  ])("but not when it is %j", async (path) => {
    expect(await insert(path)).toEqual(denied("insert"));
  });

  it("exactly when the first folder is the user's id", async () => {
    const step = fc.oneof(
      fc.constantFrom(ann, bob, "", ".", "..", "a.txt", "%2F", "'", '"', "\\"),
      fc.string({ maxLength: 8 }).map((text) => text.replaceAll("\0", "").replaceAll("/", "")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const mine = steps.length > 1 && steps[0] === ann;
        const fresh = steps.join("/");
        fc.pre(fresh !== file);
        expect(await insert(fresh)).toEqual(mine ? { rows: 1 } : denied("insert"));
      }),
      { numRuns: 150 },
    );
  });
});

describe("the SQL", () => {
  it("leaves the same four policies however often it runs, for signed-in users alone", async () => {
    const once = await postgres.policies();
    await apply(projects);
    await apply(projects);
    expect(await postgres.policies()).toEqual(once);
    expect(once.map(({ cmd, roles, permissive }) => [cmd, roles, permissive])).toEqual(
      ["UPDATE", "DELETE", "INSERT", "SELECT"].map((cmd) => [cmd, "{authenticated}", "PERMISSIVE"]),
    );
    expect(once.map(({ policyname }) => policyname)).toEqual([
      "Users can change their own files: projects",
      "Users can delete their own files: projects",
      "Users can upload to their own folder: projects",
      "Users can view their own files: projects",
    ]);
  });

  it("takes away the policy of a command that is no longer listed, which denies it to the owner", async () => {
    await change(projects, ["select", "insert"]);
    expect(await attempt(owner, "select")).toEqual({ rows: 1 });
    expect(await attempt(owner, "insert")).toEqual({ rows: 1 });
    expect(await attempt(owner, "update")).toEqual({ rows: 0 });
    expect(await attempt(owner, "delete")).toEqual({ rows: 0 });
  });

  it("drops one bucket's policies and leaves those of another", async () => {
    await apply(plain);
    await drop(projects);
    for (const command of rowCommands) {
      expect(await attempt(owner, command, projects)).toEqual(denied(command));
      expect(await attempt(owner, command, plain)).toEqual({ rows: 1 });
    }
    await drop(plain);
    await drop(plain);
    expect(await postgres.policies()).toEqual([]);
  });

  it.each(["on", "off"])(
    "takes a bucket's name as text whatever is in it (standard_conforming_strings %s)",
    async (setting) => {
      await postgres.db.exec(`set standard_conforming_strings = ${setting}`);
      await apply(nasty);
      await postgres.db.exec("set standard_conforming_strings = on");
      expect(await attempt(owner, "select", nasty)).toEqual({ rows: 1 });
      expect(await attempt(other, "select", nasty)).toEqual({ rows: 0 });
      expect(await postgres.policies()).toHaveLength(8);
    },
  );

  it("keeps the policies of two buckets apart whose long names begin alike", () => {
    const names = ["a", "b"].flatMap((end) =>
      ownerFolderPolicies("x".repeat(99) + end, rowCommands).map(({ name }) => name),
    );
    expect(new Set(names).size).toBe(8);
    expect(Math.max(...names.map((name) => Buffer.byteLength(name)))).toBeLessThanOrEqual(63);
  });
});
