/**
 * How long a daemon lives: while somebody holds a lease, a little longer so that the next command finds it, and until it
 * is told to stop once somebody asked it to stay.
 */
export class Lifetime {
  #leases = 0;
  #stays: boolean;
  #timer: NodeJS.Timeout | undefined;

  /** `end` is called once nobody needs the daemon any more; also when its starter never comes. */
  constructor(
    private readonly options: { stays: boolean; graceMs: number; firstLeaseMs: number },
    private readonly end: () => void,
  ) {
    this.#stays = options.stays;
    this.#await(options.firstLeaseMs);
  }

  get leases(): number {
    return this.#leases;
  }

  get stays(): boolean {
    return this.#stays;
  }

  /** Answers how to give the lease back; a second time changes nothing. */
  lease(): () => void {
    this.#leases += 1;
    clearTimeout(this.#timer);
    let given = true;
    return () => {
      if (!given) return;
      given = false;
      this.#leases -= 1;
      this.#await(this.options.graceMs);
    };
  }

  stay(): void {
    this.#stays = true;
    clearTimeout(this.#timer);
  }

  #await(milliseconds: number): void {
    if (this.#stays || this.#leases > 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.end, milliseconds);
  }
}
