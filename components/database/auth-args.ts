import type { AuthKeys, PasswordCharacters, SecretReference } from "../../catalogue/supabase-auth";

/**
 * Sign-in and sessions, by the keys of Supabase's Management API. A key left out means its secure default, or else is
 * not managed. Every other key of the API is taken as well, and no key besides: the API would drop it without a word.
 * What is confidential (`smtp_pass`, `external_google_secret`, …) is given as `{ secret: NAME }`.
 */
export interface AuthSettings extends AuthKeys {
  /**
   * Address of the app: where links in e-mails lead, and whose paths are always accepted after sign-in.
   * @default in a stack file, the first host that serves the app
   */
  site_url?: string | undefined;
  /**
   * Other addresses that people may be sent to after sign-in, with commas.
   * @default in a stack file, the other hosts that serve the app
   */
  uri_allow_list?: string | undefined;
  /** Whether nobody can sign up any more. */
  disable_signup?: boolean | undefined;
  /**
   * Whether people can sign in without an identity.
   * @default false
   */
  external_anonymous_users_enabled?: boolean | undefined;
  /** Whether people can sign in with an e-mail address. */
  external_email_enabled?: boolean | undefined;
  /** Whether people can sign in with a phone number. */
  external_phone_enabled?: boolean | undefined;
  /**
   * Seconds for which an access token holds, 0 to 604800.
   * @default 3600
   */
  jwt_exp?: number | undefined;
  /**
   * Whether an address counts as confirmed without an e-mail.
   * @default false
   */
  mailer_autoconfirm?: boolean | undefined;
  /**
   * Seconds for which a code or link in an e-mail holds.
   * @default 600
   */
  mailer_otp_exp?: number | undefined;
  /**
   * Digits of a code in an e-mail, 6 to 10.
   * @default 8
   */
  mailer_otp_length?: number | undefined;
  /**
   * Whether a change of address is confirmed at the old and the new one.
   * @default true
   */
  mailer_secure_email_change_enabled?: boolean | undefined;
  /**
   * Second factors that one person may have.
   * @default 10
   */
  mfa_max_enrolled_factors?: number | undefined;
  /**
   * Whether people can add an authenticator app.
   * @default true
   */
  mfa_totp_enroll_enabled?: boolean | undefined;
  /**
   * Whether people can sign in with an authenticator app.
   * @default true
   */
  mfa_totp_verify_enabled?: boolean | undefined;
  /**
   * Whether passwords known from leaks are refused. Not on the Free plan.
   * @default true on a paid plan
   */
  password_hibp_enabled?: boolean | undefined;
  /**
   * Characters of a password at least, 6 to 32767.
   * @default 12
   */
  password_min_length?: number | undefined;
  /**
   * Kinds of characters that every password holds, in the API's spelling.
   * @default small letters, capitals, digits and symbols
   */
  password_required_characters?: PasswordCharacters | undefined;
  /** Anonymous sign-ins an hour from one address, 1 to 2147483647. */
  rate_limit_anonymous_users?: number | undefined;
  /** E-mails an hour, 1 to 2147483647. Needs a mail server of your own. */
  rate_limit_email_sent?: number | undefined;
  /**
   * Codes and links by e-mail in 5 minutes from one address, 1 to 2147483647.
   * @default 30
   */
  rate_limit_otp?: number | undefined;
  /** Text messages an hour, 1 to 2147483647. */
  rate_limit_sms_sent?: number | undefined;
  /**
   * Refreshed sessions in 5 minutes from one address, 1 to 2147483647.
   * @default 150
   */
  rate_limit_token_refresh?: number | undefined;
  /**
   * Verified codes and links in 5 minutes from one address, 1 to 2147483647.
   * @default 30
   */
  rate_limit_verify?: number | undefined;
  /** Sign-ins with a wallet in 5 minutes from one address, 1 to 2147483647. */
  rate_limit_web3?: number | undefined;
  /**
   * Whether a refresh token works once only.
   * @default true
   */
  refresh_token_rotation_enabled?: boolean | undefined;
  /** Whether forms are checked by a captcha service. */
  security_captcha_enabled?: boolean | undefined;
  /** The captcha service. */
  security_captcha_provider?: "turnstile" | "hcaptcha" | undefined;
  /** Secret of the captcha service. */
  security_captcha_secret?: SecretReference | undefined;
  /**
   * Whether people can link identities of two providers themselves.
   * @default false
   */
  security_manual_linking_enabled?: boolean | undefined;
  /**
   * Seconds in which a used refresh token may come again.
   * @default 10
   */
  security_refresh_token_reuse_interval?: number | undefined;
  /**
   * Whether a new password needs a recent sign-in.
   * @default true
   */
  security_update_password_require_reauthentication?: boolean | undefined;
  /**
   * Hours without activity after which a session ends. Not on the Free plan.
   * @default 24 on a paid plan
   */
  sessions_inactivity_timeout?: number | undefined;
  /** Whether a sign-in ends the person's other session. Not on the Free plan. */
  sessions_single_per_user?: boolean | undefined;
  /**
   * Hours after which a session ends in any case. Not on the Free plan.
   * @default 168 on a paid plan
   */
  sessions_timebox?: number | undefined;
  /** Address that e-mails come from. */
  smtp_admin_email?: string | undefined;
  /** Host of your own mail server. Supabase's own is for trials only. */
  smtp_host?: string | undefined;
  /** Seconds between two e-mails to one person, 0 to 32767. */
  smtp_max_frequency?: number | undefined;
  /** Password of the mail server. */
  smtp_pass?: SecretReference | undefined;
  /** Port of the mail server. Text, as the API wants it. */
  smtp_port?: string | undefined;
  /** Name that e-mails come from. */
  smtp_sender_name?: string | undefined;
  /** User of the mail server. */
  smtp_user?: string | undefined;
}
