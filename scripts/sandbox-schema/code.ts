import ts from "typescript";

/** What stands in an SDK's code and not in its types. */
export interface CodeFacts {
  /** `__pulumiType` of each class: `vercel:index/project:Project`. */
  types: Map<string, string>;
  /** First arguments of `pulumi.runtime.invoke`. */
  invokes: string[];
  /** Inputs wrapped by `pulumi.secret(args.x)`, and names in lists of secrets. */
  secretInputs: string[];
  secretOutputs: string[];
}

/** Walks a module's code once. */
export function readCode(file: ts.SourceFile): CodeFacts {
  const facts: CodeFacts = {
    types: new Map(),
    invokes: [],
    secretInputs: [],
    secretOutputs: [],
  };
  const constants = constantsOf(file);
  const visit = (node: ts.Node, className: string | undefined): void => {
    const inside = ts.isClassDeclaration(node) ? node.name?.text : className;
    for (const read of readers) read(node, facts, { className: inside, constants });
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, undefined);
  return facts;
}

/** What surrounds a node. */
interface Around {
  className: string | undefined;
  /** Strings that the module gives a name to. */
  constants: ReadonlyMap<string, string>;
}

type Reader = (node: ts.Node, facts: CodeFacts, around: Around) => void;

const readers: readonly Reader[] = [readStaticType, readAssignedType, readCall, readSecretNames];

/** `const token = "…"` at the top of the module. */
function constantsOf(file: ts.SourceFile): Map<string, string> {
  const statements = file.statements.filter(ts.isVariableStatement);
  const declarations = statements.flatMap(({ declarationList }) => [
    ...declarationList.declarations,
  ]);
  return new Map(
    declarations.flatMap(({ name, initializer }) => {
      const text = initializer && literalOf(initializer);
      return text !== undefined && ts.isIdentifier(name) ? [[name.text, text] as const] : [];
    }),
  );
}

/** `static __pulumiType = "…"` in the class. */
function readStaticType(node: ts.Node, facts: CodeFacts, { className }: Around): void {
  if (!ts.isPropertyDeclaration(node) || !ts.isIdentifier(node.name)) return;
  if (node.name.text !== typeField || !className || !node.initializer) return;
  const token = literalOf(node.initializer);
  if (token !== undefined) facts.types.set(className, token);
}

/** `Project.__pulumiType = "…"` after it, as older compilers write it. */
function readAssignedType(node: ts.Node, facts: CodeFacts): void {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
  const { left } = node;
  if (!ts.isPropertyAccessExpression(left) || left.name.text !== typeField) return;
  const token = literalOf(node.right);
  if (token !== undefined && ts.isIdentifier(left.expression)) {
    facts.types.set(left.expression.text, token);
  }
}

const typeField = "__pulumiType";

function readCall(node: ts.Node, facts: CodeFacts, { constants }: Around): void {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
  const [first] = node.arguments;
  if (!first) return;
  if (node.expression.name.text === "invoke") {
    const token = ts.isIdentifier(first) ? constants.get(first.text) : literalOf(first);
    if (token !== undefined) facts.invokes.push(token);
  }
  if (node.expression.name.text === "secret") addArgument(first, facts.secretInputs);
}

/** `args.x`, `args?.x` */
function addArgument(node: ts.Expression, to: string[]): void {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    if (node.expression.text === "args") to.push(node.name.text);
  }
}

/** Lists of names: the option that the SDK's generator writes, and the same in tables. */
const secretLists = new Map<string, keyof Pick<CodeFacts, "secretInputs" | "secretOutputs">>([
  ["additionalSecretOutputs", "secretOutputs"],
  ["secretInputs", "secretInputs"],
  ["secretOutputs", "secretOutputs"],
]);

function readSecretNames(node: ts.Node, facts: CodeFacts): void {
  if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name)) return;
  const kind = secretLists.get(node.name.text);
  if (!kind || !ts.isArrayLiteralExpression(node.initializer)) return;
  for (const element of node.initializer.elements) {
    const name = literalOf(element);
    if (name !== undefined) facts[kind].push(name);
  }
}

function literalOf(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}
