/**
 * Day on which the table of this file was last compared with its source.
 * @public
 */
export const authKeysCheckedOn = "2026-11-21";

/** What one key of the auth settings takes. */
export type AuthKey =
  | { type: "boolean" }
  | { type: "string"; pattern?: RegExp; secret?: true }
  | { type: "enum"; values: readonly string[] }
  | { type: "integer" | "number"; min?: number; max?: number };

/**
 * Kinds of characters that every password must hold, as the API spells them: letters and digits; small letters,
 * capitals and digits; these and symbols; nothing.
 */
export const passwordCharacters = [
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789",
  "abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789",
  "abcdefghijklmnopqrstuvwxyz:ABCDEFGHIJKLMNOPQRSTUVWXYZ:0123456789:!@#$%^&*()_+-=[]{};'\\\\:\"|<>?,./`~",
  "",
] as const;
export type PasswordCharacters = (typeof passwordCharacters)[number];

const maxInt32 = 2_147_483_647;

const flag = { type: "boolean" } as const;
const text = { type: "string" } as const;
const confidential = { type: "string", secret: true } as const;
const oneAddress = { type: "string", pattern: /^[^,]+$/ } as const;
const shaped = (pattern: RegExp) => ({ type: "string", pattern }) as const;
const oneOf = <const T extends readonly string[]>(values: T) => ({ type: "enum", values }) as const;
const whole = (min?: number, max?: number) => ({ type: "integer", ...limits(min, max) }) as const;
const number = (min?: number, max?: number) => ({ type: "number", ...limits(min, max) }) as const;

