import { describe, expect, it } from "vitest";
import { parseSettings } from "../../config/parse";
import { checkStackFile } from "../../config/stack-file";
import { tiers } from "../../core/profile";
import { edited, sectionsOf, textOf } from "./support";

const prod = sectionsOf("Pulumi.prod.yaml");
const sentry = {
  "hosting.thirdParties": ["sentry"],
  "hosting.variables": { SENTRY_ENVIRONMENT: "prod", SENTRY_RELEASE: "shop@1.4.0" },
  "secretRegistry.SENTRY_DSN": {
    owner: "web-team",
    source: "required",
    rotationDays: 365,
    destinations: { vercel: {} },
  },
  errorTracking: { kind: "sentry" },
};

function settings(edits: Record<string, unknown> = {}) {
  const parsed = parseSettings(edited(prod, edits));
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return parsed.settings;
}

function problems(edits: Record<string, unknown>) {
  const parsed = parseSettings(edited(prod, edits));
  return "problems" in parsed ? parsed.problems : [];
}

const lines = (edits: Record<string, unknown>) =>
  problems(edits).map(({ path, found }) => `${path}: ${found}`);

// Requirement: CONF-01, ALRT-07, ENV-19
describe("error tracking in a stack file", () => {
  it("keeps errors in the database where the file says nothing, and mails nobody", () => {
    const { errorTracking, database } = settings({ errorTracking: undefined });
    expect(errorTracking).toMatchObject({ kind: "database", product: "velocity-platform" });
    expect(errorTracking).not.toHaveProperty("mail");
    expect(database.functions).not.toHaveProperty("error-notifier");
  });

  it("adds the edge function that mails to those of the database, its callers checked", () => {
    expect(settings().database.functions).toEqual({
      "error-notifier": { entrypoint: "supabase/functions/error-notifier/index.ts" },
      "ai-code-generation": { entrypoint: "supabase/functions/ai-code-generation/index.ts" },
    });
  });

  it("lets the file say where that function is", () => {
    const own = { entrypoint: "functions/own.ts" };
    const { functions } = settings({ "database.functions": { "error-notifier": own } }).database;
    expect(functions).toEqual({ "error-notifier": own });
  });

  it.each(tiers)("tells the app of %s whether to report errors: dropped in dev alone", (tier) => {
    const parsed = parseSettings(sectionsOf(`Pulumi.${tier}.yaml`));
    if (!("settings" in parsed)) throw new Error("refused");
    const events = tier === "dev" ? "drop" : "send";
    expect(parsed.settings.errorTracking.events).toBe(events);
    expect(parsed.settings.hosting.variables).toMatchObject({ ERROR_EVENTS: events });
  });

  it("lets the file say otherwise", () => {
    const { hosting, errorTracking } = settings({
      errorTracking: { kind: "database", events: "drop" },
    });
    expect(hosting.variables).toMatchObject({ ERROR_EVENTS: "drop" });
    expect(errorTracking.events).toBe("drop");
  });

  it("shows the component what the app and the edge functions are told", () => {
    expect(settings().errorTracking).toMatchObject({
      functionSecrets: expect.arrayContaining(["RESEND_API_KEY"]) as string[],
      thirdParties: ["googleAnalytics", "googleFonts", "supabase", "unsplash"],
      variables: expect.arrayContaining(["CRON_SECRET", "LOG_LEVEL"]) as string[],
    });
  });

  it.each(tiers)("lets pages of %s talk to no Sentry", (tier) => {
    expect(textOf(`Pulumi.${tier}.yaml`)).not.toMatch(/thirdParties:.*sentry/);
  });
});

