import { parseJson } from "../../../core/json";
import { type PropertyMap, type Value, UNKNOWN, isPropertyMap } from "../../../core/value";
import { childPath } from "../../../core/property-path";
import { isRandomText, isSecretUnder, secretShape } from "./secret-shapes";

/** Text that is a secret, or looks like one, where everyone can read it. The text itself is left where it stands. */
export interface PlainSecret {
  property: string;
  kind: string;
  /** Characters. */
  length: number;
}

/** Every such text at any depth, in JSON text too, but for what is marked as secret. */
export function plainSecretsIn(inputs: PropertyMap, secrets: readonly string[]): PlainSecret[] {
  const marked = new Set(secrets);
  const look = (value: Value | undefined, name: string, path: string): PlainSecret[] => {
    if (value === undefined || value === UNKNOWN || marked.has(path)) return [];
    if (typeof value === "string") return lookAtText(value, name, path);
    if (Array.isArray(value)) {
      const items = value as readonly Value[];
      return items.flatMap((item, index) => look(item, name, `${path}[${index}]`));
    }
    return isPropertyMap(value) ? lookInside(value, path) : [];
  };
  const lookAtText = (text: string, name: string, path: string): PlainSecret[] => {
    const parsed = /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
    if (parsed !== undefined) return look(parsed, name, path);
    const kind = kindOf(text, name);
    return kind === undefined ? [] : [{ property: path, kind, length: text.length }];
  };
  const lookInside = (map: PropertyMap, path: string): PlainSecret[] =>
    Object.entries(map).flatMap(([key, inner]) =>
      look(inner, key === "value" ? (nameBeside(map) ?? key) : key, childPath(path, key)),
    );
  return lookInside(inputs, "");
}

function kindOf(text: string, name: string): string | undefined {
  const shape = secretShape(text);
  if (shape !== undefined) return shape;
  if (isSecretUnder(name, text)) return "text under the name of a secret";
  return isRandomText(name, text) ? "random text" : undefined;
}

/** `{ name: "OPENAI_API_KEY", value: … }`: the value goes by that name. */
function nameBeside({ name, key }: PropertyMap): string | undefined {
  return [name, key].find((each) => typeof each === "string");
}
