import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  groupErrors,
  type NewError,
  titleOf,
  untold,
} from "../../supabase/functions/error-notifier/groups";
import { mailOf } from "../../supabase/functions/error-notifier/mail";
import {
  isServiceRole,
  notify,
  type Settings,
} from "../../supabase/functions/error-notifier/notify";

const error: NewError = {
  id: 1,
  occurred_at: "2026-11-21T10:00:00+00:00",
  service: "web",
  environment: "prod",
  release: "4f1c2d9",
  level: "error",
  name: "TypeError",
  message: "no project 42",
  path: "/projects/42",
};

// Requirement: ALRT-07
describe("a title", () => {
  it.each([
    ["numbers", "no project 42 of 7", "no project <n> of <n>"],
    ["ids", "no user 6f1c1d9a-0000-4000-8000-00000000000a", "no user <id>"],
    ["addresses", "cannot mail ann@example.com.", "cannot mail <address>"],
    ["quoted text", `unexpected "token" in 'body'`, "unexpected <text> in <text>"],
    ["URLs", "GET https://example.com/a?token=b failed", "GET <url> failed"],
    ["tokens", "bad jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", "bad jwt <token>"],
    ["long keys", "bad key sk_live_4eC39HqLyjWDarjtT1", "bad key <id>"],
    ["further lines", "failed\n  at ann@example.com", "failed"],
    ["runs of blanks", "a  \t b", "a b"],
  ])("holds no %s", (_, message, title) => {
    expect(titleOf(message)).toBe(title);
  });

  it("is at most 160 characters, without digits or addresses, whatever the message is", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.emailAddress(), (text, address) => {
        const title = titleOf(`${text} ${address} ${text}`);
        expect(title.length).toBeLessThanOrEqual(160);
        expect(title).not.toMatch(/\d/);
        expect(title).not.toContain(address);
      }),
    );
  });
});

describe("groups", () => {
  it("are the same error whatever differs from case to case", async () => {
    const later = {
      ...error,
      id: 2,
      message: "no project 43",
      path: "/projects/43",
      occurred_at: "2026-11-21T09:00:00+00:00",
      release: "0a1b2c3",
      level: "fatal",
    };
    const [group, ...others] = await groupErrors([error, later]);
    expect(others).toEqual([]);
    expect(group).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      service: "web",
      environment: "prod",
      name: "TypeError",
      title: "no project <n>",
      level: "fatal",
      ids: [1, 2],
      first: "2026-11-21T09:00:00+00:00",
      last: "2026-11-21T10:00:00+00:00",
      releases: ["0a1b2c3", "4f1c2d9"],
      paths: ["/projects/<n>"],
    });
  });

  it.each([
    ["service", { service: "orchestrator" }],
    ["environment", { environment: "staging" }],
    ["class", { name: "RangeError" }],
    ["words", { message: "no user 42" }],
  ])("differ by %s", async (_, change) => {
    expect(await groupErrors([error, { ...error, id: 2, ...change }])).toHaveLength(2);
  });

  it("hold every error once, whatever the errors are", async () => {
    const anyError = fc.record({
      ...Object.fromEntries(Object.entries(error).map(([key, value]) => [key, fc.constant(value)])),
      message: fc.string(),
      service: fc.constantFrom("web", "hub"),
    }) as fc.Arbitrary<NewError>;
    await fc.assert(
      fc.asyncProperty(fc.array(anyError, { maxLength: 20 }), async (errors) => {
        const numbered = errors.map((it, id) => ({ ...it, id }));
        const groups = await groupErrors(numbered);
        const ids = groups.flatMap((group) => group.ids).sort((a, b) => a - b);
        expect(ids).toEqual(numbered.map(({ id }) => id));
      }),
    );
  });

  it("of which somebody was told are left out", async () => {
    const groups = await groupErrors([error, { ...error, id: 2, name: "RangeError" }]);
    const [first, second] = groups.map(({ key }) => key);
    expect(untold(groups, new Set([first ?? ""])).map(({ key }) => key)).toEqual([second]);
  });
});

describe("a mail", () => {
  it("counts, and says which errors where, without a message as it was", async () => {
    const groups = await groupErrors([
      error,
      { ...error, id: 2, message: 'no project "secret plans" of ann@example.com' },
    ]);
    const { subject, text } = mailOf(groups, "shop prod");
    expect(subject).toBe("[shop prod] 2 new errors, 2 cases");
    expect(text).toContain("error: TypeError: no project <n>");
    expect(text).toContain("  web in prod, 1 case, 2026-11-21T10:00:00+00:00 to");
    expect(text).toContain("  releases: 4f1c2d9");
    expect(text).not.toMatch(/secret plans|ann@example/);
  });

  it("spells out 20 groups and counts the rest", async () => {
    const errors = Array.from({ length: 23 }, (_, id) => ({ ...error, id, name: `Error${id}` }));
    const { text } = mailOf(await groupErrors(errors), "shop prod");
    expect(text.match(/group_key [0-9a-f]{64}/g)).toHaveLength(20);
    expect(text).toContain("And 3 more.");
  });
});

