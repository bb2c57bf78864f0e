import { credentials } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import { CheckRequest } from "@pulumi/pulumi/proto/provider_pb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type UserError } from "../../../core/errors";
import {
  armFault,
  clearFaults,
  leaseSandbox,
  listFaults,
  portOwner,
  readLedger,
  sandboxStatus,
  startSandbox,
  stopSandbox,
} from "../../../sandbox/client";
import { ask } from "../../../sandbox/client/ask";
import { homeFiles } from "../../../sandbox/client/home";
import { isRunning, thisProcess } from "../../../sandbox/client/process-identity";
import { readRunInfo, writeRunInfo } from "../../../sandbox/client/run-file";
import { daemonOf, gone, Homes, Programs } from "./support";

const programs = new Programs();
const homes = new Homes();
const fault = {
  type: "vercel:index/project:Project",
  op: "create",
  nth: 1,
  mode: "exit",
  when: "before",
} as const;

let daemon: string;
beforeAll(() => {
  daemon = programs.build("sandbox/daemon/main.ts", "sandbox.cjs");
});
afterEach(() => homes.stopAll());
afterAll(() => programs.remove());

const refusalOf = (promise: Promise<unknown>): Promise<UserError> =>
  promise.then(
    () => Promise.reject(new Error("it was not refused")),
    (error: unknown) => error as UserError,
  );

function check(port: number, type: string): Promise<void> {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  const request = new CheckRequest().setUrn(`urn:pulumi:dev::test::${type}::pet`);
  return new Promise<void>((resolve, reject) => {
    client.check(request, (error) => (error ? reject(error) : resolve()));
  }).finally(() => client.close());
}

