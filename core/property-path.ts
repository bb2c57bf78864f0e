/** Property paths as the engine writes them: `a.b[0]["with.dot"]`. */
export function childPath(path: string, key: string): string {
  if (/[.[\]"]/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path ? `${path}.${key}` : key;
}
