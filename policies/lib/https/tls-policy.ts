import { type Value, isPropertyMap, readProperty } from "../../../core/value";
import { listed } from "../lists";
import { readText } from "../text";

/**
 * Whether a bucket's policy denies every request without TLS: all actions, to everyone, on the bucket and on its objects,
 * under no other condition that would let some through.
 */
export function deniesPlainRequests(document: Value): boolean {
  const statements = readProperty(document, ["Statement"]);
  if (statements.state !== "known") return false;
  const denying = listed(statements.value).filter(isDenyWithoutTls);
  const resources = denying.flatMap((one) => (isPropertyMap(one) ? listed(one.Resource) : []));
  return resources.some(isBucket) && resources.some(isObjects);
}

function isDenyWithoutTls(statement: Value): boolean {
  if (!isPropertyMap(statement)) return false;
  const { Principal, Action, Condition } = statement;
  return (
    readText(statement, ["Effect"]) === "Deny" &&
    (Principal === "*" || listed(readAws(Principal)).includes("*")) &&
    listed(Action).some((action) => action === "s3:*" || action === "*") &&
    isPlainOnly(Condition)
  );
}

/** `{ AWS: "*" }` means everyone too. */
function readAws(principal: Value | undefined): Value | undefined {
  return isPropertyMap(principal) ? principal.AWS : undefined;
}

/** Further operators and keys would all have to hold before anything is denied. */
function isPlainOnly(condition: Value | undefined): boolean {
  if (!isPropertyMap(condition) || Object.keys(condition).length !== 1) return false;
  const { Bool } = condition;
  if (!isPropertyMap(Bool) || Object.keys(Bool).length !== 1) return false;
  const [key, value] = Object.entries(Bool)[0] ?? [];
  // Keys of conditions are read without regard to case.
  return key?.toLowerCase() === "aws:securetransport" && listed(value).every(isFalse);
}

const isFalse = (value: Value) => value === false || value === "false";

const isBucket = (resource: Value) =>
  resource === "*" || (typeof resource === "string" && !resource.includes("/"));

const isObjects = (resource: Value) =>
  resource === "*" || (typeof resource === "string" && resource.endsWith("/*"));
