import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePlace } from "../core/resource";

/** A place as V8 or the SDK reports it: absolute path of the file that ran, lines and columns from 1. */
export interface Frame {
  file: string;
  line: number;
  column: number;
}

/** Finds the user's own source behind the frames of a compiled program. */
export interface Places {
  /** The innermost frame in the user's source, its file relative to the project; undefined when none is. */
  of(frames: readonly (Frame | undefined)[]): SourcePlace | undefined;
}

const frameForm = /^\s*at (?:.*? \(|async )?(?<file>.+?):(?<line>\d+):(?<column>\d+)\)?$/;
const mapComment = /^\/\/# sourceMappingURL=(.+)$/gm;
const inlineMap = /^data:application\/json[^,]*;base64,/;

/** Reads the frames of an `Error.stack`; lines without a position are left out. */
export function parseStack(stack: string): Frame[] {
  return stack.split("\n").flatMap((line) => {
    const found = frameForm.exec(line)?.groups;
    if (!found?.file || found.file.startsWith("node:")) return [];
    return [{ file: toPath(found.file), line: Number(found.line), column: Number(found.column) }];
  });
}

/** `file:///a/b.ts` → `/a/b.ts`; a plain path stays. */
export function toPath(uri: string): string {
  return uri.startsWith("file:") ? fileURLToPath(uri) : uri;
}

/** Reads the program's source map, inline or beside it. Without one the compiled file is all there is to name. */
export function createPlaces(program: string, projectDir: string): Places {
  const text = readFileSync(program, "utf8");
  const payload = readMap(program, text);
  const map = payload && new SourceMap(payload);
  const toSource = (source: string) =>
    resolve(dirname(program), payload?.sourceRoot ?? "", toPath(source));
  const sources = new Set(payload ? payload.sources.map(toSource) : [program]);
  const lines = lineReader(program, text);

  const original = (frame: Frame): Frame => {
    if (!map || frame.file !== program) return frame;
    const entry = map.findEntry(frame.line - 1, frame.column - 1);
    if (!("originalSource" in entry)) return frame;
    return {
      file: toSource(entry.originalSource),
      line: entry.originalLine + 1,
      column: entry.originalColumn + 1,
    };
  };
  return {
    of(frames) {
      for (const frame of frames) {
        if (!frame || callsSuper(lines(frame))) continue;
        const { file, line, column } = original(frame);
        if (sources.has(file) && !file.includes(`${sep}node_modules${sep}`)) {
          return { file: relative(projectDir, file).split(sep).join("/"), line, column };
        }
      }
      return undefined;
    },
  };
}

/** A constructor on its way up to its base class is not where the resource was declared: its caller is. */
function callsSuper(textFromFrame: string): boolean {
  return /^super\s*\(/.test(textFromFrame);
}

/** The rest of the line a frame stands on, from its column; empty when it cannot be read. */
function lineReader(program: string, text: string): (frame: Frame) => string {
  const files = new Map([[program, text.split("\n")]]);
  return ({ file, line, column }) => {
    let lines = files.get(file);
    if (!lines) {
      lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
      files.set(file, lines);
    }
    return lines[line - 1]?.slice(column - 1) ?? "";
  };
}

function readMap(program: string, text: string): SourceMapPayload | undefined {
  const url = [...text.matchAll(mapComment)].pop()?.[1]?.trim();
  if (!url) return undefined;
  const inline = inlineMap.exec(url);
  if (inline) return parse(Buffer.from(url.slice(inline[0].length), "base64").toString("utf8"));
  const file = join(dirname(program), url);
  return existsSync(file) ? parse(readFileSync(file, "utf8")) : undefined;
}

function parse(json: string): SourceMapPayload {
  return JSON.parse(json) as SourceMapPayload;
}
