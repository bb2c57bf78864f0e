import { awsChecks } from "./aws";
import { digitaloceanChecks } from "./digitalocean";
import { type Special } from "./finding";
import { githubChecks } from "./github";
import { randomChecks } from "./random";
import { vercelChecks } from "./vercel";

/** Checks that the rule files refer to by name, because they compute something. */
export const specials: Readonly<Record<string, Special>> = {
  ...awsChecks,
  ...digitaloceanChecks,
  ...githubChecks,
  ...randomChecks,
  ...vercelChecks,
};
