import { type StoredMap } from "../ledger/record";
import { type Body, HttpError, ok } from "./answer";
import { boolean, type Field, integer, matching, orNull, take, texts } from "./fields";
import { type ApiCall, type Route } from "./route";

const kind = "bucket";
const limit = integer(1, 536_870_912_000);

const settings: Readonly<Record<string, Field>> = {
  public: boolean,
  file_size_limit: orNull(limit),
  allowed_mime_types: orNull(texts),
};

const name = matching(/^[A-Za-z0-9_!.*'() &$=@;:+,?-]{1,100}$/);

const defaults = { public: false, file_size_limit: null, allowed_mime_types: null };

/** A project's Storage API, below `/storage/v1`. */
export const bucketRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/bucket",
    kind,
    op: "create",
    answer: ({ objects, project, body }) => {
      const given = taken(body, { name }, ["name"]);
      const made = { ...defaults, ...given };
      const part = { kind, name: given["name"] as string };
      if (objects.get(project.id, part)) {
        throw storageError(400, "409", "Duplicate", "The resource already exists");
      }
      objects.put(project, part, { ...made, id: part.name });
      return ok({ name: part.name });
    },
  },
  { method: "GET", path: "/bucket/*", kind, op: "read", answer: (call) => ok(found(call)) },
  {
    method: "PUT",
    path: "/bucket/*",
    kind,
    op: "update",
    answer: (call) => {
      const change = taken(call.body, {}, []);
      const before = found(call);
      const part = { kind, name: call.params[0] ?? "" };
      call.objects.put(call.project, part, { ...before, ...change });
      return ok({ message: "Successfully updated" });
    },
  },
  {
    method: "DELETE",
    path: "/bucket/*",
    kind,
    op: "delete",
    answer: (call) => {
      found(call);
      call.objects.remove(call.project.id, { kind, name: call.params[0] ?? "" });
      return ok({ message: "Successfully deleted" });
    },
  },
];

function taken(body: Body, more: Readonly<Record<string, Field>>, required: string[]): StoredMap {
  try {
    return take(body, { ...settings, ...more }, required);
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    throw storageError(400, "400", "Error", error.message);
  }
}

function found({ objects, project, params }: ApiCall): StoredMap {
  const bucket = objects.get(project.id, { kind, name: params[0] ?? "" });
  if (bucket) return bucket;
  throw storageError(400, "404", "Bucket not found", "Bucket not found");
}

function storageError(status: number, statusCode: string, error: string, message: string) {
  return new HttpError(status, message, { statusCode, error });
}
