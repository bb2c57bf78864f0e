import * as ts from "typescript";

/** An interface of args, as its doc comments describe it. */
export interface ArgsTable {
  name: string;
  /** What the interface is. */
  summary: string;
  fields: ArgsField[];
}

export interface ArgsField {
  name: string;
  required: boolean;
  /** As a reader needs it: short unions of literals spelt out, without `undefined`. */
  type: string;
  description: string;
  default?: string;
}

/** Longer lists are named, not spelt out. */
const literalsShown = 8;

/** The interface of that name and every interface of ours that its fields lead to, in the order of their mention. */
export function readArgs(program: ts.Program, file: string, name: string): ArgsTable[] {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`no source ${file}`);
  const root = source.statements
    .filter(ts.isInterfaceDeclaration)
    .find((it) => it.name.text === name);
  if (!root) throw new Error(`no interface ${name} in ${file}`);
  const reader = new Reader(program.getTypeChecker());
  const tables: ArgsTable[] = [];
  const queue = [root];
  for (const next of queue) {
    const { table, mentioned } = reader.read(next);
    tables.push(table);
    for (const it of mentioned) if (!queue.includes(it)) queue.push(it);
  }
  return tables;
}

class Reader {
  #mentioned: ts.InterfaceDeclaration[] = [];

  constructor(private readonly checker: ts.TypeChecker) {}

  read(declaration: ts.InterfaceDeclaration) {
    this.#mentioned = [];
    const fields = this.#properties(declaration).map((property) => this.#field(property));
    const table: ArgsTable = {
      name: declaration.name.text,
      summary: summaryOf(declaration),
      fields,
    };
    return { table, mentioned: this.#mentioned };
  }

  /** Own ones first: what makes the interface itself. */
  #properties(declaration: ts.InterfaceDeclaration): ts.PropertySignature[] {
    const bases = (declaration.heritageClauses ?? []).flatMap(({ types }) =>
      types.flatMap((type) => this.#interfaceOf(type.expression) ?? []),
    );
    return [
      ...declaration.members.filter(ts.isPropertySignature),
      ...bases.flatMap((base) => this.#properties(base)),
    ];
  }

  #field(property: ts.PropertySignature): ArgsField {
    const fallback = ts.getJSDocTags(property).find(({ tagName }) => tagName.text === "default");
    return {
      name: property.name.getText(),
      required: !property.questionToken,
      type: property.type ? this.#print(property.type) : "unknown",
      description: summaryOf(property),
      ...(fallback && { default: oneLine(ts.getTextOfJSDocComment(fallback.comment)) }),
    };
  }

  #print(node: ts.TypeNode): string {
    if (ts.isUnionTypeNode(node)) return this.#union(node.types);
    if (ts.isArrayTypeNode(node)) return arrayOf(this.#print(node.elementType));
    if (ts.isTypeReferenceNode(node)) return this.#reference(node);
    return oneLine(node.getText());
  }

  #union(types: readonly ts.TypeNode[]): string {
    return types
      .filter(({ kind }) => kind !== ts.SyntaxKind.UndefinedKeyword)
      .map((type) => this.#print(type))
      .join(" | ");
  }

  #reference(node: ts.TypeReferenceNode): string {
    const declaration = this.#declarationOf(node.typeName);
    if (declaration && ts.isInterfaceDeclaration(declaration) && isOurs(declaration)) {
      this.#mentioned.push(declaration);
      return declaration.name.text;
    }
    if (declaration && ts.isTypeAliasDeclaration(declaration) && isOurs(declaration)) {
      return this.#alias(node, declaration);
    }
    const args = node.typeArguments?.map((arg) => this.#print(arg)).join(", ");
    return args ? `${node.typeName.getText()}<${args}>` : node.typeName.getText();
  }

  #alias(node: ts.TypeReferenceNode, { type }: ts.TypeAliasDeclaration): string {
    const resolved = this.checker.getTypeFromTypeNode(node);
    const members = resolved.isUnion() ? resolved.types : [];
    const literals = members.flatMap((it) => (it.isLiteral() ? [JSON.stringify(it.value)] : []));
    if (literals.length < members.length || members.length === 0) return this.#print(type);
    return literals.length > literalsShown ? node.typeName.getText() : literals.join(" | ");
  }

  #interfaceOf(node: ts.Node): ts.InterfaceDeclaration | undefined {
    const declaration = this.#declarationOf(node);
    return declaration && ts.isInterfaceDeclaration(declaration) ? declaration : undefined;
  }

  #declarationOf(node: ts.Node): ts.Declaration | undefined {
    const symbol = this.checker.getSymbolAtLocation(node);
    if (!symbol) return undefined;
    const isImport = symbol.flags & ts.SymbolFlags.Alias;
    return (isImport ? this.checker.getAliasedSymbol(symbol) : symbol).declarations?.[0];
  }
}

function arrayOf(type: string): string {
  return type.includes(" | ") ? `(${type})[]` : `${type}[]`;
}

function isOurs(declaration: ts.Declaration): boolean {
  return !declaration.getSourceFile().fileName.includes("/node_modules/");
}

function summaryOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node);
  return comment && ts.isJSDoc(comment) ? oneLine(ts.getTextOfJSDocComment(comment.comment)) : "";
}

function oneLine(text = ""): string {
  return text.replace(/\s+/g, " ").trim();
}
