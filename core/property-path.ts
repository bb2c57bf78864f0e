/* Property paths as the engine writes them: `a.b[0]["with.dot"]`. */

/** `["corsRules", 0, "allowedOrigins"]` → `corsRules[0].allowedOrigins` */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : childPath(text, step)),
    "",
  );
}

export function childPath(path: string, key: string): string {
  if (/[.[\]"]/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}
