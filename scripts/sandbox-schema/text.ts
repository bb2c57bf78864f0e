import { sections, type PackageSchema } from "../../sandbox/contract/schema";

/** Writes a schema as JSON with one line for each type, so that a reader can take one line and a diff shows one type. */
export function schemaText(schema: PackageSchema): string {
  const isList = (key: string) => (sections as readonly string[]).includes(key);
  const head = Object.entries(schema).filter(([key]) => !isList(key));
  const lines = head.map(([key, value]) => line(key, value));
  const lists = sections.map((section) => {
    const entries = Object.entries(schema[section]).map(([key, value]) => line(key, value));
    return `${JSON.stringify(section)}:{\n${entries.join(",\n")}\n}`;
  });
  return `{\n${[...lines, ...lists].join(",\n")}\n}\n`;
}

function line(key: string, value: unknown): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}
