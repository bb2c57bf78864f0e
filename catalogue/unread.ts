/** Inputs that a provider takes and never gives back, though they are no secrets, as of 2026-11. */
interface Unread {
  types: RegExp;
  /** Top-level inputs. */
  inputs: RegExp;
  why: string;
}

const unread: readonly Unread[] = [
  {
    types: /^vercel:index\/projectRoute:/,
    inputs: /^position$/,
    why: "the provider does not read a route's position back, and a change of it replaces the route",
  },
  {
    types: /^supabase:/,
    inputs: /^timeouts$/,
    why: "it says how long the provider waits, and is kept nowhere else",
  },
  {
    types: /^supabase:index\/edgeFunction:/,
    inputs: /^(entrypoint|importMap|staticFiles)$/,
    why: "the paths are those of this machine; what was deployed is compared by its checksum",
  },
  {
    types: /^aws:s3\/bucket:/,
    inputs: /^forceDestroy$/,
    why: "it says what the provider does when the bucket is deleted, and is kept nowhere else",
  },
  {
    types: /^aws:(lambda\/function|synthetics\/canary):/,
    inputs: /^(code|publish|s3Bucket|s3Key|s3Version|zipFile|deleteLambda|startCanary)$/,
    why: "code is uploaded, and AWS gives back no more than its digest",
  },
  {
    types: /^aws:kms\/key:/,
    inputs: /^(deletionWindowInDays|bypassPolicyLockoutSafetyCheck)$/,
    why: "it says what the provider does when the key is deleted or changed, and is kept nowhere else",
  },
  {
    types: /^aws:secretsmanager\/secret:/,
    inputs: /^(recoveryWindowInDays|forceOverwriteReplicaSecret)$/,
    why: "it says what the provider does when the secret is deleted, and is kept nowhere else",
  },
  {
    types: /^github:index\/repository:/,
    inputs: /^(autoInit|archiveOnDestroy|licenseTemplate|gitignoreTemplate)$/,
    why: "it says what the provider does when the repository is made or deleted",
  },
  {
    types: /^github:index\/repositoryFile:/,
    inputs: /^(commitMessage|commitAuthor|commitEmail|overwriteOnCreate)$/,
    why: "it is said of a commit, and the file alone is read",
  },
];

/** Why nobody can tell the live value of an input; undefined where the provider reads it. */
export function whyUnread(type: string, input: string): string | undefined {
  return unread.find(({ types, inputs }) => types.test(type) && inputs.test(input))?.why;
}
