import { describe, expect, test } from "vitest";
import { type PropertyMap } from "../../../core/value";
import { resources } from "../../../providers/supabase-admin/resources";
import { type Answers, FakeSupabase, ref, type Reply } from "./support";

const named = (name: string) => resources.find(({ type }) => type.endsWith(`:${name}`))!;
const notFound: Reply = { status: 404, body: { message: "not found" } };

/** Answers by `METHOD /path`; a call that nobody expected is an error. */
const answering = (table: Record<string, Reply | Reply[]>): Answers => {
  const left = new Map(Object.entries(table).map(([call, it]) => [call, [it].flat()]));
  return ({ method, path }) => {
    const replies = left.get(`${method} ${path}`);
    if (!replies?.[0]) throw new Error(`nobody expected ${method} ${path}`);
    return (replies.length > 1 ? replies.shift() : replies[0])!;
  };
};

const pool = { database_type: "PRIMARY", identifier: ref, default_pool_size: 15 };
const addons = (...selected: [string, string][]): Reply => ({
  body: { selected_addons: selected.map(([type, id]) => ({ type, variant: { id } })) },
});

describe("Pooler", () => {
  const path = "/config/database/pooler";
  const body = [{ ...pool, identifier: "x", database_type: "READ_REPLICA" }, pool];

  test("changes what is given alone, and reads the primary's row", async () => {
    const fake = new FakeSupabase(answering({ [`PATCH ${path}`]: {}, [`GET ${path}`]: { body } }));
    const inputs = { projectRef: ref, defaultPoolSize: 15 };
    const made = await named("Pooler").create(fake.api, inputs);
    expect(fake.sent[0]?.body).toEqual({ default_pool_size: 15 });
    expect(made).toEqual({ id: ref, inputs, outputs: {} });
  });

  test("gives the pool size back to the API when it is left out", async () => {
    const fake = new FakeSupabase(answering({ [`PATCH ${path}`]: {}, [`GET ${path}`]: { body } }));
    const known = { id: ref, inputs: { projectRef: ref, defaultPoolSize: 9, poolMode: "session" } };
    await named("Pooler").update(fake.api, known, { projectRef: ref, poolMode: "transaction" });
    expect(fake.sent[0]?.body).toEqual({ default_pool_size: null, pool_mode: "transaction" });
  });

  test("is gone with its project, and sends nothing when it is deleted", async () => {
    const fake = new FakeSupabase(() => notFound);
    expect(await named("Pooler").read(fake.api, { id: ref, inputs: {} })).toBeUndefined();
    await named("Pooler").delete(fake.api, { id: ref, inputs: {} });
    expect(fake.writes).toEqual([]);
  });
});

describe.each([
  [
    "BackupSchedule",
    "/database/backups/schedule",
    { scheduleFor: "03:00:00" },
    { schedule_for: "03:00:00" },
  ],
  [
    "RealtimeConfig",
    "/config/realtime",
    { privateOnly: true, maxPayloadSizeInKb: 100 },
    { private_only: true, max_payload_size_in_kb: 100 },
  ],
])("%s", (name, path, inputs, body) => {
  test("is written with the API's names and read back with ours", async () => {
    const fake = new FakeSupabase(answering({ [`PATCH ${path}`]: {}, [`GET ${path}`]: { body } }));
    const made = await named(name).create(fake.api, { projectRef: ref, ...inputs });
    expect(fake.sent[0]).toEqual({ method: "PATCH", path, body });
    expect(made.inputs).toEqual({ projectRef: ref, ...inputs });
  });
});

describe("PitrAddon", () => {
  const inputs = { projectRef: ref, variant: "pitr_7" };

  test("is selected once: one that is there is adopted", async () => {
    const fake = new FakeSupabase(answering({ "GET /billing/addons": addons(["pitr", "pitr_7"]) }));
    expect(await named("PitrAddon").create(fake.api, inputs)).toMatchObject({ id: ref });
    expect(fake.writes).toEqual([]);
  });

  test("is deleted in the variant that is there, not the one that was declared", async () => {
    const fake = new FakeSupabase(
      answering({
        "GET /billing/addons": addons(["ipv4", "ipv4_default"], ["pitr", "pitr_28"]),
        "DELETE /billing/addons/pitr_28": {},
      }),
    );
    await named("PitrAddon").delete(fake.api, { id: ref, inputs });
    expect(fake.writes).toEqual(["DELETE /billing/addons/pitr_28"]);
  });

  test("reads as gone when it is not selected", async () => {
    const fake = new FakeSupabase(answering({ "GET /billing/addons": addons() }));
    expect(await named("PitrAddon").read(fake.api, { id: ref, inputs })).toBeUndefined();
  });
});

