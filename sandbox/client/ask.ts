import { createConnection, type Socket } from "node:net";
import { UserError } from "../../core/errors";
import { type Answers, type Failure, type Question } from "./protocol";
import { type RunInfo } from "./run-file";

const answerWithinMs = 10_000;

/** Asks a daemon something. Undefined when nobody is there; throws `UserError` with what the daemon refuses. */
export async function ask<Q extends Question>(
  run: RunInfo,
  question: Q,
): Promise<Answers[Q["ask"]] | undefined> {
  const asked = await askAndKeep(run, question);
  asked?.socket.destroy();
  return asked?.answer;
}

/** The same, and hands over the connection, which is the lease. */
export async function askAndKeep<Q extends Question>(
  run: RunInfo,
  question: Q,
): Promise<{ answer: Answers[Q["ask"]]; socket: Socket } | undefined> {
  const socket = createConnection({ host: "127.0.0.1", port: run.control });
  socket.write(`${JSON.stringify({ token: run.token, ...question })}\n`);
  const line = await firstLine(socket);
  if (line === undefined) {
    socket.destroy();
    return undefined;
  }
  const reply = JSON.parse(line) as { answer: Answers[Q["ask"]] } | { failure: Failure };
  if ("answer" in reply) return { answer: reply.answer, socket };
  socket.destroy();
  throw new UserError(reply.failure.problems, reply.failure.exitCode);
}

/** Undefined when the connection fails or ends first, or stays silent: a stranger may have the port by now. */
function firstLine(socket: Socket): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const settle = (line?: string) => {
      socket.removeAllListeners("data").setTimeout(0);
      resolve(line);
    };
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => {
      text += chunk;
      const end = text.indexOf("\n");
      if (end >= 0) settle(text.slice(0, end));
    });
    socket.on("error", () => settle());
    socket.on("close", () => settle());
    socket.setTimeout(answerWithinMs, () => settle());
  });
}
