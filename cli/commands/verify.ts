import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { UserError } from "../../core/errors";
import { compareFiles, listedFile, manifestName, signatureName } from "../../report/manifest";
import type { Context, ExitCode } from "../context";
import { type SignatureFate, checkSignature } from "../reports/signature";
import { say } from "../view/say";

export interface VerifyFlags {
  /** File of allowed signers, as git and ssh-keygen read it. */
  signers?: string;
}

const listed = z.object({ name: z.string(), sha256: z.string(), bytes: z.number() });
const manifestSchema = z.object({
  version: z.literal(1),
  project: z.string(),
  stack: z.string(),
  at: z.string(),
  groundwork: z.string(),
  files: z.array(listed),
  inputs: z.array(listed),
});

/** Says whether a report's files are what its manifest lists, and whose signature that carries. Exit code 1 when not. */
export async function verify(
  context: Context,
  dir: string,
  { signers }: VerifyFlags,
): Promise<ExitCode> {
  const folder = path.resolve(context.cwd, dir);
  const file = path.join(folder, manifestName);
  const text = readManifest(file);
  const manifest = parseManifest(text, file);
  const there = readdirSync(folder)
    .filter((name) => name !== manifestName && name !== signatureName)
    .map((name) => listedFile(name, readFileSync(path.join(folder, name))));
  const files = compareFiles(manifest.files, there);
  const signature = await signatureOf(folder, text, signers && path.resolve(context.cwd, signers));
  const wrong = files.filter(({ fate }) => fate !== "as listed").length;
  const unsigned = signers !== undefined && signature?.state !== "signed";
  const exitCode = wrong > 0 || unsigned || signature?.state === "wrong" ? 1 : 0;
  const { project, stack, at } = manifest;
  const head = `${project}/${stack}, judged ${at}`;
  const lines = files.map(
    ({ name, fate }) => `${fate === "as listed" ? "✓" : "✗"} ${name}: ${fate}`,
  );
  say(context, [head, ...lines, signatureWords(signature)].join("\n"), {
    project,
    stack,
    at,
    exitCode,
    files,
    signature: signature ?? { state: "none" },
  });
  return exitCode;
}

async function signatureOf(
  folder: string,
  text: string,
  signers: string | undefined,
): Promise<SignatureFate | undefined> {
  const file = path.join(folder, signatureName);
  return existsSync(file) ? checkSignature(text, file, signers) : undefined;
}

function signatureWords(signature: SignatureFate | undefined): string {
  if (!signature) return "! not signed: whoever changed a file could have changed the manifest too";
  if (signature.state === "signed") return `✓ signed by ${signature.by}`;
  if (signature.state === "wrong") return `✗ the signature does not hold: ${signature.why}`;
  return "! signed with a key that nobody vouches for: name those who may sign with --signers";
}

function readManifest(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8");
  throw new UserError(
    [{ where: { file }, found: "no manifest", fix: "name the folder of one stack's report" }],
    2,
  );
}

function parseManifest(text: string, file: string): z.infer<typeof manifestSchema> {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    const found = "a manifest that cannot be read";
    const allowed = "one of version 1, as `groundwork report` writes it";
    throw new UserError([{ where: { file }, found, allowed, fix: "write the report again" }], 1);
  }
}
