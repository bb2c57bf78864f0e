import type { Edit } from "./edit";

const registry = ["secretRegistry"];

export const secretEdits: readonly Edit[] = [
  {
    requirement: "SECR-01",
    at: [...registry, "VERCEL_TOKEN"],
    fails: ["required-secrets-complete"],
  },
  {
    requirement: "SECR-05",
    at: [...registry, "TEST_USER_PASSWORD"],
    fails: ["required-secrets-complete"],
  },
  {
    requirement: "SECR-08",
    at: [...registry, "RESEND_API_KEY", "rotationDays"],
    to: 400,
    fails: ["secret-rotation-declared"],
  },
  {
    requirement: "SECR-11",
    at: [...registry, "CRON_SECRET", "length"],
    to: 16,
    fails: ["generated-secret-entropy"],
  },
  {
    requirement: "SECR-07",
    at: ["hosting", "variables", "MAIL_KEY"],
    to: "re_8dKw3LmQ_2Zx9vB7nT4yR6uP1sE5aG0h",
    fails: ["no-plaintext-secrets", "sensitive-variables"],
  },
  {
    requirement: "SECR-10",
    beside: "one password as two variables",
    fails: ["no-credential-reuse"],
  },
  {
    requirement: "SECR-01",
    beside: "a variable that the registry does not know",
    fails: ["secrets-registered"],
  },
  {
    requirement: "SECR-07",
    beside: "a variable of a secret that is not sensitive",
    fails: ["sensitive-variables"],
  },
  {
    requirement: "SECR-06",
    beside: "a component that puts a key out",
    fails: ["no-secret-outputs"],
  },
];
