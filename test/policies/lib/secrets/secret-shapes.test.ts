import { describe, expect, it } from "vitest";
import {
  entropyOf,
  isRandomText,
  isSecretUnder,
  secretShape,
} from "../../../../policies/lib/secrets/secret-shapes";

/** Samples are put together here, so that no file holds a whole token. */
const of = (...parts: string[]) => parts.join("");
const random = "8dKw3LmQ2Zx9vB7nT4yR6uP1sE5aG0hJcFiX";
const jwt = (role: string) =>
  [
    { alg: "HS256", typ: "JWT" },
    { role, iss: "supabase" },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .concat("c2lnbmF0dXJlLW9mLXRlc3Q")
    .join(".");

describe("the form of a text", () => {
  it.each([
    ["private key", of("-----BEGIN ", "RSA PRIVATE KEY-----\nMIIE")],
    ["private key", of("-----BEGIN ", "PRIVATE KEY-----")],
    ["AWS access key id", of("AKIA", "Q3EGUVJZ7KLMNOP2")],
    ["GitHub token", of("ghp", "_", random)],
    ["GitHub token", of("github", "_pat_", random)],
    ["Slack token", of("xoxb", "-123456789012-", random)],
    ["Slack webhook", of("https://hooks.slack.com/services/", "T00000000/B00000000/", random)],
    ["Stripe key", of("sk", "_live_", random)],
    ["Anthropic key", of("sk-", "ant-api03-", random)],
    ["OpenAI key", of("sk-", "proj-", random)],
    ["Resend key", of("re", "_8dKw3LmQ_", random)],
    ["Supabase token", of("sbp", "_", "0123456789abcdef0123456789abcdef01234567")],
    ["Supabase token", of("sb", "_secret_", random)],
    ["Fly token", of("fo1", "_", random)],
    ["SendGrid key", of("SG", ".", random, ".", random)],
    ["npm token", of("npm", "_", random)],
    ["GitLab token", of("glpat", "-", random)],
    ["signed token", jwt("authenticated")],
    ["Supabase service role key", jwt("service_role")],
    ["address with a password", of("postgres://app:", "hunter2@db.example.com/app")],
  ])("is told to be a %s", (kind, text) => {
    expect(secretShape(text)).toBe(kind);
    expect(secretShape(`before ${text} after`)).toBe(kind);
  });

  it.each([
    ["Supabase's key for everyone", jwt("anon")],
    ["the key id of AWS's own examples", "AKIAIOSFODNN7EXAMPLE"],
    ["a certificate", "-----BEGIN CERTIFICATE-----"],
    ["a public key", "-----BEGIN PUBLIC KEY-----"],
    [
      "an SSH key of a host",
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
    ],
    ["an address without a password", "https://user@example.com/path"],
    ["an address with a port", "https://example.com:8443/a@b"],
    ["a placeholder", "postgres://app:$PASSWORD@db.example.com/app"],
    ["a masked address", "postgres://app:***@db.example.com/app"],
    ["a UUID", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
    ["words", "sk-ant is how Anthropic's keys begin"],
  ])("is none for %s", (_what, text) => {
    expect(secretShape(text)).toBeUndefined();
  });
});

describe("text under the name of a secret", () => {
  it.each([
    "password",
    "dbPassword",
    "SMTP_PASSWORD",
    "apiKey",
    "API_KEY",
    "clientSecret",
    "token",
  ])("is one under %s", (name) => {
    expect(isSecretUnder(name, "s3cr3t-Value-9!")).toBe(true);
  });

  it.each([
    "secretArn",
    "tokenId",
    "passwordLength",
    "apiKeyName",
    "tokenHash",
    "passwordPolicy",
    "comment",
  ])("is none under %s", (name) => {
    expect(isSecretUnder(name, "s3cr3t-Value-9!")).toBe(false);
  });

  it.each([
    "SUPABASE_SERVICE_ROLE_KEY",
    "arn:aws:secretsmanager:ca-central-1:123456789012:secret:a",
    "urn:pulumi:prod::groundwork::x::y",
    "https://example.com/token",
    "/velocity/prod/token",
    "$CREDENTIAL_OF_TEST",
    "velocity-platform-prod",
    "two words are prose",
    "aaaaaaaaaaaaaaa",
    "short-Value",
  ])("is none where it says %s", (text) => {
    expect(isSecretUnder("password", text)).toBe(false);
  });
});

describe("text that looks random", () => {
  it("is taken for a secret whatever its name", () => {
    expect(isRandomText("comment", random)).toBe(true);
    expect(isRandomText("comment", random.slice(0, 32))).toBe(true);
  });

  it.each([
    ["a name for a digest", "sourceCodeHash", random],
    ["a name for a public key", "publicKey", random],
    [
      "a SHA-256 in hexadecimal",
      "comment",
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ],
    ["an integrity value", "comment", "sha512-8dKw3LmQ2Zx9vB7nT4yR6uP1sE5aG0hJcFiX8dKw3LmQ=="],
    ["an image by digest", "comment", "ghcr.io/a/b@sha256:9f86d081884c7d659a2feaa0c55ad015"],
    ["a UUID", "comment", "04da6b54-80e4-46f7-96ec-b56ff0331ba9"],
    ["an ARN", "comment", "arn:aws:iam::123456789012:role/A1b2C3d4E5f6G7h8I9j0"],
    ["a path", "comment", "Velocity/Platform2/Production/Token"],
    ["a date", "comment", "2026-11-21T14:00:00.000000000+00:00Z"],
    ["words run together", "comment", "velocityPlatformProductionOrchestrator"],
    ["31 characters", "comment", random.slice(0, 31)],
    ["one character over and over", "comment", "Aa1".repeat(12)],
  ])("is none for %s", (_what, name, text) => {
    expect(isRandomText(name, text)).toBe(false);
  });
});

describe("entropy", () => {
  it.each([
    ["", 0],
    ["aaaa", 0],
    ["abab", 1],
    ["abcd", 2],
    ["aabc", 1.5],
  ])("of %j is %d bits a character", (text, bits) => {
    expect(entropyOf(text)).toBeCloseTo(bits, 10);
  });
});
