/** Who may import whom. Each rule carries the sentence that explains it to the person who broke it. */
const ours =
  "^(index\\.ts|bootstrap\\.ts|core|catalogue|hosts|config|components|cost|policies|gate|report|offline|state|rpc|providers|sandbox|operations|cli|render|runtime|bench|scripts)(/|$)";

/** Where everybody asks what is true of the vendors. */
const factsOfHosts = "^hosts/(index|services|places)\\.ts$";

/** Held to whatever is loaded in the end, not only to what is imported first. */
const neverReaches = (name, comment, from, path) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path, reachable: true },
});

const mayOnlyImport = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: ours, pathNot: [from, ...allowed] },
});

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Two modules that need each other are one module or lack a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A module that nobody imports and that imports nobody is dead.",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.(config|d)\\.([mc]?ts|mjs|cjs)$",
          "^scripts/",
          "^\\.",
          "^runtime/",
          "^eslint",
        ],
      },
      to: {},
    },
    mayOnlyImport(
      "core-imports-nothing",
      "core is the words that everything shares; it must be readable alone.",
      "^core/",
      [],
    ),
    mayOnlyImport(
      "catalogue-knows-core-only",
      "Facts about the outside world depend on no decision of ours.",
      "^catalogue/",
      ["^core/"],
    ),
    mayOnlyImport(
      "hosts-are-whole",
      "Everything of a hosting vendor is in its one folder: its facts, its files, its resources and its bill.",
      "^hosts/",
      ["^core/", "^catalogue/", "^render/", "^components/", "^cost/"],
    ),
    neverReaches(
      "facts-of-hosts-stay-facts",
      "Settings, rules and reports load the facts of every vendor; with them they must not load what writes its files, declares its resources or reckons its bill.",
      factsOfHosts,
      "^(render|components|cost|providers)/|^hosts/tables/(?!facts)|node_modules/@pulumi",
    ),
    neverReaches(
      "files-of-hosts-stay-pure",
      "A vendor's file is text out of a spec, so that the command writes it without declaring anything.",
      "^hosts/(files|tables/renderings)\\.ts$",
      "^(components|cost|providers)/|node_modules/@pulumi",
    ),
    neverReaches(
      "bills-of-hosts-stay-pure",
      "An estimate declares nothing, whoever's prices it reckons with.",
      "^hosts/tables/pricings\\.ts$",
      "^(components|providers)/|node_modules/@pulumi",
    ),
    {
      name: "hosts-are-met-at-their-tables",
      comment: "Who names a vendor's folder would have to name the next vendor's too.",
      severity: "error",
      from: { path: ours, pathNot: "^hosts/" },
      to: {
        path: "^hosts/",
        pathNot: [factsOfHosts, "^hosts/(vendors|files|contract/[^/]+|tables/[^/]+)\\.ts$"],
      },
    },
    mayOnlyImport(
      "config-stays-below-components",
      "What a stack may say is known without knowing how it is declared.",
      "^config/",
      ["^core/", "^catalogue/", factsOfHosts],
    ),
    mayOnlyImport(
      "components-do-not-read-config",
      "index.ts hands settings over as args, in plain sight, so that a component can be used twice and by others.",
      "^components/",
      ["^core/", "^catalogue/", "^hosts/", "^render/", "^providers/[^/]+/sdk/"],
    ),
    mayOnlyImport(
      "render-is-pure",
      "Rendering is text out of a spec, so that the component that declares it and the command that writes it agree.",
      "^render/",
      ["^core/", "^catalogue/", factsOfHosts],
    ),
    mayOnlyImport(
      "cost-is-pure",
      "An estimate is prices, declared resources and usage: the same to the cent wherever it is made.",
      "^cost/",
      ["^core/", "^catalogue/", factsOfHosts, "^hosts/(contract/|tables/pricings)"],
    ),
    mayOnlyImport(
      "rules-stay-pure",
      "Rules know type tokens and inputs, so that they also judge state written last year and a refactored component cannot weaken them.",
      "^policies/",
      ["^core/", "^catalogue/", factsOfHosts, "^cost/"],
    ),
    mayOnlyImport(
      "gate-is-above-rules-alone",
      "The gate judges changes by the rules' own words; how a preview was made is the business of who calls it.",
      "^gate/",
      ["^core/", "^catalogue/", "^cost/", "^policies/"],
    ),
    mayOnlyImport(
      "report-is-told",
      "A report is made of what a run left, whoever ran it; it runs nothing and judges nothing.",
      "^report/",
      ["^core/", "^catalogue/", factsOfHosts, "^cost/"],
    ),
    mayOnlyImport(
      "operations-decide",
      "What to check, return to or clean up is decided from facts; a command gathers them, asks, and carries out.",
      "^operations/",
      ["^core/", "^catalogue/", factsOfHosts],
    ),
    mayOnlyImport(
      "offline-runs-the-program-only",
      "The offline monitor stands in for the engine; it judges nothing.",
      "^offline/",
      ["^core/"],
    ),
    mayOnlyImport(
      "state-knows-no-command",
      "Recovery works on state and pending operations, whoever asks.",
      "^state/",
      ["^core/"],
    ),
    mayOnlyImport(
      "rpc-is-the-wire-alone",
      "What travels between the engine and a provider is the same for every provider, ours and the sandbox's.",
      "^rpc/",
      ["^core/"],
    ),
    mayOnlyImport(
      "providers-stand-alone",
      "A provider plugin is a process of its own, that a real run starts too: it knows no program and no sandbox.",
      "^providers/",
      ["^core/", "^rpc/"],
    ),
    mayOnlyImport(
      "sandbox-is-a-cloud",
      "A cloud knows no program: not our components, settings or rules.",
      "^sandbox/",
      ["^core/", "^rpc/"],
    ),
    mayOnlyImport(
      "cli-goes-through-the-engine",
      "The CLI reaches the program only through the engine or the offline run.",
      "^cli/",
      [
        "^core/",
        "^catalogue/",
        factsOfHosts,
        "^hosts/files\\.ts$",
        "^config/",
        "^cost/",
        "^policies/",
        "^gate/",
        "^offline/",
        "^operations/",
        "^render/",
        "^report/",
        "^state/",
        "^sandbox/",
      ],
    ),
    {
      name: "only-the-cli-and-tests-use-the-sandbox",
      comment: "Nothing that runs against a real cloud may load the sandbox.",
      severity: "error",
      from: { pathNot: ["^sandbox/", "^cli/", "^test/", "^scripts/", "^bench/"] },
      to: { path: "^sandbox/" },
    },
    {
      name: "vendor-sdk-behind-its-file",
      comment:
        "Only components/<capability>/<vendor>.ts and hosts/<vendor>/declare.ts import a vendor's SDK, so that an upgrade touches one file a capability.",
      severity: "error",
      from: {
        path: "^(index\\.ts|bootstrap\\.ts|core|catalogue|config|policies|offline|state|cli|components/(component|[^/]+/index)\\.ts)",
      },
      to: {
        path: "node_modules/(@pulumi/(aws|digitalocean|github|random|supabase)|@pulumiverse)|^sdks/|^providers/",
      },
    },
    {
      name: "only-load-reads-engine-config",
      comment: "Settings are pure but for config/load.ts; a second reader would see other values.",
      severity: "error",
      from: { path: "^(core|catalogue|config)/", pathNot: "^config/load\\.ts$" },
      to: { path: "node_modules/@pulumi/" },
    },
    {
      name: "nothing-imports-tests",
      comment: "Tests look at the program, never the other way round.",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^sdks/", "^dist/"] },
    exclude: { path: ["^dist/", "/bin/", "^\\.groundwork/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      conditionNames: ["require", "node", "default"],
      exportsFields: ["exports"],
    },
  },
};
