import { partsOf } from "../../catalogue/identities";
import type { PropertyMap } from "../../core/value";
import type { Adoption, Estate, Foreign, Live, Wanted } from "./model";

/** What was found so far. */
interface Found {
  estate: Estate;
  found: ReadonlyMap<string, Live>;
  adopt: readonly Adoption[];
}

/** Live parts of what the stack has, or adopts, that nothing declares. They are left alone. */
export async function foreignTo(
  { estate, found, adopt }: Found,
  wanted: readonly Wanted[],
): Promise<Foreign[]> {
  const ours = new Set([
    ...wanted.flatMap(({ type, known }) => (known ? [`${type} ${known.id}`] : [])),
    ...adopt.map(({ wanted: { type }, live }) => `${type} ${live.id}`),
  ]);
  const all: Foreign[] = [];
  for (const { urn, type, name } of wanted) {
    const whole = found.get(urn);
    if (!whole) continue;
    for (const [part, input] of Object.entries(partsOf[type] ?? {})) {
      const inputs: PropertyMap = { [input]: whole.id };
      const listed = (await estate.list(part, inputs)) ?? [];
      const here = listed.filter(({ properties }) => properties[input] === whole.id);
      const others = here.filter(({ id }) => !ours.has(`${part} ${id}`));
      all.push(...others.map((live) => ({ ...live, type: part, of: name })));
    }
  }
  return all;
}
