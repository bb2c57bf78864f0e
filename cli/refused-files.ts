import { UserError } from "../core/errors";

/** What a system answers of a file or folder that it does not give or take, in words. */
const said: Record<string, string> = {
  EACCES: "this user may not",
  EDQUOT: "the user's share of the disk is used up",
  EEXIST: "a file stands where a folder is to be",
  EISDIR: "a folder stands where a file is to be",
  ELOOP: "links that lead back to themselves",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "the name is too long",
  ENFILE: "too many files are open",
  ENOENT: "there is no such file or folder",
  ENOSPC: "the disk is full",
  ENOTDIR: "a file stands where a folder is to be",
  EPERM: "this user may not",
  EROFS: "the disk takes no writing",
};

/**
 * What a system's refusal of a file is for a person; nothing where an error is none. Such a refusal is the machine's, or
 * a name's that a person gave, so no bug of ours, and whoever met it need not have thought of it.
 */
export function refusedFile(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code = "", path: file, syscall = "" }: NodeJS.ErrnoException = error;
  const why = said[code];
  // A program that cannot be started answers so too, and is no file to name.
  if (!why || !file || syscall.startsWith("spawn")) return undefined;
  const found = `${why} (${code}, ${syscall})`;
  const fix = "name another place, or mend this one";
  return new UserError([{ where: { file }, found, fix }], 2);
}
