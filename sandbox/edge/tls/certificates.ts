import { createSecureContext, type SecureContext } from "node:tls";
import { hourBefore, type Authority } from "./authority";

/** As long as Let's Encrypt gives to Vercel and Fly. */
export const usualDays = 90;
const day = 86_400_000;

/** Certificates of all hosts, each made when somebody first asks for it and again when half of its time is over. */
export class Certificates {
  readonly #made = new Map<string, { context: Promise<SecureContext>; renewAt: number }>();

  constructor(
    private readonly authority: Authority,
    private readonly now: () => Date,
  ) {}

  /** `days`: for how many from now it is to be valid; fewer than none is a certificate that has ended. */
  contextOf(host: string, days: number = usualDays): Promise<SecureContext> {
    const name = `${days} ${host}`;
    const known = this.#made.get(name);
    const now = this.now();
    if (known && now.getTime() < known.renewAt) return known.context;
    const context = this.#make(host, days, now);
    this.#made.set(name, { context, renewAt: now.getTime() + Math.max(days / 2, 0.01) * day });
    return context;
  }

  async #make(host: string, days: number, now: Date): Promise<SecureContext> {
    const to = new Date(now.getTime() + days * day);
    const from = hourBefore(to < now ? to : now);
    const { cert, key } = await this.authority.issue(host, { from, to });
    return createSecureContext({ cert, key });
  }
}
