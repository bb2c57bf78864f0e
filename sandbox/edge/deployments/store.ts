import { parseUrn } from "../../../core/urn";
import { ids } from "../../cloud/ids";
import { partType } from "../../cloud/vercel/parts";
import { type Ledger } from "../../ledger/ledger";
import { type LedgerObject, type StoredMap } from "../../ledger/record";
import { ofType } from "../estate/fields";
import { type Project } from "../estate/projects";
import {
  type Deployment,
  deploymentFrom,
  firstDeployment,
  type Production,
  productionFrom,
  storedProduction,
} from "./deployment";

/** What a caller says of a new deployment. */
export type NewDeployment = Pick<Deployment, "sha" | "ref" | "target" | "meta">;

/** Deployments of all projects, and which of them are served: in the ledger, on behalf of the project's stack. */
export class Deployments {
  constructor(
    private readonly ledger: Ledger,
    private readonly derive: (label: string) => string,
    private readonly now: () => Date,
  ) {}

  /** Newest first, as Vercel lists them. */
  of(project: Project): Deployment[] {
    const stored = ofType(this.ledger.objects.all(), partType("deployment"))
      .filter(({ outputs }) => outputs["projectId"] === project.id)
      .map(({ id, outputs }) => deploymentFrom(id, outputs));
    return [...stored.reverse(), firstDeployment(project, this.derive)];
  }

  find(project: Project, idOrUrl: string): Deployment | undefined {
    return this.of(project).find(({ id, url }) => id === idOrUrl || url === idOrUrl);
  }

  production(project: Project): Production {
    const stored = this.#find(partType("production"), project.id);
    if (stored) return productionFrom(stored.outputs);
    const { id: deployment, created: since } = firstDeployment(project, this.derive);
    const nothing = { previous: undefined, rolledBack: false, rolling: undefined };
    return { deployment, since, served: [deployment], ...nothing };
  }

  /** A new one that targets production is served at once where the project says so and nobody rolled back. */
  create(project: Project, said: NewDeployment): Deployment {
    const deployment: Deployment = {
      ...said,
      id: ids.vercelDeployment(),
      projectId: project.id,
      created: this.now().toISOString(),
      url: `${project.name}-${ids.vercelSuffix()}.vercel.app`,
    };
    const { id, ...stored } = deployment;
    this.#put(project, { type: partType("deployment"), id, outputs: { ...stored } });
    const isServed = said.target === "production" && project.assignsDomains;
    if (isServed && !this.production(project).rolledBack) this.promote(project, id);
    return deployment;
  }

  // Requirement: REL-04, REL-05
  /**
   * Points the domains of a project to a deployment: by stages where the project declares them and the deployment never
   * served, else at once. Answers whether it was at once.
   */
  promote(project: Project, id: string): boolean {
    const before = this.production(project);
    const at = this.now().toISOString();
    if (!before.served.includes(id) && project.stages.length > 0) {
      const rolling = { deployment: id, started: at, approved: 0 };
      this.#keep(project, { ...before, rolledBack: false, rolling });
      return false;
    }
    this.#serve(project, id, false);
    return true;
  }

  // Requirement: DR-11, DR-15
  /** Points the domains to an earlier deployment, at once and whatever was on its way. */
  rollback(project: Project, id: string): void {
    this.#serve(project, id, true);
  }

  /** Lets a rolling release take a stage, or all that are left when none is named. */
  approve(project: Project, stage?: number): void {
    const before = this.production(project);
    if (!before.rolling) return;
    const isLast = stage === undefined || stage >= project.stages.length - 1;
    if (isLast) this.#serve(project, before.rolling.deployment, false);
    else this.#keep(project, { ...before, rolling: { ...before.rolling, approved: stage } });
  }

  #serve(project: Project, deployment: string, rolledBack: boolean): void {
    const before = this.production(project);
    const previous = deployment === before.deployment ? before.previous : before.deployment;
    const since = this.now().toISOString();
    const served = [...new Set([...before.served, deployment])];
    this.#keep(project, { deployment, since, previous, served, rolledBack, rolling: undefined });
  }

  #keep(project: Project, production: Production): void {
    const outputs = { projectId: project.id, ...storedProduction(production) };
    this.#put(project, { type: partType("production"), id: project.id, outputs });
  }

  #put({ object }: Project, part: { type: string; id: string; outputs: StoredMap }): void {
    const { stack, project } = parseUrn(object.urn);
    const urn = `urn:pulumi:${stack}::${project}::${part.type}::${part.id}`;
    const entry = { ...part, urn, inputs: {}, claims: [] };
    const before = this.#find(part.type, part.id);
    if (before) this.ledger.update(before, entry);
    else this.ledger.create(entry);
  }

  #find(type: string, id: string): LedgerObject | undefined {
    return this.ledger.objects.byId(type, id).at(-1);
  }
}
