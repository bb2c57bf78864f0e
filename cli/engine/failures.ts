import { type Problem, UserError } from "../../core/errors";
import { describeHolder } from "../../state/lock";

interface KnownFailure {
  words: RegExp;
  found: string;
  fix: string;
}

/** What the engine says when the machine or the person's set-up is at fault, in words that tell what to do. */
const known: readonly KnownFailure[] = [
  {
    words: /incorrect passphrase/,
    found: "the passphrase does not open this stack's secrets",
    fix: "set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE, to the one it was made with",
  },
  {
    words: /passphrase must be set|PULUMI_CONFIG_PASSPHRASE/,
    found: "this stack's secrets need a passphrase, and none is set",
    fix: "set PULUMI_CONFIG_PASSPHRASE, or PULUMI_CONFIG_PASSPHRASE_FILE",
  },
  {
    words: /no stack named|stack '.*' not found/,
    found: "the backend has no such stack",
    fix: "make it with `pulumi stack init NAME`, or look at PULUMI_BACKEND_URL",
  },
  {
    words: /unable to open state directory/,
    found: "the backend's folder does not exist",
    fix: "make it, or look at PULUMI_BACKEND_URL",
  },
  {
    words: /currently locked by/,
    found: "another update of this stack runs, or was killed and left its lock",
    fix: "wait for it; if it is gone for good, run `pulumi cancel`, which alone removes such a lock",
  },
  {
    words: /unexpected end of JSON input|failed to load checkpoint/,
    found: "the stack's state file, or the .attrs beside it, is cut short",
    fix: "in the backend's .pulumi/stacks folder put back the .bak, or delete the .attrs if that is the one",
  },
];

/** What the engine's words come to, in ours where we know better ones. */
export function explain(words: string, now = new Date()): Pick<Problem, "found" | "fix"> {
  const match = known.find((failure) => failure.words.test(words));
  if (!match) return { found: lastError(words) };
  const holder = holderIn(words, now);
  return { found: holder ? `${match.found}: held by ${holder}` : match.found, fix: match.fix };
}

/** Whose lock the engine met: it lists each with who made it, where and when. */
function holderIn(words: string, now: Date): string | undefined {
  const [, username = "", hostname = "", pid, at = ""] =
    /created by (\S+)@(\S+) \(pid (\d+)\) at (\S+)/.exec(words) ?? [];
  if (pid === undefined) return undefined;
  return describeHolder({ username, hostname, pid: Number(pid), timestamp: new Date(at) }, now);
}

/** Trouble with the engine itself, before it ran anything. */
export function engineTrouble(words: string, stack: string): UserError {
  return new UserError([{ where: { path: `stack ${stack}` }, ...explain(words) }], 2);
}

/** The engine ends with what went wrong, as `error: …`. */
function lastError(words: string): string {
  const lines = words.split("\n").filter((line) => line.trim());
  const errors = lines.filter((line) => line.includes("error: "));
  return (errors.at(-1) ?? lines.at(-1) ?? "the engine failed and said nothing").replace(
    /^.*?error: /,
    "",
  );
}
