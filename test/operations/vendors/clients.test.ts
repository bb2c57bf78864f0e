import { describe, expect, it } from "vitest";
import { type Question, type Reach, Unreachable } from "../../../operations/reach";
import { flyClient } from "../../../operations/vendors/fly";
import { VendorRefusal } from "../../../operations/vendors/rest";
import { vercelClient } from "../../../operations/vendors/vercel";

/* Requirement: DR-11, DR-12 */

const token = "token-that-nobody-may-read";
const unmade =
  "see whether an update has made it, and whether the token is of the account or team that has it";
type Said = { status?: number; body?: unknown } | Unreachable;

/** Answers what each `METHOD path` is scripted to, the last of it again and again. */
function vendor(script: Record<string, Said[]>) {
  const asked: { url: string; question: Question }[] = [];
  const reach: Reach = {
    ask(url, question = {}) {
      const { pathname } = new URL(url);
      const route = `${question.method} ${pathname}`;
      const before = asked.filter((it) => new URL(it.url).pathname === pathname).length;
      asked.push({ url, question });
      const list = script[route] ?? [{ status: 404, body: { error: { code: "not_found" } } }];
      const said = list[Math.min(before, list.length - 1)]!;
      if (said instanceof Unreachable) return Promise.reject(said);
      const { status = 200, body } = said;
      const text = typeof body === "string" ? body : JSON.stringify(body ?? {});
      return Promise.resolve({ status, headers: {}, body: text, url, milliseconds: 1 });
    },
  };
  const access = { baseUrl: "https://api.example.com", token, reach, backoffMs: 1 };
  return { access, asked };
}
const refusalOf = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VendorRefusal)) throw new Error(`not a refusal: ${String(error)}`);
  expect(error.message).not.toContain(token);
  expect(error.exitCode).toBe(2);
  return error;
};

describe("Vercel", () => {
  it("is asked for a project, with the token and the team", async () => {
    const { access, asked } = vendor({
      "GET /v9/projects/app": [
        { body: { id: "prj_1", name: "app", targets: { production: { id: "dpl_1" } }, x: 1 } },
      ],
    });
    const project = await vercelClient({ ...access, team: "velocity" }).project("app");
    expect(project).toEqual({ id: "prj_1", name: "app", production: "dpl_1" });
    expect(asked[0]?.url).toBe("https://api.example.com/v9/projects/app?slug=velocity");
    expect(asked[0]?.question.headers).toMatchObject({ authorization: `Bearer ${token}` });
    await vercelClient({ ...access, team: "team_1" }).project("app");
    expect(asked[1]?.url).toContain("?teamId=team_1");
    await vercelClient(access).project("app");
    expect(asked[2]?.url).not.toMatch(/slug|team/);
  });

  it("serves nothing before the first deployment", async () => {
    const body = { id: "prj_1", name: "app", targets: null };
    const { access } = vendor({ "GET /v9/projects/app": [{ body }] });
    expect((await vercelClient(access).project("app")).production).toBeUndefined();
  });

  it("lists production deployments, newest first", async () => {
    const listed = (uid: string, created: number, more: object = {}) => ({
      ...{ uid, created, url: `${uid}.vercel.app`, state: "READY", target: "production", ...more },
    });
    const { access, asked } = vendor({
      "GET /v6/deployments": [
        {
          body: {
            deployments: [
              listed("a", 1, { meta: { githubCommitSha: "1a", other: 7 } }),
              listed("b", 2, { url: null, readyState: "ERROR", readySubstate: "STAGED" }),
            ],
            pagination: { count: 2 },
          },
        },
      ],
    });
    const found = await vercelClient(access).deployments("prj_1");
    expect(found).toEqual([
      {
        ...{ id: "b", url: undefined, created: new Date(2), state: "ERROR", target: "production" },
        ...{ substate: "STAGED", sha: undefined },
      },
      {
        ...{ id: "a", url: "a.vercel.app", created: new Date(1), state: "READY" },
        ...{ target: "production", substate: undefined, sha: "1a" },
      },
    ]);
    expect(asked[0]?.url).toContain("projectId=prj_1&target=production&limit=100");
  });

  it("tells of a release that is rolled out, while it is", async () => {
    const path = "GET /v1/projects/prj_1/rolling-release";
    const release = (state: string) => ({
      body: {
        rollingRelease: {
          ...{ state, currentDeployment: { id: "a" }, canaryDeployment: { id: "b" } },
        },
      },
    });
    const { access } = vendor({
      [path]: [release("ACTIVE"), release("COMPLETE"), { body: { rollingRelease: null } }],
    });
    const client = vercelClient(access);
    expect(await client.rollingRelease("prj_1")).toEqual({ current: "a", next: "b" });
    expect(await client.rollingRelease("prj_1")).toBeUndefined();
    expect(await client.rollingRelease("prj_1")).toBeUndefined();
  });

  it("promotes and rolls back", async () => {
    const { access, asked } = vendor({
      "POST /v10/projects/prj_1/promote/dpl_2": [{ status: 202, body: "" }],
      "POST /v1/projects/prj_1/rollback/dpl_1": [{ status: 201, body: "" }],
    });
    await vercelClient(access).promote("prj_1", "dpl_2");
    await vercelClient(access).rollback("prj_1", "dpl_1", "back from dpl_2");
    expect(asked.map(({ url }) => url.replace("https://api.example.com", ""))).toEqual([
      "/v10/projects/prj_1/promote/dpl_2",
      "/v1/projects/prj_1/rollback/dpl_1?description=back+from+dpl_2",
    ]);
  });
});

