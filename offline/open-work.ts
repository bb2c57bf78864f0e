import { createHook } from "node:async_hooks";

/** Tells what a run still has open, as far as it keeps Node's event loop alive: timers, files, sockets, children. */
export interface OpenWork {
  /** Kinds as Node names them (`Timeout`, `FSReqCallback`), sorted, once each. Empty when only promises could go on. */
  open(): string[];
  stop(): void;
}

/** Handles know themselves whether they keep the loop alive. */
const handleKinds = new Set([
  "Immediate",
  "MESSAGEPORT",
  "PIPESERVERWRAP",
  "PIPEWRAP",
  "PROCESSWRAP",
  "TCPSERVERWRAP",
  "TCPWRAP",
  "Timeout",
  "UDPWRAP",
  "WORKER",
]);

/** Requests do not: Node lists those of the whole process, under another name. */
const requestKinds: Readonly<Record<string, string>> = {
  FSREQCALLBACK: "FSReqCallback",
  FSREQPROMISE: "FSReqPromise",
  GETADDRINFOREQWRAP: "GetAddrInfoReqWrap",
  GETNAMEINFOREQWRAP: "GetNameInfoReqWrap",
  PIPECONNECTWRAP: "PipeConnectWrap",
  TCPCONNECTWRAP: "TCPConnectWrap",
};

interface Handle {
  hasRef?: () => boolean;
  /** Timers only: they still call themselves referenced when they have fired or were cleared. */
  _destroyed?: boolean;
}

/**
 * `mine` says whether the code that runs now belongs to the run. There is no `destroy` hook: with one, Node tracks
 * the collection of every promise, and a run of 1,000 resources takes twice as long.
 */
export function watchOpenWork(mine: () => boolean): OpenWork {
  const handles: { kind: string; handle: Handle }[] = [];
  const requests = new Set<string>();
  const hook = createHook({
    init(_id, kind, _trigger, handle: Handle) {
      const request = requestKinds[kind];
      if ((!request && !handleKinds.has(kind)) || !mine()) return;
      if (request) requests.add(request);
      else handles.push({ kind, handle });
    },
  }).enable();
  return {
    open() {
      const alive = handles.filter(({ handle }) => isAlive(handle)).map(({ kind }) => kind);
      const pending = process.getActiveResourcesInfo().filter((name) => requests.has(name));
      return [...new Set([...alive, ...pending])].sort();
    },
    stop: () => void hook.disable(),
  };
}

function isAlive(handle: Handle): boolean {
  return !handle._destroyed && handle.hasRef?.() === true;
}
