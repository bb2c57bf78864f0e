import { randomInt, randomUUID } from "node:crypto";

const digits = "0123456789";
const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();

/** Identifiers in the form that each vendor gives them; never the same twice. */
export const ids = {
  /** `prj_` and 28 letters and digits. */
  vercelProject: () => `prj_${pick(digits + upper + lower, 28)}`,
  /** 16 letters and digits. */
  vercelVariable: () => pick(digits + upper + lower, 16),
  vercelRoute: () => pick(digits + upper + lower, 21),
  vercelFlag: () => `flag_${pick(digits + upper + lower, 21)}`,
  vercelDrain: () => `drn_${pick(digits + upper + lower, 17)}`,
  vercelWebhook: () => `account_hook_${pick(digits + upper + lower, 24)}`,
  /** 40 hex digits, with which Vercel signs what it sends. */
  vercelSigningSecret: () => pick(digits + "abcdef", 40),
  vercelEdgeConfig: () => `ecfg_${pick(digits + lower, 28)}`,
  vercelDnsRecord: () => `rec_${pick("0123456789abcdef", 24)}`,
  /** `dpl_` and 28 letters and digits. */
  vercelDeployment: () => `dpl_${pick(digits + upper + lower, 28)}`,
  /** Nine small letters and digits in the host of a deployment. */
  vercelSuffix: () => pick(digits + lower, 9),
  vercelEnvironment: () => `env_${pick(digits + upper + lower, 28)}`,
  /** 20 small letters: the project ref, part of the project's host name. */
  supabaseProject: () => pick(lower, 20),
  uuid: () => randomUUID(),
  /** Five small letters and digits in the host of an app. */
  digitaloceanSuffix: () => pick(digits + lower, 5),
  /** A number as GitHub counts its repositories. */
  githubRepository: () => randomInt(800_000_000, 1_100_000_000),
  /** A number as GitHub counts its teams and policies. */
  githubNumber: () => randomInt(10_000_000, 60_000_000),
  /** `R_kgDO` and six letters for a repository, `BPR_kwDO` for a rule on branches. */
  githubNode: (prefix: string) => `${prefix}${pick(digits + upper + lower, 6)}`,
  /** 40 hex digits. */
  gitHash: () => pick(digits + "abcdef", 40),
  /** Hex digits, as keys are written. */
  hex: (length: number) => pick(digits + "abcdef", length),
  /** A number as Sentry counts: its ids are texts. */
  sentryNumber: () => String(randomInt(4_500_000_000, 4_600_000_000)),
  checklyNumber: () => randomInt(100_000, 2_000_000),
  /** `P` and six capitals and digits. */
  pagerduty: () => `P${pick(digits + upper, 6)}`,
  etag: () => `W/"${pick(digits + "abcdef", 64)}"`,
} as const;

/** `length` characters of the alphabet, each as likely as the others. */
export function pick(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}
