import { patternMatches } from "../../catalogue/vercel-patterns";
import type { Answer } from "../reach";
import type { DeclaredHeaders, RoutedHeaders, SmokeFinding } from "./check";

// Requirement: HDR-12
/**
 * The headers that rules declare for a path, in the order in which they act: a later one wins. Names are the same in any
 * case, as HTTP/2 sends them in small letters.
 */
export function headersFor(path: string, rules: readonly RoutedHeaders[]): DeclaredHeaders {
  const set = new Map<string, [name: string, value: string]>();
  const absent = new Map<string, string>();
  for (const { source, syntax, headers } of rules) {
    if (!patternMatches({ source, syntax }, path)) continue;
    for (const [name, value] of Object.entries(headers.set)) {
      set.set(name.toLowerCase(), [name, value]);
      absent.delete(name.toLowerCase());
    }
    for (const name of headers.absent) {
      absent.set(name.toLowerCase(), name);
      set.delete(name.toLowerCase());
    }
  }
  return { set: Object.fromEntries(set.values()), absent: [...absent.values()] };
}

/**
 * Where served headers differ from declared ones: missing, another value, sent twice, or there although removed. Spaces
 * around a value are no part of it (RFC 9110, section 5.5).
 */
export function headerDifferences(
  { set, absent }: DeclaredHeaders,
  served: Answer["headers"],
): SmokeFinding[] {
  const values = new Map(Object.entries(served).map(([name, all]) => [name.toLowerCase(), all]));
  const wrong = Object.entries(set).flatMap(([name, declared]): SmokeFinding[] => {
    const [first, ...more] = values.get(name.toLowerCase()) ?? [];
    const what = `header ${name}`;
    if (first === undefined) return [{ what, expected: declared, served: "no such header" }];
    if (more.length > 0) {
      return [{ what, expected: "sent once", served: `sent ${more.length + 1} times` }];
    }
    return first.trim() === declared.trim() ? [] : [{ what, expected: declared, served: first }];
  });
  const left = absent.flatMap((name): SmokeFinding[] => {
    const found = values.get(name.toLowerCase());
    return found === undefined || found.length === 0
      ? []
      : [{ what: `header ${name}`, expected: "no such header", served: found.join(", ") }];
  });
  return [...wrong, ...left];
}
