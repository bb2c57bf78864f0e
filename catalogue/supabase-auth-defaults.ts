import { passwordCharacters } from "./supabase-auth";
import { supabaseLimits, type SupabasePlan } from "./supabase-limits";

/**
 * Auth settings where nothing else is said. Our own choice of values within the ranges of the API, not a vendor's or a
 * standard's list; the guide for passwords is https://supabase.com/docs/guides/auth/password-security.
 */
export const authDefaults = {
  external_anonymous_users_enabled: false,
  jwt_exp: 3600,
  mailer_autoconfirm: false,
  mailer_otp_exp: 600,
  mailer_otp_length: 8,
  mailer_secure_email_change_enabled: true,
  mfa_max_enrolled_factors: 10,
  mfa_totp_enroll_enabled: true,
  mfa_totp_verify_enabled: true,
  password_min_length: 12,
  password_required_characters: passwordCharacters[2],
  rate_limit_otp: 30,
  rate_limit_token_refresh: 150,
  rate_limit_verify: 30,
  refresh_token_rotation_enabled: true,
  security_manual_linking_enabled: false,
  security_refresh_token_reuse_interval: 10,
  security_update_password_require_reauthentication: true,
} as const;

/** What paid plans add. Sessions are counted in hours, which the API's description does not say: not confirmed. */
export const paidAuthDefaults = {
  password_hibp_enabled: true,
  sessions_inactivity_timeout: 24,
  sessions_timebox: 168,
} as const;

/** The defaults of a plan. Where the plan is not given, those that every plan takes. */
export function authDefaultsOf(
  plan: SupabasePlan | undefined,
): typeof authDefaults & Partial<typeof paidAuthDefaults> {
  const isPaid = plan !== undefined && supabaseLimits[plan].leakedPasswords;
  return { ...authDefaults, ...(isPaid && paidAuthDefaults) };
}
