import { timingSafeEqual } from "node:crypto";
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { UserError } from "../../core/errors";
import { type Failure, type Question, type Request } from "../client/protocol";

/** Answers a question. `held` is called with what to do once the connection is closed. */
export type Answerer = (question: Question, held: (whenClosed: () => void) => void) => unknown;

const longestLine = 64 * 1024;
const lineWithinMs = 5_000;

/**
 * The daemon's own door, on loopback: one line of JSON in, one line out. A caller shows the token that only the owner
 * of the cloud's folder can read; anybody else is cut off without an answer.
 */
export class Control {
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor(
    private readonly token: string,
    private readonly answer: Answerer,
  ) {
    this.#server = createServer((socket) => this.#serve(socket));
  }

  /** Answers the port. */
  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () =>
        resolve((this.#server.address() as AddressInfo).port),
      );
    });
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroySoon();
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => this.#sockets.delete(socket));
    socket.setTimeout(lineWithinMs, () => socket.destroy());
    let text = "";
    const read = (chunk: string) => {
      text += chunk;
      const end = text.indexOf("\n");
      if (end >= 0) {
        socket.off("data", read).setTimeout(0).resume();
        void this.#reply(socket, text.slice(0, end));
      } else if (text.length > longestLine) socket.destroy();
    };
    socket.setEncoding("utf8").on("data", read);
  }

  async #reply(socket: Socket, line: string): Promise<void> {
    const request = parse(line);
    if (!request || !sameToken(request.token, this.token)) return void socket.destroy();
    let isHeld = false;
    const held = (whenClosed: () => void) => {
      isHeld = true;
      if (socket.destroyed) whenClosed();
      else socket.once("close", whenClosed);
    };
    const reply = await this.#try(request, held);
    socket.write(`${JSON.stringify(reply)}\n`);
    if (!isHeld) socket.end();
  }

  async #try(request: Request, held: (whenClosed: () => void) => void): Promise<object> {
    try {
      return { answer: await this.answer(request, held) };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }
}

/** What a person can mend goes as it is; anything else is a bug, of which the log tells more. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UserError) return { problems: error.problems, exitCode: error.exitCode };
  const found = `the sandbox failed: ${error instanceof Error ? error.message : String(error)}`;
  return { problems: [{ where: {}, found }], exitCode: 2 };
}

function parse(line: string): Request | undefined {
  try {
    return JSON.parse(line) as Request;
  } catch {
    return undefined;
  }
}

function sameToken(given: unknown, expected: string): boolean {
  if (typeof given !== "string" || given.length !== expected.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(expected));
}
