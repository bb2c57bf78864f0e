/** A change that breaks `Pulumi.prod.yaml`, and the path that both the parser and the JSON Schema must name. */
export interface Broken {
  name: string;
  /** Path below `config:` and what is put there; `undefined` takes the key out. */
  at: string;
  value: unknown;
  /** The path that is reported. */
  path: string;
}

const waiver = {
  rule: "csp-no-unsafe",
  target: "web",
  reason: "the editor evaluates code",
  owner: "web-team",
  expires: "2027-03-31",
};

/** Broken below the very path that is changed. */
const at = (path: string, name: string, value: unknown): Broken => ({
  name,
  at: path,
  value,
  path,
});

export const broken: Broken[] = [
  at("groundwork:database", "a section is missing", undefined),
  at("groundwork:polcy", "a section is misspelt", {}),
  at("groundwork:stack", "a section is text", "prod"),
  at("groundwork:stack.tier", "the tier does not exist", "production"),
  at("groundwork:stack.product", "the product has blanks", "Velocity Platform"),
  at("groundwork:stack.owner", "the owner is blank", " "),
  at("groundwork:hosting.name", "the project has no name", undefined),
  at("groundwork:hosting.name", "the project's name is too long", "x".repeat(53)),
  at("groundwork:hosting.nodeVersion", "the Node.js version is not offered", "23.x"),
  at(
    "groundwork:hosting.gitRepository.repo",
    "the repository is a URL",
    "https://github.com/velocity/velocity-platform",
  ),
  at(
    "groundwork:hosting.resourceConfig.functionDefaultRegions[1]",
    "a function region is misspelt",
    "iad2",
  ),
  at(
    "groundwork:hosting.resourceConfig.functionDefaultTimeout",
    "the timeout is above Vercel's limit",
    901,
  ),
  at("groundwork:hosting.resourceConfig.functionDefaultTimeout", "the timeout is text", "30"),
  at('groundwork:hosting.domains["https://app.velocity-platform.com"]', "a domain is a URL", {}),
  at(
    'groundwork:hosting.domains["www.velocity-platform.com"].redirectStatusCode',
    "a redirect has another status",
    303,
  ),
  at("groundwork:hosting.variables.LOG_LEVEL", "a variable is a number", 3),
  at("groundwork:hosting.variables.LOG-LEVEL", "a variable's name has a hyphen", "info"),
  {
    name: "a variable goes to an environment that Vercel does not have",
    at: "groundwork:hosting.variables.ANALYTICS_API_KEY.targets",
    value: ["staging"],
    path: "groundwork:hosting.variables.ANALYTICS_API_KEY.targets[0]",
  },
  at(
    "groundwork:hosting.headers.strictTransportSecurity",
    "HSTS is true instead of an object",
    true,
  ),
  at("groundwork:hosting.headers.strictTransportSecurity.maxage", "a key of HSTS is misspelt", 1),
  {
    name: "a CSP directive is misspelt",
    at: "groundwork:hosting.headers.contentSecurityPolicy.directives",
    value: { "script-scr": [] },
    path: "groundwork:hosting.headers.contentSecurityPolicy.directives.script-scr",
  },
  {
    name: "a CSP source holds a semicolon",
    at: "groundwork:hosting.headers.contentSecurityPolicy.directives",
    value: { "font-src": ["a;b"] },
    path: "groundwork:hosting.headers.contentSecurityPolicy.directives.font-src[0]",
  },
  at("groundwork:hosting.headers.referrerPolicy", "the referrer policy does not exist", "strict"),
  at("groundwork:database.region", "the database region is Vercel's", "yul1"),
  at(
    "groundwork:database.database.wal_buffers",
    "Supabase would drop the Postgres setting",
    "16MB",
  ),
  at(
    "groundwork:database.database.statement_timeout",
    "the statement timeout has an unknown unit",
    "30sec",
  ),
  at("groundwork:database.api.max_rows", "max_rows is above the API's limit", 1_000_001),
  {
    name: "a network restriction is a bare address",
    at: "groundwork:database.network",
    value: { restrictions: ["203.0.113.7"] },
    path: "groundwork:database.network.restrictions[0]",
  },
  {
    name: "the pool's size is spelt as the API spells it",
    at: "groundwork:database.pooler",
    value: { default_pool_size: 20 },
    path: "groundwork:database.pooler.default_pool_size",
  },
  at("groundwork:uptime.checks.app.requestInterval", "the health check asks every 20 s", 20),
  at("groundwork:uptime.checks.app.regions", "the health check asks from two regions", [
    "us-east-1",
    "eu-west-1",
  ]),
  at(
    "groundwork:uptime.checks.app.resourcePath",
    "the health check's path does not begin with a slash",
    "api/health",
  ),
  at("groundwork:budget.monthlyUsd", "the budget is zero", 0),
  at("groundwork:budget.emails", "nobody is told", []),
  at("groundwork:budget.emails[0]", "an e-mail address has no domain", "platform@localhost"),
  at("groundwork:storage.buckets.projects.vendor", "nobody knows a bucket's vendor", "gcs"),
  at("groundwork:storage.buckets.projects.vendor", "a bucket has no vendor", undefined),
  at("groundwork:storage.buckets.projects.versioning", "a key is another vendor's", true),
  at("groundwork:storage.buckets.assets.ownerFolder", "S3 is given row policies", ["select"]),
  at("groundwork:storage.buckets.projects.fileSizeLimit", "a bucket takes no byte", 0),
  at("groundwork:policy.onUnknown", "onUnknown is a wish", "maybe"),
  {
    name: "a waiver has no reason",
    at: "groundwork:policy.waivers",
    value: [{ ...waiver, reason: undefined }],
    path: "groundwork:policy.waivers[0].reason",
  },
  {
    name: "a waiver expires some day",
    at: "groundwork:policy.waivers",
    value: [{ ...waiver, expires: "next year" }],
    path: "groundwork:policy.waivers[0].expires",
  },
];
