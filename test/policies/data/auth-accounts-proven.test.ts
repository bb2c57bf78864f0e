import { describe, expect, it } from "vitest";
import { UNKNOWN } from "../../../core/value";
import { authAccountsProven as rule } from "../../../policies/rules/data/auth-accounts-proven";
import { brief, judge } from "../support/stack";
import { withSettings } from "../support/data";

const compliant = {
  mailer_autoconfirm: false,
  mailer_secure_email_change_enabled: true,
  security_update_password_require_reauthentication: true,
  security_manual_linking_enabled: false,
  external_anonymous_users_enabled: false,
};
const judged = (changes: object) =>
  brief(judge(rule, withSettings("auth", { ...compliant, ...changes })));

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for settings that ask for no less", () => {
    for (const changes of [{}]) {
      expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual([]);
    }
  });

  it.each([
    [
      { mailer_autoconfirm: true },
      ["fail settings: auth.mailer_autoconfirm: found true, wanted false"],
    ],
    [
      { mailer_secure_email_change_enabled: false },
      ["fail settings: auth.mailer_secure_email_change_enabled: found false, wanted true"],
    ],
    [
      { security_update_password_require_reauthentication: false },
      [
        "fail settings: auth.security_update_password_require_reauthentication: found false, wanted true",
      ],
    ],
    [
      { security_manual_linking_enabled: true },
      ["fail settings: auth.security_manual_linking_enabled: found true, wanted false"],
    ],
    [
      { external_anonymous_users_enabled: true },
      ["fail settings: auth.external_anonymous_users_enabled: found true, wanted false"],
    ],
    [
      { mailer_autoconfirm: null },
      ["fail settings: auth.mailer_autoconfirm: found nothing, wanted false"],
    ],
  ])("reports %j", (changes, expected) => {
    expect(judged(changes).filter((line) => !line.startsWith("pass"))).toEqual(expected);
  });

  it("reports a project without settings, and settings without the block", () => {
    const [project] = withSettings("auth", {});
    expect(brief(judge(rule, [project!]))).toEqual([
      "fail db: found no Settings of this project, wanted one with auth.mailer_autoconfirm false, auth.mailer_secure_email_change_enabled true, auth.security_update_password_require_reauthentication true, auth.security_manual_linking_enabled false, auth.external_anonymous_users_enabled false",
    ]);
    expect(judge(rule, withSettings("storage", {}))[0]?.state).toBe("fail");
    expect(judge(rule, [project!, ...withSettings("auth", "no block").slice(1)])[0]?.state).toBe(
      "fail",
    );
  });

  it("cannot tell while the block is not known", () => {
    expect(judge(rule, withSettings("auth", UNKNOWN))[0]?.state).toBe("unknown");
  });

  it("has nothing to judge without a database", () => {
    expect(judge(rule, [])[0]?.state).toBe("not-applicable");
  });
});
