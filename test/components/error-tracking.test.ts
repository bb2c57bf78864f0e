import { describe, expect, it } from "vitest";
import { ErrorTracking, type ErrorTrackingArgs } from "../../components/error-tracking";
import { digestOf } from "../../components/digest";
import { errorMigrations } from "../../render/error-tables";
import { find, listOf, onMocks } from "../support/mocks";

const token = "groundwork:errors:ErrorTracking";
const stack = { product: "shop", tier: "prod", events: "send" } as const;
const mail = { from: "Errors <errors@example.com>", to: ["a@example.com", "b@example.com"] };
const told = ["NEXT_PUBLIC_SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"];

const declare = (args: ErrorTrackingArgs) => onMocks(() => new ErrorTracking("errors", args));

// Requirement: CONF-01, ALRT-06, ALRT-07, DB-15
describe("ErrorTracking", () => {
  it("declares nothing in a cloud, and shows its whole args", async () => {
    const args: ErrorTrackingArgs = {
      ...stack,
      kind: "database",
      mail,
      variables: ["LOG_LEVEL"],
      thirdParties: ["supabase"],
      functionSecrets: ["RESEND_API_KEY"],
    };
    const { resources } = await declare(args);
    expect(listOf(resources)).toEqual([`${token} errors`]);
    expect(find(resources, token).inputs).toEqual(args);
  });

  it("hands the notifier sender, recipients and hours, 24 unless said otherwise", async () => {
    const args = { ...stack, kind: "database", functionSecrets: ["RESEND_API_KEY"] } as const;
    const variables = {
      ERROR_MAIL_FROM: "Errors <errors@example.com>",
      ERROR_MAIL_TO: "a@example.com,b@example.com",
      ERROR_MAIL_REPEAT_HOURS: "24",
      ERROR_MAIL_SUBJECT: "shop prod",
    };
    const { result } = await declare({ ...args, functionSecrets: ["RESEND_API_KEY"], mail });
    expect(result.functionVariables).toEqual(variables);
    const seldom = { ...mail, repeatHours: 48 };
    const other = await declare({ ...args, functionSecrets: ["RESEND_API_KEY"], mail: seldom });
    expect(other.result.functionVariables).toEqual({
      ...variables,
      ERROR_MAIL_REPEAT_HOURS: "48",
    });
  });

  it("hands it nothing where nobody is told", async () => {
    const { result } = await declare({ ...stack, kind: "database" });
    expect(result.functionVariables).toEqual({});
  });

  it("tells the digest of each migration, so that a change of one is seen", async () => {
    const { resources, result } = await declare({ ...stack, kind: "database" });
    const files = errorMigrations({ kind: "database" });
    const migrations = Object.fromEntries(files.map((it) => [it.file, digestOf(it).sha256]));
    expect(result.migrations).toEqual(migrations);
    expect(find(resources, token).outputs).toEqual({ migrations });
  });

  it("takes Sentry with all that it needs, and no migration", async () => {
    const { result } = await declare({
      ...stack,
      kind: "sentry",
      variables: told,
      thirdParties: ["sentry"],
    });
    expect(result.migrations).toEqual({});
    expect(result.functionVariables).toEqual({});
  });
});

// Requirement: CONF-01
describe("ErrorTracking refuses", () => {
  const fix = "take it out, or choose groundwork:errorTracking: { kind: sentry }";
  const found = (name: string) => `${name}, though errors are kept in the database`;

  it.each(["SENTRY_DSN", "NEXT_PUBLIC_SENTRY_DSN", "VITE_SENTRY_RELEASE", "SENTRY_AUTH_TOKEN"])(
    "the variable %s where errors are kept in the database",
    async (name) => {
      const variables = ["LOG_LEVEL", name];
      await expect(declare({ ...stack, kind: "database", variables })).rejects.toThrow(
        `errors.variables[1]: ${found(name)}; expected no variable of Sentry; ${fix}`,
      );
    },
  );

  it.each(["SENTINEL_URL", "MY_SENTRY_BOX", "CONSENTRY_ID"])(
    "no variable that is not Sentry's: %s",
    async (name) => {
      const { resources } = await declare({ ...stack, kind: "database", variables: [name] });
      expect(listOf(resources)).toEqual([`${token} errors`]);
    },
  );

  it("the third party sentry there", async () => {
    const thirdParties = ["sentry"];
    await expect(declare({ ...stack, kind: "database", thirdParties })).rejects.toThrow(
      `errors.thirdParties[0]: ${found("sentry")}; expected third parties that pages talk to; ${fix}`,
    );
  });

  it("mail without the key that it is sent with, or to nobody", async () => {
    const nobody = { ...mail, to: [] };
    await expect(declare({ ...stack, kind: "database", mail: nobody })).rejects.toThrow(
      "errors.functionSecrets: no RESEND_API_KEY; expected RESEND_API_KEY, which the mail is sent with\n" +
        "errors.mail.to: nobody; expected 1 to 50 addresses",
    );
  });

  it("Sentry without its parts, all of them at once", async () => {
    const refused = declare({ ...stack, kind: "sentry" });
    for (const part of ["SENTRY_DSN", "SENTRY_ENVIRONMENT", "SENTRY_RELEASE"]) {
      await expect(refused).rejects.toThrow(`errors.variables: no ${part}; expected a variable`);
    }
    await expect(refused).rejects.toThrow("errors.thirdParties: no sentry");
  });
});