// Requirement: ALRT-06
describe("Sentry in a stack file", () => {
  it("is taken with its address, environment, release and third party, and traces everything", () => {
    const { errorTracking, hosting } = settings(sentry);
    expect(errorTracking).toMatchObject({ kind: "sentry", events: "send" });
    expect(errorTracking.variables).toContain("NEXT_PUBLIC_SENTRY_DSN");
    expect(hosting.variables).toMatchObject({ SENTRY_TRACES_SAMPLE_RATE: "1.0" });
  });

  it("traces as much as the file says", () => {
    const variables = { ...sentry["hosting.variables"], SENTRY_TRACES_SAMPLE_RATE: "0.1" };
    const { hosting } = settings({ ...sentry, "hosting.variables": variables });
    expect(hosting.variables).toMatchObject({ SENTRY_TRACES_SAMPLE_RATE: "0.1" });
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      "address",
      { "secretRegistry.SENTRY_DSN": undefined },
      "groundwork:hosting.variables: no SENTRY_DSN",
    ],
    [
      "environment",
      { "hosting.variables": { SENTRY_RELEASE: "1" } },
      "groundwork:hosting.variables: no SENTRY_ENVIRONMENT",
    ],
    [
      "release",
      { "hosting.variables": { SENTRY_ENVIRONMENT: "prod" } },
      "groundwork:hosting.variables: no SENTRY_RELEASE",
    ],
    [
      "right of pages to reach it",
      { "hosting.thirdParties": ["supabase"] },
      "groundwork:hosting.thirdParties: no sentry",
    ],
  ])("is refused without its %s", (_, without, line) => {
    expect(lines({ ...sentry, ...without })).toEqual([line]);
  });

  it("is refused with its address in plain text", () => {
    const variables = { ...sentry["hosting.variables"], NEXT_PUBLIC_SENTRY_DSN: "https://a@b/1" };
    const edits = { ...sentry, "secretRegistry.SENTRY_DSN": undefined };
    expect(lines({ ...edits, "hosting.variables": variables })).toEqual([
      "groundwork:hosting.variables.NEXT_PUBLIC_SENTRY_DSN: plain text",
    ]);
  });

  it("has no mail of ours", () => {
    expect(lines({ ...sentry, errorTracking: { kind: "sentry", mail: {} } })).toEqual([
      "groundwork:errorTracking.mail: unknown key",
    ]);
  });
});

// Requirement: CONF-01
describe("errors kept in the database refuse", () => {
  const though = "though errors are kept in the database";

  it.each<[string, Record<string, unknown>, string]>([
    [
      "a variable of Sentry",
      { "hosting.variables.NEXT_PUBLIC_SENTRY_DSN": { secret: "SENTRY_DSN" } },
      `groundwork:hosting.variables.NEXT_PUBLIC_SENTRY_DSN: NEXT_PUBLIC_SENTRY_DSN, ${though}`,
    ],
    [
      "its secret where the app gets it",
      { "secretRegistry.SENTRY_DSN": sentry["secretRegistry.SENTRY_DSN"] },
      `groundwork:secretRegistry.SENTRY_DSN: SENTRY_DSN, ${though}`,
    ],
    [
      "a variable of a service",
      { "services.orchestrator.env.SENTRY_RELEASE": "1" },
      `groundwork:services.orchestrator.env.SENTRY_RELEASE: SENTRY_RELEASE, ${though}`,
    ],
    [
      "a secret of a service",
      { "services.orchestrator.secrets": ["REDIS_URL", "SENTRY_DSN"] },
      `groundwork:services.orchestrator.secrets[1]: SENTRY_DSN, ${though}`,
    ],
    [
      "the third party",
      { "hosting.thirdParties": ["supabase", "sentry"] },
      `groundwork:hosting.thirdParties[1]: sentry, ${though}`,
    ],
    [
      "mail without the key of Resend",
      { "secretRegistry.RESEND_API_KEY": undefined },
      "groundwork:errorTracking.mail: no RESEND_API_KEY for the edge function that mails",
    ],
  ])("%s", (_, edits, line) => {
    expect(lines(edits)).toEqual([line]);
    expect(lines({ ...edits, errorTracking: undefined })).toEqual(
      line.includes("errorTracking") ? [] : [line],
    );
  });

  it("the third party at its place in the file, with what is allowed and what to do", () => {
    const text = textOf("Pulumi.prod.yaml");
    const file = text.replace("[supabase, googleFonts,", "[sentry, supabase, googleFonts,");
    const line = file.split("\n").findIndex((it) => it.includes("thirdParties: [sentry")) + 1;
    expect(checkStackFile(file, "Pulumi.prod.yaml", "groundwork")).toEqual([
      {
        where: expect.objectContaining({ file: "Pulumi.prod.yaml", line }) as object,
        found: `sentry, ${though}`,
        allowed: "third parties that pages talk to",
        fix: "take it out, or choose groundwork:errorTracking: { kind: sentry }",
      },
    ]);
  });

  it.each(["file", "", "both"])("any other kind: %j", (kind) => {
    expect(lines({ errorTracking: { kind } })).toHaveLength(1);
  });

  it.each(["errors", "a@b", "Errors <errors@example.com>\nBcc: x@y.z", "<a@b.cd> x"])(
    "the sender %j",
    (from) => {
      const mail = { from, to: ["web@example.com"] };
      expect(lines({ errorTracking: { kind: "database", mail } })).toHaveLength(1);
    },
  );
});