describe("a lease", () => {
  test("starts the sandbox and tells the engine where each package listens", async () => {
    const home = homes.make();
    const lease = await leaseSandbox({ home, daemon, graceMs: 1 });
    const names = [
      ...["vercel", "github", "aws", "random", "sentry", "checkly", "pagerduty", "digitalocean"],
      ...["terraform-provider", "supabase"],
    ];
    expect(Object.keys(lease.ports)).toEqual(names);
    expect(lease.debugProviders).toBe(
      names.map((name) => `${name}:${lease.ports[name]}`).join(","),
    );
    expect(portOwner(lease.ports, lease.ports["aws"]!)).toBe("aws");
    expect(portOwner(lease.ports, 1)).toBeUndefined();
    await lease.release();
  });

  test("taken by four at once comes from one daemon", async () => {
    const home = homes.make();
    const leases = await Promise.all([1, 2, 3, 4].map(() => leaseSandbox({ home, daemon })));
    expect(new Set(leases.map(({ debugProviders }) => debugProviders)).size).toBe(1);
    expect(await sandboxStatus(home)).toMatchObject({
      leases: 4,
      stays: false,
      objects: 0,
      down: [],
    });
    for (const lease of leases) await lease.release();
  });

  test("that is the last one ends the daemon, and leaves nothing of it but the cloud", async () => {
    const home = homes.make();
    const [one, two] = [
      await leaseSandbox({ home, daemon, graceMs: 1 }),
      await leaseSandbox({ home, daemon }),
    ];
    const running = daemonOf(home);
    await one.release();
    expect((await sandboxStatus(home))?.leases).toBe(1);
    await two.release();
    expect(await gone(running)).toBe(true);
    expect(existsSync(homeFiles(home).run)).toBe(false);
    const left = readdirSync(home).filter((name) => !/^lock\.\d+$/.test(name));
    expect(left.sort()).toEqual(["daemon.log", "key", "ledger.jsonl"]);
  });

  test("ends with its process, also by kill -9", async () => {
    const home = homes.make();
    const leaser = programs.build("test/sandbox/daemon/leaser.program.ts", "leaser.cjs");
    const child = spawn(process.execPath, [leaser, home, daemon], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    const running = daemonOf(home);
    expect(isRunning(running)).toBe(true);
    child.kill("SIGKILL");
    expect(await gone(running)).toBe(true);
  });

  test("keeps no file readable by others", async () => {
    const home = homes.make();
    const lease = await leaseSandbox({ home, daemon });
    for (const name of readdirSync(home))
      expect([name, statSync(join(home, name)).mode & 0o077]).toEqual([name, 0]);
    await lease.release();
  });

  test("starts a provider again that died", async () => {
    const home = homes.make();
    const type = "random:index/randomPet:RandomPet";
    const first = await leaseSandbox({ home, daemon });
    await armFault(home, { ...fault, type, op: "check" });
    await expect(check(first.ports["random"]!, type)).rejects.toMatchObject({ code: 14 });
    expect((await sandboxStatus(home))?.down).toEqual(["random"]);
    const second = await leaseSandbox({ home, daemon });
    expect((await sandboxStatus(home))?.down).toEqual([]);
    await expect(check(second.ports["random"]!, type)).resolves.toBeUndefined();
    expect(second.ports["vercel"]).toBe(first.ports["vercel"]);
    await first.release();
    await second.release();
  });
});

describe("a daemon that is gone", () => {
  test("by kill -9 is started again, and the cloud is as it was", async () => {
    const home = homes.make();
    const first = await leaseSandbox({ home, daemon });
    const running = daemonOf(home);
    process.kill(running.pid, "SIGKILL");
    await gone(running);
    expect(await sandboxStatus(home)).toBeUndefined();
    const second = await leaseSandbox({ home, daemon });
    expect(daemonOf(home).pid).not.toBe(running.pid);
    expect(readLedger(home)).toEqual({ objects: [], log: [] });
    await second.release();
    await first.release();
  });

  test.each([
    ["whose number another process has now", { ...thisProcess(), startTime: "long ago" }],
    ["whose process is gone", { pid: 2 ** 22 + 1, startTime: "long ago" }],
  ])("%s is told from one that runs", async (_what, identity) => {
    const home = homes.make();
    const free = createServer().listen(0, "127.0.0.1");
    await once(free, "listening");
    const control = (free.address() as AddressInfo).port;
    await new Promise((resolve) => free.close(resolve));
    writeRunInfo(home, { ...identity, control, token: "old" });
    expect(await sandboxStatus(home)).toBeUndefined();
    expect(await stopSandbox(home)).toBe(false);
    const lease = await leaseSandbox({ home, daemon });
    expect(daemonOf(home).pid).not.toBe(identity.pid);
    await lease.release();
  });

  test("and left half a file is started again", async () => {
    const home = homes.make();
    writeFileSync(homeFiles(home).run, '{"pid":');
    const lease = await leaseSandbox({ home, daemon });
    expect((await sandboxStatus(home))?.leases).toBe(1);
    await lease.release();
  });
});

describe("start and stop", () => {
  test("keep the sandbox without leases, and end it", async () => {
    const home = homes.make();
    const status = await startSandbox({ home, daemon, graceMs: 1 });
    expect(status.stays).toBe(true);
    const running = daemonOf(home);
    const lease = await leaseSandbox({ home, daemon });
    await lease.release();
    expect(await sandboxStatus(home)).toMatchObject({ pid: running.pid, stays: true });
    expect(await stopSandbox(home)).toBe(true);
    expect(isRunning(running)).toBe(false);
    expect(await stopSandbox(home)).toBe(false);
  });

  test("does not stop under a run, unless forced", async () => {
    const home = homes.make();
    const lease = await leaseSandbox({ home, daemon });
    const refused = await refusalOf(stopSandbox(home));
    expect([refused.exitCode, refused.message]).toEqual([
      2,
      "1 run uses the sandbox; it does not stop under them; wait for it, or use --force",
    ]);
    expect(await stopSandbox(home, { force: true })).toBe(true);
    await lease.release();
  });
});

describe("a daemon of an older build", () => {
  function newBuild(): string {
    const program = programs.copy(daemon, "newer.cjs");
    appendFileSync(program, "\n// another build\n");
    return program;
  }

  test("is replaced when nobody uses it, and stays if it was told to stay", async () => {
    const home = homes.make();
    const old = await startSandbox({ home, daemon });
    const told: string[] = [];
    const lease = await leaseSandbox({
      home,
      daemon: newBuild(),
      onProgress: (message) => told.push(message),
    });
    expect(await sandboxStatus(home)).toMatchObject({ stays: true, leases: 1 });
    expect((await sandboxStatus(home))?.pid).not.toBe(old.pid);
    expect(told).toEqual(["the sandbox is out of date and starts again"]);
    await lease.release();
  });

  test("goes on while somebody uses it", async () => {
    const home = homes.make();
    const first = await leaseSandbox({ home, daemon });
    const told: string[] = [];
    const second = await leaseSandbox({
      home,
      daemon: newBuild(),
      onProgress: (message) => told.push(message),
    });
    expect(second.ports).toEqual(first.ports);
    expect(told).toEqual(["the sandbox is out of date, but another run uses it"]);
    await first.release();
    await second.release();
  });
});

describe("ports that were chosen", () => {
  async function freeRange(): Promise<number> {
    const probe = createServer().listen(0, "127.0.0.1");
    await once(probe, "listening");
    const { port } = probe.address() as AddressInfo;
    await new Promise((resolve) => probe.close(resolve));
    return port > 60_000 ? port - 5_000 : port;
  }

  test("are taken in order, and a sandbox on others moves there when nobody uses it", async () => {
    const home = homes.make();
    await startSandbox({ home, daemon });
    const basePort = await freeRange();
    const lease = await leaseSandbox({ home, daemon, basePort });
    const ports = Object.values(lease.ports);
    expect(ports).toEqual(ports.map((_, offset) => basePort + offset));
    const refused = await refusalOf(leaseSandbox({ home, daemon, basePort: basePort + 100 }));
    expect([refused.exitCode, refused.message]).toEqual([
      2,
      "1 run uses the sandbox; it cannot move to other ports; wait for it, or use --force",
    ]);
    await lease.release();
  });

  test("and are in use are named, with exit code 2, and nothing is left running", async () => {
    const home = homes.make();
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const refused = await refusalOf(leaseSandbox({ home, daemon, basePort: port }));
    expect([refused.exitCode, refused.message]).toEqual([
      2,
      `port ${port} on 127.0.0.1, wanted for the sandbox's vercel provider, is taken; free it, or choose another base port`,
    ]);
    expect(await sandboxStatus(home)).toBeUndefined();
    taken.close();
    const lease = await leaseSandbox({ home, daemon });
    await lease.release();
  });
});

describe("a folder that cannot be used", () => {
  test("is named, with exit code 2", async () => {
    const file = join(homes.make(), "file");
    writeFileSync(file, "");
    const home = join(file, "sandbox");
    const refused = await refusalOf(leaseSandbox({ home, daemon }));
    expect([refused.exitCode, refused.problems]).toEqual([
      2,
      [
        {
          where: { file: home },
          found: "the sandbox cannot write here (ENOTDIR)",
          fix: "make the folder writable, or run in a copy of the project that you own",
        },
      ],
    ]);
  });

  test("because its ledger is not ours is named with the line", async () => {
    const home = homes.make();
    writeFileSync(homeFiles(home).ledger, "hello\n");
    const refused = await refusalOf(leaseSandbox({ home, daemon }));
    expect([refused.exitCode, refused.problems[0]?.where]).toEqual([
      2,
      { file: homeFiles(home).ledger, line: 1 },
    ]);
    expect(readFileSync(homeFiles(home).ledger, "utf8")).toBe("hello\n");
  });
});

describe("faults", () => {
  test("are armed and cleared the same with and without a daemon", async () => {
    const home = homes.make();
    expect(await clearFaults(home)).toBe(0);
    expect((await armFault(home, fault)).id).toBe(1);
    const lease = await leaseSandbox({ home, daemon });
    expect((await armFault(home, { ...fault, stack: "dev" })).id).toBe(2);
    expect(listFaults(home).map(({ id }) => id)).toEqual([1, 2]);
    expect((await sandboxStatus(home))?.faults).toEqual(listFaults(home));
    expect(await clearFaults(home)).toBe(2);
    expect(listFaults(home)).toEqual([]);
    await lease.release();
  });

  test("that cannot be are refused by the daemon with the same words", async () => {
    const home = homes.make();
    const without = await refusalOf(armFault(home, { ...fault, nth: 0 }));
    const lease = await leaseSandbox({ home, daemon });
    const within = await refusalOf(armFault(home, { ...fault, nth: 0 }));
    expect([within.message, within.exitCode]).toEqual([without.message, 1]);
    await lease.release();
  });
});

describe("the daemon's door", () => {
  test("stays shut without the token", async () => {
    const home = homes.make();
    const lease = await leaseSandbox({ home, daemon });
    const run = readRunInfo(home)!;
    for (const token of ["", "x".repeat(run.token.length), run.token.slice(1)]) {
      expect(await ask({ ...run, token }, { ask: "stop", force: true })).toBeUndefined();
    }
    expect((await sandboxStatus(home))?.leases).toBe(1);
    await lease.release();
  });
});
