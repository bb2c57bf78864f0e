import { isMap, isScalar, type YAMLMap } from "yaml";
import { UserError } from "../core/errors";
import { readDocument } from "./document";
import { keyText } from "./engine-yaml";
import { formatPath } from "./path";

/** A secret of the registry, in the text of a stack file. */
export interface KeeperPlace {
  text: string;
  file: string;
  project: string;
  secret: string;
}

const registryKey = "groundwork:secretRegistry";

/**
 * The text of a stack file with another keeper for one secret. Everything else stays as it is, comments and spacing
 * included. Throws a UserError where the secret does not stand in the file as keys below its name.
 */
export function withKeeper({ text, file, project, secret }: KeeperPlace, keeper: string): string {
  const { config, placeOf } = readDocument(text, file, project);
  const entry = entryOf(config.get(registryKey)?.value, secret);
  const [first] = entry?.items ?? [];
  const start = isScalar(first?.key) ? first.key.range?.[0] : undefined;
  if (!entry || start === undefined) {
    const where = placeOf(formatPath([registryKey, secret]));
    const fix = `write keeper: ${JSON.stringify(keeper)} by hand`;
    throw new UserError([{ where, found: "no keys of its own here, perhaps an alias", fix }]);
  }
  const quoted = JSON.stringify(keeper);
  const written = entry.items.find((pair) => keyText(pair) === "keeper")?.value;
  const range = isScalar(written) ? written.range : undefined;
  if (range) return splice(text, [range[0], range[1]], quoted);
  const separator = entry.flow ? ", " : `\n${indentAt(text, start)}`;
  return splice(text, [start, start], `keeper: ${quoted}${separator}`);
}

function entryOf(registry: unknown, secret: string): YAMLMap | undefined {
  if (!isMap(registry)) return undefined;
  const value = registry.items.find((pair) => keyText(pair) === secret)?.value;
  return isMap(value) ? value : undefined;
}

function splice(text: string, [from, to]: [number, number], instead: string): string {
  return text.slice(0, from) + instead + text.slice(to);
}

/** As many blanks as stand before an offset on its line. */
function indentAt(text: string, offset: number): string {
  return " ".repeat(offset - (text.lastIndexOf("\n", offset - 1) + 1));
}
