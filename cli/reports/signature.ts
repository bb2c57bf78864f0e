import { spawn } from "node:child_process";

/** What a signature is for: one made for anything else proves nothing here (ssh-keygen(1), `-n`). */
const namespace = "groundwork-report";

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Signs text with an OpenSSH key; the agent or a prompt of ssh-keygen gives the passphrase. Throws what it says. */
export async function sign(text: string, key: string): Promise<string> {
  const { code, stdout, stderr } = await sshKeygen(
    ["-Y", "sign", "-n", namespace, "-f", key],
    text,
  );
  if (code !== 0) throw new Error(lastLine(stderr));
  return stdout;
}

/** Whose signature it is, or what is wrong with it. */
export type SignatureFate =
  | { state: "signed"; by: string }
  /** Made with some key for this very text; nobody said whose. */
  | { state: "unknown signer" }
  | { state: "wrong"; why: string };

/** Checks a detached signature of text; by whom only against a file of allowed signers (ssh-keygen(1), ALLOWED SIGNERS). */
export async function checkSignature(
  text: string,
  signature: string,
  signers?: string,
): Promise<SignatureFate> {
  const common = ["-n", namespace, "-s", signature];
  if (signers === undefined) {
    const { code, stderr } = await sshKeygen(["-Y", "check-novalidate", ...common], text);
    return code === 0 ? { state: "unknown signer" } : { state: "wrong", why: lastLine(stderr) };
  }
  const found = await sshKeygen(["-Y", "find-principals", "-f", signers, "-s", signature], "");
  const [by] = found.stdout.split("\n");
  if (found.code !== 0 || !by)
    return { state: "wrong", why: "its key is none of the allowed signers" };
  const checked = await sshKeygen(["-Y", "verify", "-f", signers, "-I", by, ...common], text);
  return checked.code === 0
    ? { state: "signed", by }
    : { state: "wrong", why: lastLine(checked.stderr || checked.stdout) };
}

function sshKeygen(args: readonly string[], input: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn("ssh-keygen", args, { stdio: ["pipe", "pipe", "pipe"] });
    const ran: Ran = { code: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (ran.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (ran.stderr += text));
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...ran, code }));
    // A signer that ends before it has read everything says why on its own.
    child.stdin.on("error", () => undefined).end(input);
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
