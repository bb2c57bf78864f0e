import { leaseSandbox } from "../../../sandbox/client";

/** Leases a sandbox and keeps it until it is killed: `leaser.cjs HOME DAEMON`. */
async function main(): Promise<void> {
  const [home = "", daemon = ""] = process.argv.slice(2);
  const lease = await leaseSandbox({ home, daemon, graceMs: 1 });
  process.stdout.write(`${lease.debugProviders}\n`);
  setInterval(() => undefined, 60_000);
}

void main();
