import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository, wherever the person stands. */
export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