describe("a vendor that does not do it", () => {
  const path = "GET /v9/projects/app";
  const project = (said: Said[]) => {
    const { access, asked } = vendor({ [path]: said });
    return { asking: () => vercelClient(access).project("app"), asked };
  };
  const good = { body: { id: "prj_1", name: "app" } };
  const away = new Unreachable("https://api.example.com", "no connection", "ECONNRESET");

  it.each([[{ status: 429 }], [{ status: 500 }], [{ status: 503, body: "<html>" }], [away]])(
    "is asked again after %o",
    async (said) => {
      const { asking, asked } = project([said, said, good]);
      expect((await asking()).id).toBe("prj_1");
      expect(asked).toHaveLength(3);
    },
  );

  it("is believed after five times", async () => {
    const { asking, asked } = project([{ status: 500, body: { error: token } }]);
    const { message, answered } = await refusalOf(asking());
    expect(message).toBe("Vercel answered 500 to GET /v9/projects/app; try again later");
    expect(answered).toBe(500);
    expect(asked).toHaveLength(5);
  });

  it.each([
    [401, { error: { code: "unauthorized", message: token } }, "401 unauthorized", "is valid"],
    [403, { error: { code: "forbidden" } }, "403 forbidden", "a token that may do this"],
    [404, { error: { code: "not_found" } }, "404 not_found", unmade],
    [409, { error: { code: `${token} <b>` } }, "409", undefined],
    [301, "", "301", undefined],
  ])("is believed at once after %i, and not quoted", async (status, body, said, fix) => {
    const { asking, asked } = project([{ status, body }]);
    const { message } = await refusalOf(asking());
    expect(message).toContain(`Vercel answered ${said} to GET /v9/projects/app`);
    if (fix !== undefined) expect(message).toContain(fix);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["{", "the answer"],
    [{ id: 7, name: "app" }, "id"],
  ])("says which part of its answer is of another form: %j", async (body, where) => {
    const { message } = await refusalOf(project([{ body }]).asking());
    expect(message).toBe(
      `Vercel answered 200 with a body of another form (${where}) to GET /v9/projects/app`,
    );
  });

  it("says that nobody answered", async () => {
    const { message } = await refusalOf(project([away]).asking());
    expect(message).toContain("Vercel answered nothing (no connection, ECONNRESET)");
  });
});

describe("Fly", () => {
  const config = { image: "ghcr.io/a/b:1", env: { A: "1" }, metadata: { x: "y" } };
  const machine = { id: "m1", region: "iad", state: "started", instance_id: "i1", config };
  const update = "POST /v1/apps/hub/machines/m1";
  const wait = "GET /v1/apps/hub/machines/m1/wait";

  it("lists machines with all of their configuration", async () => {
    const { access } = vendor({ "GET /v1/apps/hub/machines": [{ body: [machine] }] });
    expect(await flyClient(access).machines("hub")).toEqual([
      { id: "m1", region: "iad", state: "started", instance: "i1", image: config.image, config },
    ]);
  });

  it("replaces the image alone, and waits for the new instance to start", async () => {
    const { access, asked } = vendor({
      "GET /v1/apps/hub/machines": [{ body: [machine] }],
      [update]: [{ body: { ...machine, instance_id: "i2" } }],
      [wait]: [{ status: 408, body: { error: "deadline_exceeded" } }, { body: { ok: true } }],
    });
    const client = flyClient(access);
    const [found] = await client.machines("hub");
    await client.redeploy("hub", found!, "ghcr.io/a/b:2");
    expect(JSON.parse(asked[1]?.question.body ?? "")).toEqual({
      config: { ...config, image: "ghcr.io/a/b:2" },
    });
    expect(asked[2]?.url).toContain("state=started&instance_id=i2&timeout=8");
    expect(asked).toHaveLength(4);
  });

  it("says who refused", async () => {
    const { access } = vendor({});
    const { message } = await refusalOf(flyClient(access).machines("hub"));
    expect(message).toBe(`Fly answered 404 not_found to GET /v1/apps/hub/machines; ${unmade}`);
  });
});
