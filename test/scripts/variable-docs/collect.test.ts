import { describe, expect, it } from "vitest";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { collect } from "../../../scripts/variable-docs/collect";
import { variablesPage } from "../../../scripts/variable-docs/page";

const component = (type: string, inputs: object) =>
  ({ type, name: "one", urn: "urn", inputs }) as unknown as DeclaredResource;

const stack = (rotationDays: number) => [
  component(tokens.secrets, {
    registry: {
      SUPABASE_URL: {
        owner: "web",
        source: "required",
        rotationDays,
        destinations: { vercel: {}, github: { scope: "repository" }, edgeFunctions: true },
      },
      CRON_SECRET: { owner: "web", source: "generated", rotationDays: 90 },
      MAIL: { owner: "mail", source: "declared", rotationDays: 90 },
    },
  }),
  component(tokens.hostingProject, {
    variables: {
      LOG_LEVEL: "a value that nobody may see",
      HIDDEN: { secret: true, targets: ["preview"] },
      MAIL_KEY: { secret: "MAIL" },
      URL: { output: "database.url" },
    },
  }),
  component(tokens.containerService, {
    services: { hub: { env: { NODE_ENV: "a value too" }, secrets: ["REDIS_URL"] } },
  }),
];

// Requirement: COMP-08
describe("names of a stack", () => {
  const { secrets, site, services } = collect(stack(365));

  it("say of a secret whose it is, who makes it, where it goes under which name, and how long it stays", () => {
    expect(secrets).toEqual([
      {
        name: "SUPABASE_URL",
        cells: [
          "address of the Supabase project",
          "web",
          "by a person",
          "the site as NEXT_PUBLIC_SUPABASE_URL (production, preview); " +
            "jobs of the repository as NEXT_PUBLIC_SUPABASE_URL; edge functions",
          "365 days",
        ],
      },
      {
        name: "CRON_SECRET",
        cells: [
          "proves to the app that Vercel's cron calls it",
          "web",
          "by the program",
          "nowhere: the program itself uses it",
          "90 days",
        ],
      },
      {
        name: "MAIL",
        cells: ["", "mail", "by another resource", "the site, by its variable MAIL_KEY", "90 days"],
      },
    ]);
  });

  it("say of a variable where its value comes from", () => {
    expect(site.map(({ name, cells }) => [name, ...cells])).toEqual([
      ["LOG_LEVEL", "plain text", "production, preview"],
      ["HIDDEN", "the program", "preview"],
      ["MAIL_KEY", "the secret MAIL", "production, preview"],
      ["URL", "the stack's output database.url", "production, preview"],
    ]);
    expect(services.map(({ name, cells }) => [name, ...cells])).toEqual([
      ["NODE_ENV", "hub", "plain text"],
      ["REDIS_URL", "hub", "a secret, set with the vendor's tool"],
    ]);
  });
});

describe("the page of names", () => {
  const page = variablesPage(
    [
      ["dev", collect(stack(365))],
      ["prod", collect(stack(30))],
    ],
    [
      { name: "TOKEN", cells: ["secret TOKEN", "up: groundwork up"] },
      { name: "TOKEN", cells: ["secret TOKEN", "drift: groundwork drift"] },
    ],
  );

  it("has one line for what stacks say alike, and one each where they differ", () => {
    const lines = (name: string) => page.split("\n").filter((line) => line.includes(`\`${name}\``));
    expect(lines("CRON_SECRET")).toHaveLength(1);
    expect(lines("CRON_SECRET")[0]).toContain("| dev, prod |");
    expect(lines("SUPABASE_URL").map((line) => line.split("|").at(-2)?.trim())).toEqual([
      "dev",
      "prod",
    ]);
    expect(lines("TOKEN")[0]).toContain("| up: groundwork up, drift: groundwork drift |");
  });

  it("holds no value", () => {
    expect(page).not.toContain("a value");
  });
});
