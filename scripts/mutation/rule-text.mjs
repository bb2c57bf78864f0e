/**
 * Tells Stryker what of a rule is text for people and no behaviour: fields of `defineRule`, and how options are described.
 * A changed word there is no change of what the rule answers, and docs/rules shows it as it stands.
 */
const textFields = new Set(["id", "title", "why", "fix", "severity", "topics", "references"]);

/** Answers why Stryker makes no mutants below this Babel path, or nothing where it does. */
export function shouldIgnore(path) {
  if (isTextField(path)) return `${path.node.key.name} of a rule is text`;
  if (isDescription(path)) return "what an option's description says is text";
  return undefined;
}

/** A field of the object that `defineRule` is called with, not one of an object deeper in it. */
function isTextField(path) {
  const { node, parentPath: object } = path;
  if (!path.isObjectProperty() || node.computed || !textFields.has(node.key.name)) return false;
  const call = object.parentPath;
  return (
    call?.isCallExpression() === true &&
    call.node.arguments[0] === object.node &&
    call.get("callee").isIdentifier({ name: "defineRule" })
  );
}

/** The sentence in `z.int().describe("…")`. */
function isDescription(path) {
  const { node, parentPath: call } = path;
  return (
    path.isStringLiteral() &&
    call?.isCallExpression() === true &&
    call.node.arguments[0] === node &&
    call.get("callee").isMemberExpression() &&
    call.node.callee.property.name === "describe"
  );
}

export const strykerPlugins = [{ kind: "Ignore", name: "rule-text", value: { shouldIgnore } }];