describe("ReadReplica", () => {
  const inputs = { projectRef: ref, region: "eu-west-1" };
  const row = { database_type: "READ_REPLICA", identifier: `${ref}-rr-eu-west-1-abcde` };
  const [rows, setup] = ["GET /config/database/pooler", "POST /read-replicas/setup"];

  test("is waited for until it shows among the databases", async () => {
    const slow = [{ body: [pool] }, { body: [pool] }, { body: [pool] }, { body: [pool, row] }];
    const fake = new FakeSupabase(answering({ [rows]: slow, [setup]: { status: 201 } }));
    const made = await named("ReadReplica").create(fake.api, inputs);
    expect(made).toMatchObject({ id: `${ref}/eu-west-1`, outputs: { identifier: row.identifier } });
    expect(fake.waits).toEqual([10_000, 10_000]);
    expect(fake.writes).toEqual([setup]);
  });

  test("in another region is not taken for it", async () => {
    const other = { ...row, identifier: `${ref}-rr-eu-west-2-abcde` };
    const fake = new FakeSupabase(answering({ [rows]: { body: [pool, other] } }));
    const known = { id: `${ref}/eu-west-1`, inputs };
    expect(await named("ReadReplica").read(fake.api, known)).toBeUndefined();
  });
});

describe("Bucket", () => {
  const inputs: PropertyMap = { projectRef: ref, name: "a b", public: false };
  const bucket = { name: "a b", public: false, file_size_limit: null, allowed_mime_types: null };
  const [get, make] = ["GET /bucket/a%20b", "POST /bucket"];
  const missing: Reply = { status: 400, body: { statusCode: "404", message: "Bucket not found" } };

  test("is made when it is not there", async () => {
    const fake = new FakeSupabase(answering({ [get]: [missing, { body: bucket }], [make]: {} }));
    const made = await named("Bucket").create(fake.api, inputs);
    expect(made).toEqual({ id: `${ref}/a b`, inputs, outputs: {} });
    expect(fake.sent[1]?.body).toEqual({ id: "a b", ...bucket });
  });

  test.each<Reply>(["lost", "timeout", { status: 500 }, { status: 409 }])(
    "is adopted, not made twice, when the reply to its making is %j",
    async (reply) => {
      const fake = new FakeSupabase(
        answering({ [get]: [missing, { body: bucket }], [make]: reply }),
      );
      expect(await named("Bucket").create(fake.api, inputs)).toMatchObject({ id: `${ref}/a b` });
      expect(fake.writes).toEqual([make]);
    },
  );

  test("is made again when the lost request had not been done", async () => {
    const looks = [missing, missing, missing, missing, { body: bucket }];
    const fake = new FakeSupabase(answering({ [get]: looks, [make]: ["lost", {}] }));
    await named("Bucket").create(fake.api, inputs);
    expect(fake.writes).toEqual([make, make]);
  });

  test("is given up after three lost replies", async () => {
    const fake = new FakeSupabase(answering({ [get]: missing, [make]: "lost" }));
    await expect(named("Bucket").create(fake.api, inputs)).rejects.toThrow("may have been done");
    expect(fake.writes).toEqual([make, make, make]);
  });

  test("of somebody else, with other settings, is refused and left alone", async () => {
    const theirs = { ...bucket, public: true };
    const fake = new FakeSupabase(answering({ [get]: { body: theirs } }));
    await expect(named("Bucket").create(fake.api, inputs)).rejects.toThrow("pulumi import");
    expect(fake.writes).toEqual([]);
  });

  test("that is not empty is not deleted, and nothing empties it", async () => {
    const body = { statusCode: "409", message: "The bucket you tried to delete is not empty" };
    const fake = new FakeSupabase(() => ({ status: 400, body }));
    const known = { id: `${ref}/a b`, inputs };
    await expect(named("Bucket").delete(fake.api, known)).rejects.toThrow("is not empty");
    expect(fake.writes).toEqual(["DELETE /bucket/a%20b"]);
  });
});

