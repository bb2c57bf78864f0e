import { parseUrn } from "../../core/urn";
import { projectType } from "../cloud/supabase/project";
import { partType } from "../cloud/supabase/parts";
import { type Ledger } from "../ledger/ledger";
import { type LedgerObject, type StoredMap } from "../ledger/record";

/** What the API keeps of a project: `bucket`, `addon`, `pooler` … Settings that exist once are called `it`. */
export interface Part {
  kind: string;
  name: string;
}

/** What the Management API made, in the same ledger as everything else, on behalf of the stack that has the project. */
export class ProjectObjects {
  constructor(private readonly ledger: Ledger) {}

  project(ref: string): LedgerObject | undefined {
    return this.ledger.objects.byId(projectType, ref).at(-1);
  }

  /** An edge function that the Supabase provider deployed. */
  edgeFunction(ref: string, slug: string): LedgerObject | undefined {
    return this.ledger.objects
      .all()
      .find(
        ({ type, inputs }) =>
          type === "supabase:index/edgeFunction:EdgeFunction" &&
          inputs["projectRef"] === ref &&
          inputs["slug"] === slug,
      );
  }

  get(ref: string, part: Part): StoredMap | undefined {
    return this.#find(ref, part)?.outputs;
  }

  list(ref: string, kind: string): { name: string; value: StoredMap }[] {
    return this.ledger.objects
      .all()
      .filter(({ type, id }) => type === partType(kind) && id.startsWith(`${ref}/`))
      .map(({ id, outputs }) => ({ name: id.slice(ref.length + 1), value: outputs }));
  }

  put(project: LedgerObject, part: Part, outputs: StoredMap): void {
    const before = this.#find(project.id, part);
    const type = partType(part.kind);
    const { stack, project: pulumiProject } = parseUrn(project.urn);
    const id = `${project.id}/${part.name}`;
    const urn = `urn:pulumi:${stack}::${pulumiProject}::${type}::${id}`;
    const entry = { urn, type, id, inputs: {}, outputs, claims: [] };
    if (before) this.ledger.update(before, entry);
    else this.ledger.create(entry);
  }

  remove(ref: string, part: Part): boolean {
    const object = this.#find(ref, part);
    if (object) this.ledger.delete(object);
    return object !== undefined;
  }

  #find(ref: string, { kind, name }: Part): LedgerObject | undefined {
    return this.ledger.objects.byId(partType(kind), `${ref}/${name}`).at(-1);
  }
}
