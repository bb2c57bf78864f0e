/** One table of `hosts/tables`: the modules of the vendors that have the file, by name, held to their contract. */
export interface Table {
  /** Name of the table, and of its one export. */
  name: string;
  /** File of a vendor's folder that it collects. */
  file: string;
  /** What the file exports, from `hosts/contract/<name>.ts`. */
  contract: string;
  /** Who loads it. */
  about: string;
  /** Whether every vendor has the file. */
  whole?: boolean;
}

export const tables: readonly Table[] = [
  {
    name: "facts",
    file: "index.ts",
    contract: "VendorFacts",
    whole: true,
    about: "What is true of each vendor. Loaded by everybody.",
  },
  {
    name: "renderings",
    file: "render.ts",
    contract: "VendorRendering",
    about: "What each vendor's files are. Loaded by who declares a stack or writes its files.",
  },
  {
    name: "declarations",
    file: "declare.ts",
    contract: "VendorDeclaration",
    about:
      "What is declared in a vendor's cloud. Loaded by who declares a stack, with the vendors' SDKs.",
  },
  {
    name: "pricings",
    file: "cost.ts",
    contract: "VendorPricing",
    about: "What each vendor bills. Loaded by who estimates.",
  },
];

export function tableFile({ name }: Table): string {
  return `hosts/tables/${name}.ts`;
}

/** Modules of the project, so that the compiler, the bundler and the linter see them as they see any import. */
export function tableText(
  { name, file, contract, about, whole = false }: Table,
  vendors: readonly string[],
  exists: (file: string) => boolean,
): string {
  const having = vendors.filter((vendor) => exists(`hosts/${vendor}/${file}`));
  const module = file === "index.ts" ? "" : `/${file.replace(/\.ts$/, "")}`;
  const all = `Record<Vendor, ${contract}>`;
  return [
    "// Written by scripts/generate-host-tables.ts from hosts/vendors.ts and the vendors' folders. Do not edit.",
    `import type { ${contract} } from "../contract/${name}";`,
    ...[...having].sort().map((vendor) => `import * as ${vendor} from "../${vendor}${module}";`),
    'import type { Vendor } from "../vendors";',
    "",
    `/** ${about} */`,
    `export const ${name} = {`,
    ...having.map((vendor) => `  ${vendor},`),
    `} satisfies ${whole ? all : `Partial<${all}>`};`,
    "",
  ].join("\n");
}