const settings: Settings = {
  url: "https://ref.supabase.co",
  serviceRoleKey: "service-key",
  resendKey: "re_key",
  from: "errors@example.com",
  to: ["web@example.com"],
  repeatHours: 24,
  about: "shop prod",
};
const now = new Date("2026-11-21T12:00:00Z");

interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: Record<string, unknown> | undefined;
}

/** The table and Resend, with what each answers; remembers what was asked. */
function world(news: NewError[], { told = [] as string[], resend = 200, patch = 204 } = {}) {
  const asked: Asked[] = [];
  const answerTo = (url: string, method: string): Response => {
    if (url.startsWith("https://api.resend.com/")) return new Response("{}", { status: resend });
    if (method === "PATCH") return new Response(null, { status: patch });
    const isNew = url.includes("handled_at=is.null");
    return Response.json(isNew ? news : told.map((group_key) => ({ group_key })));
  };
  const ask = (url: string, init: RequestInit): Promise<Response> => {
    const { method = "GET", headers, body } = init;
    const content = typeof body === "string" ? (JSON.parse(body) as Asked["body"]) : undefined;
    asked.push({ method, url, headers: headers as Record<string, string>, body: content });
    return Promise.resolve(answerTo(url, method));
  };
  return { asked, ask, mails: () => asked.filter(({ url }) => url.includes("resend")) };
}

describe("the notifier", () => {
  it("asks for what is new and does nothing more where nothing is", async () => {
    const { ask, asked } = world([]);
    expect(await notify(settings, ask, now)).toEqual({ read: 0, groups: 0, told: 0 });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://ref.supabase.co/rest/v1/error_events?select=id,occurred_at,service,environment," +
        "release,level,name,message,path&handled_at=is.null&order=id&limit=500",
    ]);
  });

  it("mails what is new in one mail, and then marks it as read and told", async () => {
    const { ask, asked, mails } = world([error, { ...error, id: 2 }]);
    expect(await notify(settings, ask, now)).toEqual({ read: 2, groups: 1, told: 1 });
    expect(asked.map(({ method }) => method)).toEqual(["GET", "GET", "POST", "PATCH"]);
    const [mail] = mails();
    expect(mail).toMatchObject({
      url: "https://api.resend.com/emails",
      headers: { authorization: "Bearer re_key" },
      body: { from: "errors@example.com", to: ["web@example.com"] },
    });
    expect(mail?.headers["idempotency-key"]).toMatch(/^error-notifier\/[0-9a-f]{64}$/);
    const marked = asked.at(-1);
    expect(marked?.url).toBe("https://ref.supabase.co/rest/v1/error_events?id=in.(1,2)");
    const at = "2026-11-21T12:00:00.000Z";
    expect(marked?.body).toMatchObject({ handled_at: at, mailed_at: at });
  });

  it("does not tell of an error again within its hours, and marks it as read alone", async () => {
    const [group] = await groupErrors([error]);
    const { ask, asked, mails } = world([error], { told: [group?.key ?? ""] });
    expect(await notify(settings, ask, now)).toEqual({ read: 1, groups: 1, told: 0 });
    expect(mails()).toEqual([]);
    expect(asked[1]?.url).toContain("mailed_at=gte.2026-11-20T12:00:00.000Z");
    expect(asked.at(-1)?.body).toEqual({
      group_key: group?.key,
      handled_at: "2026-11-21T12:00:00.000Z",
    });
  });

  it("marks nothing when the mail was refused, so that the next run tries again", async () => {
    const { ask, asked } = world([error], { resend: 500 });
    await expect(notify(settings, ask, now)).rejects.toThrow("Resend answered 500");
    expect(asked.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  it("asks Resend for the very same mail by the same key after marking failed", async () => {
    const first = world([error], { patch: 500 });
    await expect(notify(settings, first.ask, now)).rejects.toThrow("the table answered 500");
    const second = world([error]);
    await notify(settings, second.ask, new Date(now.getTime() + 300_000));
    expect(second.mails()).toEqual(first.mails());
  });

  it("says who did not answer, and neither where nor with what", async () => {
    const ask = () => Promise.reject(new Error("fetch https://ref.supabase.co service-key"));
    await expect(notify(settings, ask, now)).rejects.toThrow(/^the table did not answer$/);
  });

  it("keeps addresses short however many groups there are", async () => {
    const errors = Array.from({ length: 120 }, (_, id) => ({ ...error, id, service: `s${id}x` }));
    const { ask, asked } = world(errors.map((it) => ({ ...it, name: `E${it.id}` })));
    await notify(settings, ask, now);
    const longest = Math.max(...asked.map(({ url }) => url.length));
    expect(longest).toBeLessThan(4_000);
    expect(asked.filter(({ url }) => url.includes("group_key=in."))).toHaveLength(3);
  });
});

describe("who may call the notifier", () => {
  const token = (claims: object) =>
    `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sig`;

  it("is the service role", () => {
    expect(isServiceRole(token({ role: "service_role", iss: "supabase?>" }))).toBe(true);
  });

  it.each([
    ["the key that browsers have", token({ role: "anon" })],
    ["a user", token({ role: "authenticated" })],
    ["a token without a role", token({})],
    ["something else", "Bearer nonsense"],
    ["nobody", null],
  ])("is not %s", (_, authorization) => {
    expect(isServiceRole(authorization)).toBe(false);
  });
});
