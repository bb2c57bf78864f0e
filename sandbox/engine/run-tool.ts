import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";

export interface ToolRun {
  command: string;
  args: string[];
  cwd?: string;
  env: NodeJS.ProcessEnv;
  /** Called for each line that the tool writes, to either stream. */
  onLine?: (line: string) => void;
  /** Called with the process id as soon as there is one. */
  onStart?: (pid: number) => void;
}

export interface ToolResult {
  /** Exit code; -1 for a signal; undefined when the tool could not be started. */
  code: number | undefined;
  /** The last lines of both streams, for a message. */
  tail: string[];
}

const TAIL_LINES = 8;
/** Of POSIX's 0 to 19: other work goes first. */
const LOW_PRIORITY = 10;

const running = new Set<ChildProcess>();
let stopping = false;

/** Runs a tool at low priority to its end. It and all it starts end when this process does. */
export function runTool({
  command,
  args,
  cwd,
  env,
  onLine,
  onStart,
}: ToolRun): Promise<ToolResult> {
  return new Promise((resolve) => {
    const tail: string[] = [];
    const detached = process.platform !== "win32";
    const child = spawn(command, args, { cwd, env, detached, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => interrupt(child);
    running.add(child);
    process.once("exit", stop);
    const settle = (code: number | undefined) => {
      running.delete(child);
      process.removeListener("exit", stop);
      // Whoever stopped the tools goes on; who waited for this one would only start the next.
      if (!stopping) resolve({ code, tail });
    };
    if (child.pid !== undefined) started(child.pid, onStart);
    for (const stream of [child.stdout, child.stderr]) {
      forEachLine(stream, (line) => {
        tail.push(line);
        if (tail.length > TAIL_LINES) tail.shift();
        onLine?.(line);
      });
    }
    child.once("error", (error) => {
      tail.push(error.message);
      settle(undefined);
    });
    child.once("close", (code) => settle(code ?? -1));
  });
}

/** Before this process ends: interrupts what runs and gives it 5 seconds to clean up behind itself. */
export async function stopTools(): Promise<void> {
  stopping = true;
  const ended = [...running].map((child) => {
    interrupt(child);
    return new Promise((resolve) => child.once("close", resolve));
  });
  await Promise.race([Promise.all(ended), new Promise((resolve) => setTimeout(resolve, 5000))]);
}

function started(pid: number, onStart?: (pid: number) => void): void {
  onStart?.(pid);
  try {
    setPriority(pid, LOW_PRIORITY);
  } catch {
    // Already gone, or not ours to set: only politeness is lost.
  }
}

function interrupt(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGINT");
  } catch {
    // Already gone.
  }
}

function forEachLine(stream: NodeJS.ReadableStream, take: (line: string) => void): void {
  let open = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (open + text).split(/\r?\n|\r/);
    open = lines.pop() ?? "";
    lines.filter((line) => line.trim()).forEach(take);
  });
  stream.on("end", () => open.trim() && take(open));
}
