/** What only people know of an operation. */
export interface Guidance {
  /** When it is run, and by whom. */
  when: string;
  /** What must be so before. */
  before?: readonly string[];
  /** What to do about what it says. */
  after: readonly string[];
}

/** By the operation's name. An operation without a row has a page too: what its command says of itself. */
export const guidance: Readonly<Record<string, Guidance>> = {
  smoke: {
    when: "After every deployment to staging and to prod, by the pipeline; by hand when somebody doubts what is served.",
    before: ["The credential for signing in is in the environment variable that the suite names."],
    after: [
      "In staging: the release stops. Mend it, and begin again from there.",
      "In prod: go back first (runbook rollback), then look for the cause.",
      "Exit code 2: nobody could be asked. That is no pass: give the credential or the network, and run it again.",
    ],
  },
  changelog: {
    when: "Monthly, by the audit, which keeps it with its report; by hand when somebody asks what changed.",
    after: [
      "It tells what the audit history holds. A pipeline whose runners begin empty keeps that folder between runs, or `--history` names its copy.",
      "Names of inputs stand in it and no values, but for those that the rules about changes put into words.",
      "Updates of versions that kept no changes stand there with when, by whom and the commit alone.",
    ],
  },
  migrate: {
    when: "By the pipeline after each `up`; by hand where it stopped, and with `--dry-run` before a review.",
    before: [
      "DATABASE_URL leads to the database in session mode (port 5432), and psql and pg_dump are of its version or newer.",
      "The AWS CLI may write to the stack's bucket for backups, below `database/`.",
    ],
    after: [
      "It stopped: what it lists as in force stays. Mend the migration that failed, and run it again; never edit one that is in force.",
      "Data is missing: the dump before it lies where the record says, with its digest. Restore it into a project of its own and copy what is needed; a whole database goes back by a restore to a moment (runbook rollback).",
    ],
  },
  rollback: {
    when: "As soon as a release is younger than a fault: before the cause is known.",
    before: [
      "Read the plan: `--dry-run` shows what would be served again, and what is lost with it.",
    ],
    after: [
      "Tell users (runbook incident, step inform), and write down when it began and ended.",
      "A database goes back by a reverse migration shipped forward, or by a restore to a moment. Neither `db reset` nor `migration down` has a place outside dev: both delete data.",
      "The next `up` brings the newer version back: mend it before that, or hold the release.",
    ],
  },
  drift: {
    when: "Every night by the pipeline, which opens an issue on a finding and closes it when there is none left.",
    after: [
      "A critical finding decides who is let in: treat it as a security incident until somebody says who did it and why.",
      "What must stay as declared: run `up`. What must be as it was found: change the stack file or the program, and review that.",
      "What may differ for a time: a line under `groundwork:drift.ignore` with a reason and a last day. A line that is no longer true becomes a finding.",
      "What it lists under “Cannot be seen” no provider reads back. Rotating such a secret is the only way to be sure of its value.",
    ],
  },
  ops: {
    when: "`daily` every working day, `weekly` and `monthly` by the pipeline's calendar; `diagnose` when nobody knows yet what is wrong.",
    before: [
      "Tokens are in the environment: VERCEL_API_TOKEN, GITHUB_TOKEN, AWS as the AWS CLI takes it, DATABASE_URL with psql.",
      "Files of users are copied by rclone, with the S3 access keys of Supabase Storage in SUPABASE_S3_ENDPOINT, SUPABASE_S3_REGION, SUPABASE_S3_ACCESS_KEY_ID and SUPABASE_S3_SECRET_ACCESS_KEY.",
      "`weekly` reindexes inside a window of `groundwork:alerts.mute` only: announce it first.",
    ],
    after: [
      "`skipped` says what to set. It is not a pass.",
      "Dependencies are mended on a branch, by a pull request, in staging first; never by a commit to the protected branch.",
      "A broken index is dropped and built again by `create index concurrently`, outside any migration: a migration is one transaction.",
      "Read the bundle of `diagnose` before you hand it on: it is redacted by patterns, which know no name that they were not told.",
    ],
  },
  import: {
    when: "Once for each estate that exists already, before its first `up`; again after it was interrupted.",
    before: [
      "The stack file says what exists as it exists: `--dry-run` shows what is found, what is not, and what is ambiguous.",
      "VERCEL_API_TOKEN, SUPABASE_ACCESS_TOKEN and GITHUB_TOKEN are set beside what the providers need: they open the vendors' lists.",
      "Generated values in use are in environment variables, for `--value`.",
    ],
    after: [
      "A difference is what the next `up` would change. Say the live value in the stack file, or mean the change: it is then previewed like any other.",
      "What was taken on trust was not read: whoever is not sure of such a value rotates it.",
      "What is foreign stays as it is. Declare it, or leave it to whoever made it.",
    ],
  },
  rotate: {
    when: "When a secret is as old as its registry allows, when somebody with access leaves, and at once when it may be known.",
    before: [
      "Who issues the secret makes the new one first, where a person sets it: both are valid for a time.",
    ],
    after: [
      "Run `up`, then `smoke`: what was deployed before still holds the old value until it is deployed again.",
      "Revoke the old value at who issued it, and see that nobody still uses it.",
    ],
  },
  "restore-drill": {
    when: "Monthly, by hand or by the pipeline's calendar, and before the first release to prod.",
    before: ["The copy is restored into a project of its own: never over what users work with."],
    after: [
      "Count rows and files against the original, sign in once, and note the time from the decision to the first good answer.",
      "Hold that against the promise: 15 minutes for the database, 10 for the orchestrator, 5 for the frontend.",
      "Remove the copy: it holds the data of users. Slower or incomplete: an action with an owner and a day.",
    ],
  },
  recover: {
    when: "After an `up` that was killed, by hand: it says what was left before it touches anything.",
    before: [
      "Nobody runs an `up` of the stack now: a live lock is never broken, and its holder is named.",
    ],
    after: [
      "Where it cannot tell whether something was made, look at the vendor's own list, then `--adopt name=id` or `--forget name`.",
      "It ends with an `up` through the gate, unless `--no-resume` says otherwise.",
    ],
  },
  drill: {
    when: "Monthly, and before the first release to prod: restoring is only known to work when it was tried.",
    after: [
      "Slower than promised: an action with an owner and a day, as after an incident.",
      "`ops monthly` asks for a drill that went well in the last 31 days.",
    ],
  },
  "watch-release": {
    when: "For ten minutes after each release to prod, by the pipeline.",
    after: ["It went back: the pipeline is red, and the release is held until its cause is known."],
  },
  dora: {
    when: "Monthly, in the review of deliveries.",
    after: [
      "Two figures speak of failure: runs of the pipeline that ended well, and changes that had to be mended once live. Do not mix them.",
      "“not known” is no target met: the pipeline's history may lie elsewhere, `--history` names it.",
    ],
  },
  "status-page": {
    when: "With every update of an incident, within 30 minutes of its start and every 30 minutes after.",
    before: [
      "One file an incident: id, start, impact, services, and its updates with time, state and text.",
    ],
    after: [
      "Exit code 1: users wait for word. Write an update, even if it says that nothing is new.",
    ],
  },
};
