import { settingsSchema } from "../../config/settings";
import { costRefusals } from "./refusals-costs";
import { databaseRefusals } from "./refusals-database";
import { storageRefusals } from "./refusals-storage";

/** A change to the sections of `Pulumi.prod.yaml`, and the one problem that it must give. */
export interface Refusal {
  name: string;
  edits: Record<string, unknown>;
  /** Without the namespace. */
  path: string;
  found: string;
  allowed: string;
  fix?: string;
}

export const sectionNames = `one of ${Object.keys(settingsSchema.shape)
  .map((section) => `groundwork:${section}`)
  .join(", ")}`;

const domain = 'hosting.domains["www.velocity-platform.com"]';
const directives = "hosting.headers.contentSecurityPolicy.directives";
const waiver = { rule: "a-b", target: "web", reason: "r", owner: "o", expires: "2027-02-01" };

export const refusals: Refusal[] = [
  {
    name: "a section that is missing",
    edits: { budget: undefined },
    path: "budget",
    found: "missing",
    allowed: "an object with monthlyUsd, awsUsd, owner and emails",
    fix: "add it (What the stack may cost a month, and who is told)",
  },
  {
    name: "a section that nothing reads",
    edits: { monitoring: {} },
    path: "monitoring",
    found: "unknown key",
    allowed: sectionNames,
    fix: "remove it",
  },
  {
    name: "a misspelt section in place of the right one",
    edits: { stack: undefined, stak: {} },
    path: "stak",
    found: "unknown key",
    allowed: sectionNames,
    fix: "did you mean groundwork:stack?",
  },
  {
    name: "a required key that is missing",
    edits: { "stack.owner": undefined },
    path: "stack.owner",
    found: "missing",
    allowed: "text",
    fix: "add it (Who answers for the stack: a team or an address)",
  },
  {
    name: "a number in quotes",
    edits: { "hosting.resourceConfig.functionDefaultTimeout": "30" },
    path: "hosting.resourceConfig.functionDefaultTimeout",
    found: 'got "30"',
    allowed: "a whole number from 1 to 900",
    fix: "take the quotes away",
  },
  {
    name: "text without quotes that YAML reads as a number",
    edits: { "stack.product": 42 },
    path: "stack.product",
    found: "got 42",
    allowed: "text",
    fix: "put it in quotes",
  },
  {
    name: "a fraction of a second",
    edits: { "hosting.resourceConfig.functionDefaultTimeout": 1.5 },
    path: "hosting.resourceConfig.functionDefaultTimeout",
    found: "got 1.5",
    allowed: "a whole number from 1 to 900",
  },
  {
    name: "a value that is nearly one of the list",
    edits: { "database.instanceSize": "smal" },
    path: "database.instanceSize",
    found: 'got "smal"',
    allowed:
      "one of nano, micro, small, medium, large, xlarge, 2xlarge, 4xlarge, 8xlarge, 12xlarge, 16xlarge, 24xlarge, 24xlarge_optimized_memory, 24xlarge_optimized_cpu, 24xlarge_high_memory, 48xlarge, 48xlarge_optimized_memory, 48xlarge_optimized_cpu, 48xlarge_high_memory",
    fix: "did you mean small?",
  },
  {
    name: "a value that is equally near to several",
    edits: { "hosting.nodeVersion": "23.x" },
    path: "hosting.nodeVersion",
    found: 'got "23.x"',
    allowed: "one of 18.x, 20.x, 22.x, 24.x",
  },
  {
    name: "a repository given as its URL",
    edits: { "hosting.gitRepository.repo": "https://github.com/acme/shop.git" },
    path: "hosting.gitRepository.repo",
    found: 'got "https://github.com/acme/shop.git"',
    allowed: "owner/name such as velocity/velocity-platform",
    fix: "leave out the host and .git",
  },
  {
    name: "an absolute folder",
    edits: { "hosting.rootDirectory": "/apps/web" },
    path: "hosting.rootDirectory",
    found: 'got "/apps/web"',
    allowed: "a folder of the repository such as apps/web",
    fix: "leave out the slash in front",
  },
  {
    name: "a URL as host",
    edits: { "uptime.checks.app.fqdn": "https://app.velocity-platform.com" },
    path: "uptime.checks.app.fqdn",
    found: 'got "https://app.velocity-platform.com"',
    allowed: "a bare host name such as app.example.com",
    fix: "leave out the scheme, the port and the path",
  },
  {
    name: "a host with capitals",
    edits: { "uptime.checks.app.fqdn": "App.velocity-platform.com" },
    path: "uptime.checks.app.fqdn",
    found: 'got "App.velocity-platform.com"',
    allowed: "a host name in lower case",
  },
  {
    name: "a function region twice",
    edits: { "hosting.resourceConfig.functionDefaultRegions": ["iad1", "iad1"] },
    path: "hosting.resourceConfig.functionDefaultRegions",
    found: "got a list of 2",
    allowed: "each region once",
  },
  {
    name: "a redirect to a host that is not of the project",
    edits: { [`${domain}.redirect`]: "example.com" },
    path: `${domain}.redirect`,
    found: 'got "example.com"',
    allowed: "another host of this project that does not itself redirect",
    fix: "list it under domains",
  },
  {
    name: "a redirect to a host that redirects",
    edits: { [`${domain}.redirect`]: "velocity-platform.com" },
    path: `${domain}.redirect`,
    found: 'got "velocity-platform.com"',
    allowed: "another host of this project that does not itself redirect",
    fix: "list it under domains",
  },
  {
    name: "a CSP keyword that lost its quotes to YAML",
    edits: { [directives]: { "font-src": ["self"] } },
    path: `${directives}.font-src[0]`,
    found: 'got "self"',
    allowed: "a keyword in single quotes",
    fix: `write "'self'" with both kinds of quotes, since YAML takes one pair away`,
  },
  {
    name: "a CSP hash without its quotes",
    edits: { [directives]: { "style-src": ["sha256-abc="] } },
    path: `${directives}.style-src[0]`,
    found: 'got "sha256-abc="',
    allowed: "a keyword in single quotes",
    fix: `write "'self'" with both kinds of quotes, since YAML takes one pair away`,
  },
  {
    name: "two CSP sources in one text",
    edits: { [directives]: { "font-src": ["https://a.example https://b.example"] } },
    path: `${directives}.font-src[0]`,
    found: 'got "https://a.example https://b.example"',
    allowed: "one source without blanks, commas, semicolons or $ (Vercel reads $ as a variable)",
  },
  {
    name: "a header that is neither off nor one of its values",
    edits: { "hosting.headers.frameOptions": "ALLOW" },
    path: "hosting.headers.frameOptions",
    found: 'got "ALLOW"',
    allowed: "false or one of DENY, SAMEORIGIN",
  },
  {
    name: "a variable that the function runtime keeps for itself",
    edits: { "hosting.variables.TZ": "UTC" },
    path: "hosting.variables.TZ",
    found: 'the key "TZ"',
    allowed: "a name that the function runtime does not keep for itself",
  },
  {
    name: "a sensitive variable for development, which Vercel refuses",
    edits: { "hosting.variables.A": { value: "x", sensitive: true, targets: ["development"] } },
    path: "hosting.variables.A.sensitive",
    found: "got true",
    allowed: "false, because Vercel refuses sensitive variables for development",
  },
  ...costRefusals,
  ...databaseRefusals,
  ...storageRefusals,
  {
    name: "a misspelt alternative of a variable",
    edits: { "hosting.variables.A": { secrt: "A" } },
    path: "hosting.variables.A.secrt",
    found: "unknown key",
    allowed: "one of secret, targets, customEnvironments, comment",
    fix: "did you mean secret?",
  },
  {
    name: "a variable that is both plain and secret",
    edits: { "hosting.variables.A": { value: "x", secret: "A" } },
    path: "hosting.variables.A.secret",
    found: "unknown key",
    allowed: "one of value, sensitive, targets, customEnvironments, comment",
    fix: "remove it",
  },
  {
    name: "a private address range",
    edits: { "database.network": { restrictions: ["172.20.0.0/16"] } },
    path: "database.network.restrictions[0]",
    found: 'got "172.20.0.0/16"',
    allowed: "a public range",
    fix: "Supabase refuses private ones",
  },
  {
    name: "a private IPv6 range",
    edits: { "database.network": { restrictions: ["fd00:1234::/48"] } },
    path: "database.network.restrictions[0]",
    found: 'got "fd00:1234::/48"',
    allowed: "a public range",
    fix: "Supabase refuses private ones",
  },
  {
    name: "a bare address",
    edits: { "database.network": { restrictions: ["203.0.113.7"] } },
    path: "database.network.restrictions[0]",
    found: 'got "203.0.113.7"',
    allowed: "an address range such as 203.0.113.0/24",
    fix: "a single address is 203.0.113.7/32 or 2001:db8::7/128",
  },
  {
    name: "an address range with too many bits",
    edits: { "database.network": { restrictions: ["203.0.113.0/33"] } },
    path: "database.network.restrictions[0]",
    found: 'got "203.0.113.0/33"',
    allowed: "an address range that exists, such as 203.0.113.0/24 or 2001:db8::/32",
  },
  {
    name: "IPv6 ranges before IPv4 ranges",
    edits: { "database.network": { restrictions: ["2001:db8::/32", "203.0.113.0/24"] } },
    path: "database.network.restrictions",
    found: "got a list of 2",
    allowed:
      "all IPv4 ranges before the IPv6 ranges, because Supabase gives them back in that order",
  },
  {
    name: "memory in a unit that Postgres does not know",
    edits: { "database.database.shared_buffers": "256mb" },
    path: "database.database.shared_buffers",
    found: 'got "256mb"',
    allowed: "a size such as 256MB",
    fix: "the units are B, kB, MB, GB and TB",
  },
  {
    name: "a password that Supabase finds too short",
    edits: { "database.passwordLength": 3 },
    path: "database.passwordLength",
    found: "got 3",
    allowed: "a whole number from 4 to 1000",
  },
  {
    name: "a time span without a unit",
    edits: { "database.timeouts": { create: "15" } },
    path: "database.timeouts.create",
    found: 'got "15"',
    allowed: 'a time span such as "90s", "15m" or "1h30m"',
    fix: "give the number its unit",
  },
  {
    name: "a port that does not exist",
    edits: { "uptime.checks.app.port": 65_536 },
    path: "uptime.checks.app.port",
    found: "got 65536",
    allowed: "a whole number from 1 to 65535",
  },
  {
    name: "a fraction of a cent",
    edits: { "budget.awsUsd": 1.234 },
    path: "budget.awsUsd",
    found: "got 1.234",
    allowed: "a sum in dollars and whole cents",
  },
  {
    name: "a negative sum",
    edits: { "budget.awsUsd": -1 },
    path: "budget.awsUsd",
    found: "got -1",
    allowed: "a sum above 0",
  },
  {
    name: "a sum that is no number to JSON",
    edits: { "budget.awsUsd": Infinity },
    path: "budget.awsUsd",
    found: "got Infinity",
    allowed: "a number above 0 up to 1000000000",
  },
  {
    name: "a percentage twice",
    edits: { "budget.thresholds": [50, 50] },
    path: "budget.thresholds",
    found: "got a list of 2",
    allowed: "each percentage once",
  },
  {
    name: "more thresholds than AWS takes",
    edits: { "budget.thresholds": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] },
    path: "budget.thresholds",
    found: "got a list of 10",
    allowed:
      "at most 9 percentages, because AWS takes 10 notifications and one is for the forecast",
  },
  {
    name: "nobody to tell",
    edits: { "budget.emails": [] },
    path: "budget.emails",
    found: "got an empty list",
    allowed: "a list of 1 to 10",
  },
  {
    name: "a key without a value",
    edits: { "hosting.name": null },
    path: "hosting.name",
    found: "got nothing",
    allowed: "text",
  },
  {
    name: "a day that the calendar does not have",
    edits: { "policy.waivers": [{ ...waiver, expires: "2027-02-29" }] },
    path: "policy.waivers[0].expires",
    found: 'got "2027-02-29"',
    allowed: "a day that the calendar has",
  },
  {
    name: "a time of day where a day belongs",
    edits: { "policy.waivers": [{ ...waiver, expires: "2027-02-01 10:00:00 +0000 UTC" }] },
    path: "policy.waivers[0].expires",
    found: 'got "2027-02-01 10:00:00 +0000 UTC"',
    allowed: "a day written YYYY-MM-DD, such as 2027-03-31",
  },
  {
    name: "a waiver for no finding",
    edits: { "policy.waivers": [{ ...waiver, max: 0 }] },
    path: "policy.waivers[0].max",
    found: "got 0",
    allowed: "a whole number from 1 to 100",
  },
  {
    name: "options of a rule that are not an object",
    edits: { "policy.rules": { "hsts-max-age": 3 } },
    path: "policy.rules.hsts-max-age",
    found: "got 3",
    allowed: "an object",
  },
];
