import { sections, type PackageSchema } from "../../sandbox/contract/schema";

/** Writes a schema as JSON with one line for each type, so that a reader can take one line and a diff shows one type. */
export function schemaText(schema: PackageSchema): string {
  const { resources: _r, types: _t, functions: _f, ...head } = schema;
  const lines = Object.entries(head).map(([key, value]) => line(key, value));
  const lists = sections.map((section) => {
    const entries = Object.entries(schema[section]).map(([key, value]) => line(key, value));
    return `${JSON.stringify(section)}:{\n${entries.join(",\n")}\n}`;
  });
  return `{\n${[...lines, ...lists].join(",\n")}\n}\n`;
}

function line(key: string, value: unknown): string {
  return `${JSON.stringify(key)}:${JSON.stringify(value)}`;
}
