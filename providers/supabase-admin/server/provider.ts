import { type PropertyMap } from "../../../core/value";
import { type Target } from "../../../rpc/target";
import { Api } from "../api";
import { Refusal } from "../http/errors";
import { type Outside } from "../http/transport";
import { type AdminResource, type Existing, type Known } from "../model/resource";
import { settingsOf } from "../settings";
import { checkInputs, type Failure } from "../model/check";
import { type Change, diffInputs } from "../model/diff";

/** What the plugin does, free of the wire: values are in clear. */
export class AdminProvider {
  readonly #resources: ReadonlyMap<string, AdminResource>;
  /** Made by this very run, by type and id: whose they are now. */
  readonly #made = new Map<string, string>();
  #api: Api | undefined;

  constructor(
    readonly about: { name: string; version: string },
    readonly resources: readonly AdminResource[],
    private readonly world: { outside: Outside; env: NodeJS.ProcessEnv },
  ) {
    this.#resources = new Map(resources.map((resource) => [resource.type, resource]));
  }

  configure(config: PropertyMap): void {
    this.#api = new Api(settingsOf(config, this.world.env), this.world.outside);
  }

  resource({ type }: Target): AdminResource {
    const known = this.#resources.get(type);
    if (known) return known;
    throw new Refusal(`${this.about.name} has no resource type ${type}`);
  }

  check(target: Target, news: PropertyMap): { inputs: PropertyMap; failures: Failure[] } {
    return checkInputs(this.resource(target), news);
  }

  diff(target: Target, olds: PropertyMap, news: PropertyMap): Change[] {
    return diffInputs(this.resource(target), olds, news);
  }

  /** Refuses a second resource for the same thing: the first one's settings would be lost silently. */
  async create(target: Target, inputs: PropertyMap): Promise<Existing> {
    const resource = this.resource(target);
    const id = resource.idOf?.(inputs);
    const holder = id && this.#made.get(key(target, id));
    if (holder && holder !== target.urn) throw new Refusal(`${id} is managed by ${holder} already`);
    const made = await resource.create(this.#ready, inputs);
    this.#made.set(key(target, made.id), target.urn);
    return made;
  }

  read(target: Target, known: Known): Promise<Existing | undefined> {
    return this.resource(target).read(this.#ready, known);
  }

  update(target: Target, known: Known, news: PropertyMap): Promise<Existing> {
    return this.resource(target).update(this.#ready, known, news);
  }

  /**
   * What this run made under the same id stays: a resource that was renamed without an alias, or replaced in place, was
   * made again before its old half goes, and both halves are one thing.
   */
  async delete(target: Target, known: Known): Promise<void> {
    if (this.#made.has(key(target, known.id))) return;
    await this.resource(target).delete(this.#ready, known);
  }

  get #ready(): Api {
    if (this.#api) return this.#api;
    throw new Error("the engine asked before it configured the provider");
  }
}

const key = ({ type }: Target, id: string): string => `${type}\n${id}`;
