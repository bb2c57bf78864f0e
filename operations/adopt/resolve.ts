import { fits, identifyingInputs, outputBehind, vendorImportId } from "../../catalogue/identities";
import { importId } from "../../catalogue/import-ids";
import { packageOf } from "../../core/urn";
import { type PropertyMap, UNKNOWN } from "../../core/value";
import { foreignTo } from "./foreign";
import { generatedLive, madeAnew } from "./generated";
import type {
  Account,
  Adoption,
  AdoptionPlan,
  Estate,
  Live,
  Said,
  Undecided,
  Wanted,
} from "./model";

/** All that decisions rest on; grows as things are found. */
interface Search {
  estate: Estate;
  account: Account;
  said: Said;
  /** What each URN is: of what it computes, others are identified. */
  found: Map<string, Live>;
  adopt: Adoption[];
  create: Wanted[];
  anew: { wanted: Wanted; says: string }[];
  undecided: Undecided[];
}

/** What is to be done with each resource that a stack declares and its state does not hold. Changes nothing. */
export async function planAdoption(
  wanted: readonly Wanted[],
  { estate, account, said }: Pick<Search, "estate" | "account" | "said">,
): Promise<AdoptionPlan> {
  const custom = wanted.filter((one) => one.custom && packageOf(one.type) !== "pulumi");
  const known = custom.filter((one) => one.known);
  const search: Search = {
    ...{ estate, account, said },
    found: new Map(known.flatMap((one) => (one.known ? [[one.urn, one.known] as const] : []))),
    ...{ adopt: [], create: [], anew: [], undecided: [] },
  };
  let left = custom.filter((one) => !one.known);
  while (left.length > 0) {
    const waiting = new Set(left.map(({ urn }) => urn));
    const ready = left.filter((one) => !waitsFor(one, waiting));
    // Nothing waits for itself in a program that runs; if it did, everything left would be asked as it is.
    const round = ready.length > 0 ? ready : left;
    await decideAll(search, round);
    left = left.filter((one) => !round.includes(one));
  }
  const { adopt, create, anew } = search;
  const plan = { adopt: adopt.filter((one) => !isTaken(search, one)), create, anew, known };
  const undecided = [...search.undecided, ...takenTwice(search)];
  return { ...plan, undecided, foreign: await foreignTo(search, custom) };
}

/** Whether what identifies it is computed from something that is not decided yet. */
function waitsFor(one: Wanted, waiting: ReadonlySet<string>): boolean {
  return Object.entries(one.from).some(
    ([input, urns]) =>
      one.inputs[input] === UNKNOWN && urns.some((urn) => urn !== one.urn && waiting.has(urn)),
  );
}

async function decideAll(search: Search, round: readonly Wanted[]): Promise<void> {
  const unproven: { wanted: Wanted; id: string }[] = [];
  for (const wanted of round) {
    const id = await decide(search, wanted);
    if (id !== undefined) unproven.push({ wanted, id });
  }
  if (unproven.length === 0) return;
  const proofs = await search.estate.prove(unproven);
  for (const { wanted, id } of unproven) {
    const there = proofs.get(wanted.urn);
    if (there === undefined) search.undecided.push({ wanted, why: "untold", choices: [] });
    else if (there)
      take(search, { wanted, id, live: { id, properties: knownInputs(search, wanted) } });
    else search.create.push(wanted);
  }
}

/** Decides, or answers the id whose existence has to be proven first. */
async function decide(search: Search, wanted: Wanted): Promise<string | undefined> {
  const { said, estate } = search;
  if (isNamed(said.fresh, wanted)) return void search.create.push(wanted);
  const chosen = saidOf(said.choose, wanted);
  const inputs = knownInputs(search, wanted);
  const value = said.values.get(wanted.urn);
  const made = value === undefined ? undefined : generatedLive(wanted.type);
  if (made && value !== undefined)
    return void take(search, { wanted, id: made.id, live: made, value });
  const says = chosen === undefined ? madeAnew(wanted) : undefined;
  if (says !== undefined) return void search.anew.push({ wanted, says });
  if (isWithoutPlace(search, wanted)) return void search.create.push(wanted);
  const listed = await estate.list(wanted.type, inputs);
  if (chosen !== undefined) {
    const live = listed?.find(({ id }) => id === chosen) ?? { id: chosen, properties: inputs };
    return void take(search, { wanted, live, id: importedAs(search, wanted.type, inputs, live) });
  }
  const byInputs = importId(wanted.type, inputs);
  if (!listed) {
    if (byInputs !== undefined) return inRegion(search.account, wanted.type, inputs, byInputs);
    return void search.undecided.push({ wanted, why: "untold", choices: [] });
  }
  const choices = candidates(wanted.type, inItsRegion(search, wanted.type, inputs), listed);
  const [live, ...more] = choices;
  if (live && more.length === 0) {
    take(search, { wanted, live, id: importedAs(search, wanted.type, inputs, live) });
  } else if (live) search.undecided.push({ wanted, why: "several", choices });
  else if (isIdentified(wanted.type, inputs)) search.create.push(wanted);
  else {
    search.undecided.push({ wanted, why: "untold", choices: alike(wanted.type, inputs, listed) });
  }
  return undefined;
}