describe("BucketPolicies", () => {
  const policy = (name: string) => ({ name, create: `create ${name};`, drop: `drop ${name}` });
  const inputs = (...names: string[]) => ({
    projectRef: ref,
    bucket: "b",
    policies: names.map(policy),
  });

  test("change in one transaction that drops what was and what will be", async () => {
    const fake = new FakeSupabase(() => ({ body: [] }));
    const known = { id: `${ref}/b`, inputs: inputs("one", "two") };
    await named("BucketPolicies").update(fake.api, known, inputs("two", "three"));
    expect(fake.sent.map(({ body }) => (body as { query: string }).query.split("\n"))).toEqual([
      [
        "begin;",
        "drop one;",
        "drop two;",
        "drop three;",
        "create two;",
        "create three;",
        "commit;",
      ],
    ]);
  });

  test("read without those that somebody dropped", async () => {
    const fake = new FakeSupabase(() => ({ status: 201, body: [{ name: "two" }] }));
    const known = { id: `${ref}/b`, inputs: inputs("one", "two") };
    const found = await named("BucketPolicies").read(fake.api, known);
    expect(found?.inputs).toEqual(inputs("two"));
  });
});

describe("CustomHostname", () => {
  const inputs = { projectRef: ref, hostname: "api.example.com", activate: true };
  const hostname = { custom_hostname: "api.example.com", data: {} };

  test("goes on where an earlier run ended", async () => {
    const fake = new FakeSupabase(
      answering({
        "GET /billing/addons": addons(["custom_domain", "cd_default"]),
        "GET /custom-hostname": [
          { body: { ...hostname, status: "2_initiated" } },
          { body: { ...hostname, status: "5_services_reconfigured" } },
        ],
        "POST /custom-hostname/reverify": {},
        "POST /custom-hostname/activate": {},
      }),
    );
    expect((await named("CustomHostname").create(fake.api, inputs)).inputs).toEqual(inputs);
    expect(fake.writes).toEqual([
      "POST /custom-hostname/reverify",
      "POST /custom-hostname/activate",
    ]);
  });

  test("that was never started reads as gone", async () => {
    const fake = new FakeSupabase(() => ({ body: { ...hostname, status: "1_not_started" } }));
    expect(await named("CustomHostname").read(fake.api, { id: ref, inputs })).toBeUndefined();
  });
});

describe("FunctionJwt", () => {
  const inputs = { projectRef: ref, slug: "hook", verifyJwt: false };

  test("sets the check, and turns it on again when it is deleted", async () => {
    const fake = new FakeSupabase(() => ({}));
    const made = await named("FunctionJwt").create(fake.api, inputs);
    await named("FunctionJwt").delete(fake.api, made);
    expect(fake.sent.map(({ body }) => body)).toEqual([
      { verify_jwt: false },
      { verify_jwt: true },
    ]);
  });

  test("is set again after another deployment, of which the API never hears", async () => {
    const fake = new FakeSupabase(() => ({ body: { verify_jwt: false } }));
    const known = { id: `${ref}/hook`, inputs: { ...inputs, deployment: "a" } };
    const found = await named("FunctionJwt").read(fake.api, known);
    expect(found?.inputs).toEqual({ ...inputs, deployment: "a" });
    await named("FunctionJwt").update(fake.api, known, { ...inputs, deployment: "b" });
    expect(fake.sent.map(({ body }) => body)).toEqual([undefined, { verify_jwt: false }]);
  });

  test("of a function that is gone is gone too, and its deletion no error", async () => {
    const fake = new FakeSupabase(() => notFound);
    const known = { id: `${ref}/hook`, inputs };
    expect(await named("FunctionJwt").read(fake.api, known)).toBeUndefined();
    await expect(named("FunctionJwt").delete(fake.api, known)).resolves.toBeUndefined();
  });
});
