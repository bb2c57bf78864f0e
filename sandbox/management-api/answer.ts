import { type StoredValue } from "../ledger/record";

/** What goes back over HTTP. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** An error in the form of the Management API. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** The Storage API repeats the status and names the kind of error. */
    readonly storage?: { statusCode: string; error: string },
  ) {
    super(message);
  }
}

export type Body = Readonly<Record<string, StoredValue>>;

export const ok = (body: unknown = {}): Answer => ({ status: 200, body });
export const created = (body: unknown = {}): Answer => ({ status: 201, body });

export function errorAnswer({ status, message, storage }: HttpError): Answer {
  return { status, body: { ...storage, message } };
}
