import { globalAwsServices, placeOfAwsRegion } from "../../catalogue/aws-regions";
import { placeOfHostRegion } from "../../hosts/places";
import { statefulTypes } from "../../catalogue/stateful";
import { byText } from "../../core/order";
import type { DeclaredResource } from "../../core/resource";
import { tokens } from "../../core/tokens";
import { packageOf } from "../../core/urn";
import type { Value } from "../../core/value";
import type { PlaceReason, ReportedResidence } from "../section-model";
import { type Declared, entriesAt, textAt, textsAt } from "./declared";

/** Regions, and why it is these. */
interface Where {
  said: PlaceReason;
  regions: readonly string[];
}

/** Providers that keep nothing anywhere but in the state. */
const placeless: ReadonlySet<string> = new Set(["random", "pulumi", "groundwork"]);

/** Components that stand for what no provider declares: sites and machines of hosts. */
const standing: ReadonlySet<string> = new Set([tokens.containerService, tokens.hostedSite]);

/** Each resource of a vendor with the region that it lies in, and services whose component names regions. */
export function reportedResidency(stack: Declared): ReportedResidence[] {
  const home = homeOf(stack);
  return stack.all
    .filter(({ type }) => !placeless.has(packageOf(type)) || standing.has(type))
    .map((one) => {
      const { said, regions } = whereIs(one, stack, home);
      const personalData = personalDataOf(one);
      const holds = Object.hasOwn(statefulTypes, one.type)
        ? statefulTypes[one.type]?.holds
        : undefined;
      return {
        urn: one.urn,
        type: one.type,
        name: one.name,
        vendor: vendorOf(one),
        said,
        places: [...new Set(regions)].sort().map(placed),
        ...(holds !== undefined && { holds }),
        ...(personalData !== undefined && { personalData }),
      };
    })
    .sort(byText(({ urn }) => urn));
}

/** What stands for a host's own things is the host's. */
function vendorOf({ type, inputs }: DeclaredResource): string {
  if (type === tokens.hostedSite) return textAt(inputs, "vendor") ?? "unknown";
  if (type !== tokens.containerService) return packageOf(type);
  const vendors = entriesAt(inputs, "services").flatMap(([, one]) => textAt(one, "vendor") ?? []);
  return [...new Set(vendors)].sort().join(", ") || "unknown";
}

/** Region of AWS resources that name none. */
function homeOf(stack: Declared): string | undefined {
  const [profile] = stack.ofType(tokens.stackProfile);
  return profile && textAt(profile.inputs, "costs", "awsRegion");
}

function whereIs(one: DeclaredResource, stack: Declared, home: string | undefined): Where {
  const own = ownRegions(one);
  if (own.length > 0) return { said: "declared", regions: own };
  const vendor = packageOf(one.type);
  if (vendor === "aws") {
    const service = one.type.slice("aws:".length).split("/")[0] ?? "";
    if (globalAwsServices.has(service)) return { said: "global", regions: [] };
    return { said: "provider", regions: home === undefined ? [] : [home] };
  }
  const project = projectOf(one, stack);
  if (project) return { said: "project", regions: ownRegions(project) };
  return { said: "vendor", regions: [] };
}

/** What a resource says itself, whichever way its provider has for it. */
function ownRegions({ inputs }: DeclaredResource): string[] {
  const services = entriesAt(inputs, "services").flatMap(([, service]) =>
    regionsOfService(service),
  );
  const all = [
    textAt(inputs, "region"),
    textAt(inputs, "primaryRegion"),
    ...textsAt(inputs, "resourceConfig", "functionDefaultRegions"),
    ...textsAt(inputs, "regions"),
    // An app of App Platform says all of itself in its specification.
    textAt(inputs, "spec", "region"),
    ...services,
  ];
  return all.filter((region): region is string => region !== undefined && region !== "");
}

/** Those of its host, where it is not Fly, whose codes the stack file uses. */
function regionsOfService(service: Value): (string | undefined)[] {
  const hosted = entriesAt(service, "hosted", "regions").map(([region]) => region);
  if (hosted.length > 0) return hosted;
  return [textAt(service, "primaryRegion"), ...textsAt(service, "regions")];
}

/** The Supabase project that a part of it belongs to. */
function projectOf(one: DeclaredResource, stack: Declared): DeclaredResource | undefined {
  return (one.propertyDependencies.projectRef ?? [])
    .map((urn) => stack.get(urn))
    .find((target) => target?.type === "supabase:index/project:Project");
}

function placed(region: string) {
  const place = placeOfAwsRegion(region) ?? placeOfHostRegion(region);
  if (place === undefined) return { region };
  return { region, place, country: place.slice(place.lastIndexOf(",") + 1).trim() };
}

const flag = /^personal[-_ ]?data$/i;

/** A tag or an input of that name. */
function personalDataOf({ inputs }: DeclaredResource): boolean | undefined {
  const said = [...entriesAt(inputs), ...entriesAt(inputs, "tags")].find(([key]) => flag.test(key));
  const word = said && textAt(said[1])?.toLowerCase();
  if (word === "true" || word === "yes") return true;
  return word === "false" || word === "no" ? false : undefined;
}
