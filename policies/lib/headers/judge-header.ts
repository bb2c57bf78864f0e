import { type HeaderSetting, headers } from "../../../catalogue/headers";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { UNKNOWN } from "../../../core/value";
import { type Answer, type Evidence, fail, pass, unknown } from "../../rule";
import type { StackView } from "../../stack-view";
import { policyOfApp } from "./app-policy";
import { type HeaderStatement, headerStatements } from "./response-headers";
import { allRoutes, ownerOf, routesOf, sitesOf } from "../sites";
import { readText } from "../text";
import { coverageOf } from "./vercel-routes";

/** A header that every response must carry, and what its value must be. */
export interface WantedHeader {
  setting: HeaderSetting;
  /** What is wanted, for people: `nosniff`, `the header`. */
  wanted: string;
  /** True when a value will do; every non-empty one does when left out. */
  accepts?: (value: string) => boolean;
}

/**
 * One answer for each place that says something about the header, whichever site its route belongs to, and one for
 * each site whose responses do not all carry it.
 */
export function judgeHeader(stack: StackView, wanted: WantedHeader): Answer[] {
  const speakers = [...allRoutes(stack), ...stack.ofType(tokens.hostingProject)];
  return [
    ...speakers.flatMap((speaker) => statementsAbout(speaker, wanted)),
    ...sitesOf(stack).flatMap((site) => gapsOf(site, stack, wanted)),
  ];
}

/**
 * Answers for the values that one route, or the declaration of what the app sends, gives the header; removals are the
 * presence rules' to judge.
 */
export function judgeValues(
  speaker: DeclaredResource,
  { setting, ...demand }: { setting: HeaderSetting } & Pick<Evidence, "input" | "wanted">,
  judge: (value: string, evidence: Evidence) => Answer | readonly Answer[],
): Answer[] {
  const input = demand.input ?? inputOf(setting);
  return statementsOf(speaker, setting).flatMap(({ property, says }) => {
    const evidence = { property, input, ...demand };
    if (says === UNKNOWN) return [unknown(evidence)];
    return says === "removed" ? [] : [judge(says.value, evidence)].flat();
  });
}

/** Path of the component arg that decides a header. */
export function inputOf(setting: HeaderSetting): string {
  return `headers.${setting}`;
}

/** What a route says about a header, or a hosting component about the one that its app sends. */
function statementsOf(speaker: DeclaredResource, setting: HeaderSetting): HeaderStatement[] {
  if (speaker.type !== tokens.hostingProject)
    return headerStatements(speaker, headers[setting].name);
  return setting === "contentSecurityPolicy" ? policyOfApp(speaker) : [];
}

function statementsAbout(speaker: DeclaredResource, { setting, wanted, accepts }: WantedHeader) {
  return statementsOf(speaker, setting).map(({ property, says }): Answer => {
    const evidence = { urn: speaker.urn, property, input: inputOf(setting), wanted };
    if (says === UNKNOWN) return unknown(evidence);
    if (says === "removed") return fail({ ...evidence, found: "a transform that deletes it" });
    const found = says.value;
    const accepted = accepts ? accepts(found) : found.trim() !== "";
    return accepted ? pass({ ...evidence, found }) : fail({ ...evidence, found });
  });
}

/** What is missing for every response of a site to carry the header: nothing, or one answer. */
function gapsOf(
  site: DeclaredResource,
  stack: StackView,
  { setting, wanted }: WantedHeader,
): Answer[] {
  const owner = ownerOf(stack, site);
  if (owner && statementsOf(owner, setting).length > 0) return [];
  const header = headers[setting].name;
  const routes = routesOf(stack, site).map((route) => ({
    route,
    coverage: coverageOf(route),
    sets: headerStatements(route, header).some(isSet),
  }));
  const setters = routes.filter(({ sets }) => sets);
  if (setters.some(({ coverage }) => coverage === "every path")) return [];
  const evidence = { input: inputOf(setting), wanted: `${wanted} on every path` };
  const undecided = setters.find(({ coverage }) => coverage === UNKNOWN);
  if (undecided) return [unknown({ ...evidence, urn: undecided.route.urn, property: "route.src" })];
  const [partial] = setters;
  if (partial) return [fail({ ...evidence, ...partialEvidence(partial.route, header) })];
  const bare = routes.find(({ coverage }) => coverage === "every path")?.route;
  const target = bare
    ? { urn: bare.urn, property: `route.headers.${header}` }
    : missing(site, header);
  return [fail({ ...evidence, ...target, found: null })];
}

/** An unknown statement may turn out to set the header; it has an answer of its own. */
function isSet({ says }: HeaderStatement): boolean {
  return says !== "removed";
}

function partialEvidence({ urn, inputs }: DeclaredResource, header: string): Evidence {
  const found = readText(inputs, ["route", "src"]) ?? null;
  return {
    urn,
    property: "route.src",
    found,
    message: `route.src: found ${found ?? "nothing"}, wanted a route without conditions that sends ${header} on every path`,
  };
}

function missing({ urn, type }: DeclaredResource, header: string): Evidence {
  const route =
    type === tokens.hostedSite ? "HostedRoute of this site" : "ProjectRoute of this project";
  return {
    urn,
    message: `found no ${route} that sends ${header}, wanted one on every path`,
  };
}