/** Those that are it, by the surest inputs that any of them has in common with it. */
function candidates(type: string, inputs: PropertyMap, listed: readonly Live[]): Live[] {
  const own = importId(type, inputs);
  if (own !== undefined) {
    return listed.filter((live) => idOf(type, inputs, live) === own && isInRegion(inputs, live));
  }
  for (const fields of identifyingInputs(type)) {
    if (!Object.keys(fields).every((path) => isTold(inputs, path))) continue;
    const found = listed.filter(({ properties }) => fits(fields, inputs, properties));
    if (found.length > 0) return found;
  }
  return [];
}

/** Names are those of a region; where one of the two is not known, nothing speaks against it. */
function isInRegion({ region }: PropertyMap, { properties }: Live): boolean {
  const known = typeof region === "string" && typeof properties["region"] === "string";
  return !known || region === properties["region"];
}

/** The id that a live thing's own inputs tell; the team is the one that was asked. */
function idOf(type: string, { teamId }: PropertyMap, { properties }: Live): string | undefined {
  return importId(type, { ...properties, teamId });
}

/** Those that it may be, by what is told of it. */
function alike(type: string, inputs: PropertyMap, listed: readonly Live[]): Live[] {
  const [fields = {}] = identifyingInputs(type);
  const told = Object.entries(fields).filter(([path]) => isTold(inputs, path));
  return listed.filter(({ properties }) => fits(Object.fromEntries(told), inputs, properties));
}

function isIdentified(type: string, inputs: PropertyMap): boolean {
  if (importId(type, inputs) !== undefined) return true;
  return identifyingInputs(type).some((fields) =>
    Object.keys(fields).every((path) => isTold(inputs, path)),
  );
}

function isTold(inputs: PropertyMap, path: string): boolean {
  const [head = ""] = path.split(".");
  return inputs[head] !== UNKNOWN;
}

function importedAs({ account }: Search, type: string, inputs: PropertyMap, live: Live): string {
  const { teamId } = live.properties;
  const placed = { ...(teamId !== undefined && { teamId }), ...inputs };
  const byInputs = importId(type, placed);
  // A person's choice may be whole already; what is listed never is.
  const isWhole = live.id.includes("/") && packageOf(type) === "vercel";
  const id = byInputs ?? (isWhole ? live.id : (vendorImportId(type, placed, live.id) ?? live.id));
  return inRegion(account, type, inputs, id);
}

/** The AWS provider takes `<id>@<region>` for what is not in its own. Source: its guide "Enhanced Region Support". */
function inRegion({ awsRegion }: Account, type: string, { region }: PropertyMap, id: string) {
  const isElsewhere = packageOf(type) === "aws" && typeof region === "string";
  return isElsewhere && region !== awsRegion && !id.startsWith("arn:") ? `${id}@${region}` : id;
}

function take(search: Search, adoption: Adoption) {
  search.found.set(adoption.wanted.urn, adoption.live);
  search.adopt.push(adoption);
}

/** Its inputs, with what is computed from things that were found; on Vercel with the team that its project is in. */
function knownInputs({ found }: Search, { type, inputs, from }: Wanted): PropertyMap {
  const told = Object.entries(inputs).map(([input, value]) => {
    const live = value === UNKNOWN ? onlySource(found, from[input]) : undefined;
    return [input, live ? outputOf(live, outputBehind(type, input)) : value] as const;
  });
  const team = onlySource(found, from["projectId"])?.properties["teamId"];
  const isOfTeam = packageOf(type) === "vercel" && team !== undefined;
  return { ...(isOfTeam && { teamId: team }), ...Object.fromEntries(told) };
}

function onlySource(
  found: Search["found"],
  [urn, ...others]: readonly string[] = [],
): Live | undefined {
  return urn === undefined || others.length > 0 ? undefined : found.get(urn);
}

/** What the stack says once for all of AWS. */
function inItsRegion({ account }: Search, type: string, inputs: PropertyMap): PropertyMap {
  const region = packageOf(type) === "aws" ? account.awsRegion : undefined;
  return region === undefined ? inputs : { region, ...inputs };
}

function outputOf({ id, properties }: Live, output: string) {
  return output === "id" ? id : (properties[output] ?? UNKNOWN);
}

/** What it is a part of does not exist, so neither does it. */
function isWithoutPlace({ create }: Search, { type, inputs, from }: Wanted): boolean {
  const missing = new Set(create.map(({ urn }) => urn));
  const places = identifyingInputs(type).flatMap((fields) => Object.keys(fields));
  const open = Object.keys(from).filter((input) => inputs[input] === UNKNOWN);
  const telling = places.length > 0 ? open.filter((input) => places.includes(input)) : open;
  return telling.some((input) => (from[input] ?? []).some((urn) => missing.has(urn)));
}

/** Two resources cannot be one thing; of values of a state each is its own. */
function isTaken({ adopt }: Search, { wanted, id, value }: Adoption): boolean {
  return (
    value === undefined &&
    adopt.some(
      (other) => other.wanted !== wanted && other.wanted.type === wanted.type && other.id === id,
    )
  );
}

function takenTwice(search: Search): Undecided[] {
  return search.adopt
    .filter((one) => isTaken(search, one))
    .map(({ wanted, live }) => ({ wanted, why: "taken" as const, choices: [live] }));
}

export function isNamed(names: readonly string[], { urn, name }: Wanted): boolean {
  return names.includes(urn) || names.includes(name);
}

function saidOf(said: Readonly<Record<string, string>>, { urn, name }: Wanted): string | undefined {
  if (Object.hasOwn(said, urn)) return said[urn];
  return Object.hasOwn(said, name) ? said[name] : undefined;
}
