import { connect } from "node:net";

const EVERY_MS = 1000;
/** One refused connection may be a full backlog; two in a row are an engine that is gone. */
const REFUSALS = 2;

/**
 * Calls `gone` once when the engine is no more: its process is not our parent any longer, or nobody listens at its
 * address. The official host asks every five minutes; after a `kill -9` of the engine that leaves processes behind
 * for as long.
 */
export function watchEngine(address: () => string, gone: () => void): NodeJS.Timeout {
  const parent = process.ppid;
  let refusals = 0;
  const timer = setInterval(() => {
    if (process.ppid !== parent) return end();
    ask(address(), (refused) => {
      refusals = refused ? refusals + 1 : 0;
      if (refusals >= REFUSALS) end();
    });
  }, EVERY_MS);
  const end = () => {
    clearInterval(timer);
    gone();
  };
  return timer;
}

function ask(address: string, answer: (refused: boolean) => void): void {
  const [, host, port] = /^(.*):(\d+)$/.exec(address) ?? [];
  if (!port) return;
  const socket = connect({ host: host || "127.0.0.1", port: Number(port) });
  socket.once("connect", () => {
    socket.destroy();
    answer(false);
  });
  socket.once("error", (error: NodeJS.ErrnoException) => answer(error.code === "ECONNREFUSED"));
}
