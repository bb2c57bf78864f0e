import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { authKeys } from "../../catalogue/supabase-auth";
import { authDefaults, paidAuthDefaults } from "../../catalogue/supabase-auth-defaults";
import { Database, type DatabaseArgs } from "../../components/database";
import rules from "../../sandbox/constraints/supabase.json";
import { find, onMocks } from "../support/mocks";

const smallest: DatabaseArgs = { name: "shop", organizationId: "acme", region: "ca-central-1" };
const Settings = "supabase:index/settings:Settings";
const Component = "groundwork:database:Database";

const declare = (args: Partial<DatabaseArgs> = {}) =>
  onMocks(() => new Database("db", { ...smallest, ...args }));

async function authOf(args: Partial<DatabaseArgs>): Promise<Record<string, unknown>> {
  const { resources } = await declare(args);
  return JSON.parse(String(find(resources, Settings).inputs.auth)) as Record<string, unknown>;
}

describe("sign-in of a Database", () => {
  it("has the secure defaults where nothing is said", async () => {
    expect(await authOf({})).toEqual(authDefaults);
    expect(await authOf({ plan: "free", auth: {} })).toEqual(authDefaults);
  });

  it("asks for 12 characters of all kinds, a recent sign-in for another password, and a known person", () => {
    expect(authDefaults.password_min_length).toBeGreaterThanOrEqual(12);
    expect(authDefaults.password_required_characters.split(":").length).toBeGreaterThan(3);
    expect(authDefaults).toMatchObject({
      security_update_password_require_reauthentication: true,
      refresh_token_rotation_enabled: true,
      mailer_secure_email_change_enabled: true,
      external_anonymous_users_enabled: false,
      mfa_totp_enroll_enabled: true,
    });
  });

  it.each(["pro", "team", "enterprise"] as const)(
    "refuses leaked passwords and ends sessions on the %s plan",
    async (plan) => {
      expect(await authOf({ plan })).toEqual({ ...authDefaults, ...paidAuthDefaults });
    },
  );

  it("takes the values given over the defaults, in a fixed order", async () => {
    const { resources } = await declare({
      plan: "pro",
      auth: { site_url: "https://shop.example", password_min_length: 16, jwt_exp: undefined },
    });
    const text = String(find(resources, Settings).inputs.auth);
    const auth = JSON.parse(text) as Record<string, unknown>;
    expect(auth).toMatchObject({ site_url: "https://shop.example", password_min_length: 16 });
    expect(auth.jwt_exp).toBe(authDefaults.jwt_exp);
    expect(Object.keys(auth)).toEqual(Object.keys(auth).sort());
  });

  it("is left alone when the args say false", async () => {
    const { resources } = await declare({ auth: false });
    expect(find(resources, Settings).inputs).not.toHaveProperty("auth");
  });

  it("is plain text that policies can read while it holds no secret", async () => {
    const { resources } = await declare({});
    expect(find(resources, Settings).secretInputs).toEqual([]);
  });

  it("puts secrets in by name, seals all of it, and repeats no value among its own inputs", async () => {
    const { resources } = await declare({
      auth: { smtp_host: "mail.example", smtp_pass: { secret: "MAIL" } },
      secrets: { MAIL: pulumi.secret("known-mail") },
    });
    const settings = find(resources, Settings);
    expect(settings.secretInputs).toEqual(["auth"]);
    const auth = JSON.parse(String(settings.inputs.auth)) as Record<string, unknown>;
    expect(auth).toMatchObject({ smtp_host: "mail.example", smtp_pass: "known-mail" });
    expect(JSON.stringify(find(resources, Component))).not.toContain("known-mail");
  });

  it("seals even a secret that was handed over in clear", async () => {
    const { resources } = await declare({
      auth: { smtp_pass: { secret: "MAIL" } },
      secrets: { MAIL: "known-mail" },
    });
    expect(find(resources, Settings).secretInputs).toEqual(["auth"]);
    expect(JSON.stringify(find(resources, Component))).not.toContain("known-mail");
  });
});

interface KeyRule {
  type: string;
  min?: number;
  max?: number;
  enum?: string[];
  pattern?: string;
}

describe("the table of auth settings", () => {
  const known = rules.types["supabase:index/settings:Settings"].properties.auth.keys;

  it("has every key of the API, of its type and in its range", () => {
    const theirs = Object.entries<KeyRule>(known).map(([name, rule]) => [
      name,
      [rule.enum ? "enum" : rule.type, rule.min, rule.max, rule.enum, rule.pattern],
    ]);
    const ours = Object.entries(authKeys).map(([name, key]) => {
      const { type, min, max, values, pattern } = key as {
        type: string;
        min?: number;
        max?: number;
        values?: readonly string[];
        pattern?: RegExp;
      };
      return [name, [type, min, max, values, pattern?.source]];
    });
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
    expect(ours).toHaveLength(234);
  });

  it("calls every password, key, token and secret confidential", () => {
    const confidential = Object.entries(authKeys)
      .filter(([, key]) => "secret" in key)
      .map(([name]) => name);
    const suspicious = Object.keys(authKeys).filter((name) =>
      /(_pass|_secrets?|_token|_(access|api)_key)$/.test(name),
    );
    expect(confidential.sort()).toEqual(suspicious.sort());
  });
});