function limits(min?: number, max?: number): { min?: number; max?: number } {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/**
 * Every key that the auth settings take. The API drops any other without a word.
 * Source: Supabase Management API (OpenAPI of 2026-06-01), `PATCH /v1/projects/{ref}/config/auth`.
 */
export const authKeys = {
  api_max_request_duration: whole(),
  custom_oauth_enabled: flag,
  db_max_pool_size: whole(),
  db_max_pool_size_unit: oneOf(["connections", "percent"]),
  disable_signup: flag,
  external_anonymous_users_enabled: flag,
  external_apple_additional_client_ids: text,
  external_apple_client_id: text,
  external_apple_email_optional: flag,
  external_apple_enabled: flag,
  external_apple_secret: confidential,
  external_azure_client_id: text,
  external_azure_email_optional: flag,
  external_azure_enabled: flag,
  external_azure_secret: confidential,
  external_azure_url: text,
  external_bitbucket_client_id: text,
  external_bitbucket_email_optional: flag,
  external_bitbucket_enabled: flag,
  external_bitbucket_secret: confidential,
  external_discord_client_id: text,
  external_discord_email_optional: flag,
  external_discord_enabled: flag,
  external_discord_secret: confidential,
  external_email_enabled: flag,
  external_facebook_client_id: text,
  external_facebook_email_optional: flag,
  external_facebook_enabled: flag,
  external_facebook_secret: confidential,
  external_figma_client_id: text,
  external_figma_email_optional: flag,
  external_figma_enabled: flag,
  external_figma_secret: confidential,
  external_github_client_id: text,
  external_github_email_optional: flag,
  external_github_enabled: flag,
  external_github_secret: confidential,
  external_gitlab_client_id: text,
  external_gitlab_email_optional: flag,
  external_gitlab_enabled: flag,
  external_gitlab_secret: confidential,
  external_gitlab_url: text,
  external_google_additional_client_ids: text,
  external_google_client_id: text,
  external_google_email_optional: flag,
  external_google_enabled: flag,
  external_google_secret: confidential,
  external_google_skip_nonce_check: flag,
  external_kakao_client_id: text,
  external_kakao_email_optional: flag,
  external_kakao_enabled: flag,
  external_kakao_secret: confidential,
  external_keycloak_client_id: text,
  external_keycloak_email_optional: flag,
  external_keycloak_enabled: flag,
  external_keycloak_secret: confidential,
  external_keycloak_url: text,
  external_linkedin_oidc_client_id: text,
  external_linkedin_oidc_email_optional: flag,
  external_linkedin_oidc_enabled: flag,
  external_linkedin_oidc_secret: confidential,
  external_notion_client_id: text,
  external_notion_email_optional: flag,
  external_notion_enabled: flag,
  external_notion_secret: confidential,
  external_phone_enabled: flag,
  external_slack_client_id: text,
  external_slack_email_optional: flag,
  external_slack_enabled: flag,
  external_slack_oidc_client_id: text,
  external_slack_oidc_email_optional: flag,
  external_slack_oidc_enabled: flag,
  external_slack_oidc_secret: confidential,
  external_slack_secret: confidential,
  external_spotify_client_id: text,
  external_spotify_email_optional: flag,
  external_spotify_enabled: flag,
  external_spotify_secret: confidential,
  external_twitch_client_id: text,
  external_twitch_email_optional: flag,
  external_twitch_enabled: flag,
  external_twitch_secret: confidential,
  external_twitter_client_id: text,
  external_twitter_email_optional: flag,
  external_twitter_enabled: flag,
  external_twitter_secret: confidential,
  external_web3_ethereum_enabled: flag,
  external_web3_solana_enabled: flag,
  external_workos_client_id: text,
  external_workos_enabled: flag,
  external_workos_secret: confidential,
  external_workos_url: text,
  external_x_client_id: text,
  external_x_email_optional: flag,
  external_x_enabled: flag,
  external_x_secret: confidential,
  external_zoom_client_id: text,
  external_zoom_email_optional: flag,
  external_zoom_enabled: flag,
  external_zoom_secret: confidential,
  hook_after_user_created_enabled: flag,
  hook_after_user_created_secrets: confidential,
  hook_after_user_created_uri: text,
  hook_before_user_created_enabled: flag,
  hook_before_user_created_secrets: confidential,
  hook_before_user_created_uri: text,
  hook_custom_access_token_enabled: flag,
  hook_custom_access_token_secrets: confidential,
  hook_custom_access_token_uri: text,
  hook_mfa_verification_attempt_enabled: flag,
  hook_mfa_verification_attempt_secrets: confidential,
  hook_mfa_verification_attempt_uri: text,
  hook_password_verification_attempt_enabled: flag,
  hook_password_verification_attempt_secrets: confidential,
  hook_password_verification_attempt_uri: text,
  hook_send_email_enabled: flag,
  hook_send_email_secrets: confidential,
  hook_send_email_uri: text,
  hook_send_sms_enabled: flag,
  hook_send_sms_secrets: confidential,
  hook_send_sms_uri: text,
  jwt_exp: whole(0, 604_800),
  mailer_allow_unverified_email_sign_ins: flag,
  mailer_autoconfirm: flag,
  mailer_notifications_email_changed_enabled: flag,
  mailer_notifications_identity_linked_enabled: flag,
  mailer_notifications_identity_unlinked_enabled: flag,
  mailer_notifications_mfa_factor_enrolled_enabled: flag,
  mailer_notifications_mfa_factor_unenrolled_enabled: flag,
  mailer_notifications_password_changed_enabled: flag,
  mailer_notifications_phone_changed_enabled: flag,
  mailer_otp_exp: whole(0, maxInt32),
  mailer_otp_length: whole(6, 10),
  mailer_secure_email_change_enabled: flag,
  mailer_subjects_confirmation: text,
  mailer_subjects_email_change: text,
  mailer_subjects_email_changed_notification: text,
  mailer_subjects_identity_linked_notification: text,
  mailer_subjects_identity_unlinked_notification: text,
  mailer_subjects_invite: text,
  mailer_subjects_magic_link: text,
  mailer_subjects_mfa_factor_enrolled_notification: text,
  mailer_subjects_mfa_factor_unenrolled_notification: text,
  mailer_subjects_password_changed_notification: text,
  mailer_subjects_phone_changed_notification: text,
  mailer_subjects_reauthentication: text,
  mailer_subjects_recovery: text,
  mailer_templates_confirmation_content: text,
  mailer_templates_email_change_content: text,
  mailer_templates_email_changed_notification_content: text,
  mailer_templates_identity_linked_notification_content: text,
  mailer_templates_identity_unlinked_notification_content: text,
  mailer_templates_invite_content: text,
  mailer_templates_magic_link_content: text,
  mailer_templates_mfa_factor_enrolled_notification_content: text,
  mailer_templates_mfa_factor_unenrolled_notification_content: text,
  mailer_templates_password_changed_notification_content: text,
  mailer_templates_phone_changed_notification_content: text,
  mailer_templates_reauthentication_content: text,
  mailer_templates_recovery_content: text,
  mfa_max_enrolled_factors: whole(0, maxInt32),
  mfa_phone_enroll_enabled: flag,
  mfa_phone_max_frequency: whole(0, 32_767),
  mfa_phone_otp_length: whole(0, 32_767),
  mfa_phone_template: text,
  mfa_phone_verify_enabled: flag,
  mfa_totp_enroll_enabled: flag,
  mfa_totp_verify_enabled: flag,
  mfa_web_authn_enroll_enabled: flag,
  mfa_web_authn_verify_enabled: flag,
  nimbus_oauth_client_id: text,
  nimbus_oauth_client_secret: confidential,
  oauth_server_allow_dynamic_registration: flag,
  oauth_server_authorization_path: text,
  oauth_server_enabled: flag,
  passkey_enabled: flag,
  password_hibp_enabled: flag,
  password_min_length: whole(6, 32_767),
  password_required_characters: oneOf(passwordCharacters),
  rate_limit_anonymous_users: whole(1, maxInt32),
  rate_limit_email_sent: whole(1, maxInt32),
  rate_limit_otp: whole(1, maxInt32),
  rate_limit_sms_sent: whole(1, maxInt32),
  rate_limit_token_refresh: whole(1, maxInt32),
  rate_limit_verify: whole(1, maxInt32),
  rate_limit_web3: whole(1, maxInt32),
  refresh_token_rotation_enabled: flag,
  saml_enabled: flag,
  saml_external_url: oneAddress,
  security_captcha_enabled: flag,
  security_captcha_provider: oneOf(["turnstile", "hcaptcha"]),
  security_captcha_secret: confidential,
  security_manual_linking_enabled: flag,
  security_refresh_token_reuse_interval: whole(0, maxInt32),
  security_sb_forwarded_for_enabled: flag,
  security_update_password_require_reauthentication: flag,
  sessions_inactivity_timeout: number(0),
  sessions_single_per_user: flag,
  sessions_tags: shaped(/^\s*([a-zA-Z0-9_-]+(\s*,+\s*)?)*\s*$/),
  sessions_timebox: number(0),
  site_url: oneAddress,
  sms_autoconfirm: flag,
  sms_max_frequency: whole(0, 32_767),
  sms_messagebird_access_key: confidential,
  sms_messagebird_originator: text,
  sms_otp_exp: whole(0, maxInt32),
  sms_otp_length: whole(0, 32_767),
  sms_provider: oneOf(["messagebird", "textlocal", "twilio", "twilio_verify", "vonage"]),
  sms_template: text,
  sms_test_otp: shaped(/^([0-9]{1,15}=[0-9]+,?)*$/),
  sms_test_otp_valid_until: text,
  sms_textlocal_api_key: confidential,
  sms_textlocal_sender: text,
  sms_twilio_account_sid: text,
  sms_twilio_auth_token: confidential,
  sms_twilio_content_sid: text,
  sms_twilio_message_service_sid: text,
  sms_twilio_verify_account_sid: text,
  sms_twilio_verify_auth_token: confidential,
  sms_twilio_verify_message_service_sid: text,
  sms_vonage_api_key: confidential,
  sms_vonage_api_secret: confidential,
  sms_vonage_from: text,
  smtp_admin_email: text,
  smtp_host: text,
  smtp_max_frequency: whole(0, 32_767),
  smtp_pass: confidential,
  smtp_port: text,
  smtp_sender_name: text,
  smtp_user: text,
  uri_allow_list: text,
  webauthn_rp_display_name: text,
  webauthn_rp_id: text,
  webauthn_rp_origins: text,
} as const satisfies Record<string, AuthKey>;

/** What stands for a value that must not be in the clear: the name of a secret. */
export interface SecretReference {
  secret: string;
}

type ValueOf<K extends AuthKey> = K extends { secret: true }
  ? SecretReference
  : K extends { values: readonly (infer V)[] }
    ? V
    : K extends { type: "boolean" }
      ? boolean
      : K extends { type: "string" }
        ? string
        : number;

/** All auth settings, by the keys of the API. */
export type AuthKeys = {
  [K in keyof typeof authKeys]?: ValueOf<(typeof authKeys)[K]> | undefined;
};

/** True for a key whose value must never be in the clear. */
export function isConfidentialAuthKey(name: string): boolean {
  if (!Object.hasOwn(authKeys, name)) return false;
  const key: AuthKey = authKeys[name as keyof typeof authKeys];
  return "secret" in key;
}
