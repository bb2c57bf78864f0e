import type { AuthKeys } from "../../catalogue/supabase-auth";

/** What the auth settings that most products touch do. */
export const authWords: Partial<Record<keyof AuthKeys, string>> = {
  site_url:
    "Address of the app: where links in e-mails lead, and whose paths are always accepted after sign-in.",
  uri_allow_list: "Other addresses that people may be sent to after sign-in, with commas.",
  disable_signup: "Whether nobody can sign up any more.",
  external_anonymous_users_enabled: "Whether people can sign in without an identity.",
  external_email_enabled: "Whether people can sign in with an e-mail address.",
  external_phone_enabled: "Whether people can sign in with a phone number.",
  jwt_exp: "Seconds for which an access token holds, 0 to 604800.",
  mailer_autoconfirm: "Whether an address counts as confirmed without an e-mail.",
  mailer_otp_exp: "Seconds for which a code or link in an e-mail holds.",
  mailer_otp_length: "Digits of a code in an e-mail, 6 to 10.",
  mailer_secure_email_change_enabled:
    "Whether a change of address is confirmed at the old and the new one.",
  mfa_max_enrolled_factors: "Second factors that one person may have.",
  mfa_totp_enroll_enabled: "Whether people can add an authenticator app.",
  mfa_totp_verify_enabled: "Whether people can sign in with an authenticator app.",
  password_hibp_enabled: "Whether passwords known from leaks are refused. Not on the Free plan.",
  password_min_length: "Characters of a password at least, 6 to 32767.",
  password_required_characters:
    "Kinds of characters that every password holds, in the API's spelling.",
  rate_limit_anonymous_users: "Anonymous sign-ins an hour from one address, 1 to 2147483647.",
  rate_limit_email_sent: "E-mails an hour, 1 to 2147483647. Needs a mail server of your own.",
  rate_limit_otp: "Codes and links by e-mail in 5 minutes from one address, 1 to 2147483647.",
  rate_limit_sms_sent: "Text messages an hour, 1 to 2147483647.",
  rate_limit_token_refresh: "Refreshed sessions in 5 minutes from one address, 1 to 2147483647.",
  rate_limit_verify: "Verified codes and links in 5 minutes from one address, 1 to 2147483647.",
  rate_limit_web3: "Sign-ins with a wallet in 5 minutes from one address, 1 to 2147483647.",
  refresh_token_rotation_enabled: "Whether a refresh token works once only.",
  security_captcha_enabled: "Whether forms are checked by a captcha service.",
  security_captcha_provider: "The captcha service.",
  security_captcha_secret: "Secret of the captcha service.",
  security_manual_linking_enabled:
    "Whether people can link identities of two providers themselves.",
  security_refresh_token_reuse_interval: "Seconds in which a used refresh token may come again.",
  security_update_password_require_reauthentication:
    "Whether a new password needs a recent sign-in.",
  sessions_inactivity_timeout:
    "Hours without activity after which a session ends. Not on the Free plan.",
  sessions_single_per_user:
    "Whether a sign-in ends the person's other session. Not on the Free plan.",
  sessions_timebox: "Hours after which a session ends in any case. Not on the Free plan.",
  smtp_admin_email: "Address that e-mails come from.",
  smtp_host: "Host of your own mail server. Supabase's own is for trials only.",
  smtp_max_frequency: "Seconds between two e-mails to one person, 0 to 32767.",
  smtp_pass: "Password of the mail server.",
  smtp_port: "Port of the mail server. Text, as the API wants it.",
  smtp_sender_name: "Name that e-mails come from.",
  smtp_user: "User of the mail server.",
};
