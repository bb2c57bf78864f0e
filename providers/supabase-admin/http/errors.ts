/** What a person reads when the API, the settings or the inputs say no. Never holds a secret's value. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
}

/** The API answered with an error. */
export class ApiError extends Refusal {
  override readonly name = "ApiError";

  constructor(
    /** HTTP status. */
    readonly status: number,
    /** `POST /v1/projects/{ref}/read-replicas/setup`. */
    readonly request: string,
    /** The API's own words, without secrets. */
    readonly reason: string,
  ) {
    super(`Supabase answered ${status} to ${request}: ${reason}`);
  }
}

/** Nobody can tell whether the API did what was asked: the reply was lost, or said that the server failed. */
export class LostReply extends Refusal {
  override readonly name = "LostReply";

  constructor(
    readonly request: string,
    reason: string,
  ) {
    super(`Supabase gave no usable answer to ${request}: ${reason}; it may have been done`);
  }
}

/** True for an answer that says "there is no such thing". */
export function isAbsent(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** True where the thing may exist after all: the reply was lost, or something of that name is there. */
export function mayExist(error: unknown): boolean {
  return error instanceof LostReply || (error instanceof ApiError && error.status === 409);
}
