import { HttpError } from "./answer";
import { type ApiCall } from "./route";

const kind = "policy";
const table = String.raw`on\s+"?storage"?\."?objects"?`;
const forms = {
  create: new RegExp(String.raw`^create\s+policy\s+"((?:[^"]|"")+)"\s+${table}\b`, "i"),
  drop: new RegExp(
    String.raw`^drop\s+policy\s+(if\s+exists\s+)?"((?:[^"]|"")+)"\s+${table}\s*$`,
    "i",
  ),
  list: /^select\s+policyname\s+as\s+name\s+from\s+pg_policies\b/i,
  transaction: /^(begin|commit)$/i,
};

/**
 * As much of Postgres as row policies on `storage.objects` need: make one, drop one, list them. All statements or none.
 * Anything else is refused by name: a sandbox that nodded it through would prove nothing.
 */
export function runSql({ objects, project, body }: ApiCall): unknown[] {
  const query = body["query"];
  if (typeof query !== "string") throw new HttpError(400, "query: Required");
  const before = new Map(objects.list(project.id, kind).map(({ name, value }) => [name, value]));
  const after = new Map(before);
  let rows: unknown[] = [];
  for (const statement of statements(query)) {
    if (forms.list.test(statement)) rows = [...after.keys()].map((name) => ({ name }));
    else if (!forms.transaction.test(statement)) change(after, statement);
  }
  for (const name of before.keys()) {
    if (!after.has(name)) objects.remove(project.id, { kind, name });
  }
  for (const [name, value] of after) {
    if (before.get(name) !== value) objects.put(project, { kind, name }, value);
  }
  return rows;
}

function change(policies: Map<string, { statement?: string }>, statement: string): void {
  const made = forms.create.exec(statement)?.[1];
  const dropped = forms.drop.exec(statement);
  if (made) {
    if (policies.has(made)) throw failed(`policy "${made}" for table "objects" already exists`);
    policies.set(made, { statement });
  } else if (dropped?.[2]) {
    const [, isLenient, name] = dropped;
    if (!policies.delete(name ?? "") && !isLenient) {
      throw failed(`policy "${name}" for table "objects" does not exist`);
    }
  } else throw failed(`the sandbox cannot run ${statement.split(/\s+/).slice(0, 3).join(" ")} …`);
}

const failed = (reason: string) => new HttpError(400, `Failed to run sql query: ERROR: ${reason}`);

/** Split at semicolons outside quotes. */
function statements(query: string): string[] {
  const parts = query.match(/(?:[^;'"]|'(?:[^']|'')*'|"(?:[^"]|"")*")+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
