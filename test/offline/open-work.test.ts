import { readFile } from "node:fs";
import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchOpenWork, type OpenWork } from "../../offline/open-work";

describe("open work", () => {
  let mine = true;
  let work: OpenWork;
  beforeEach(() => {
    mine = true;
    work = watchOpenWork(() => mine);
  });
  afterEach(() => work.stop());

  /** What the waiting itself opens is not the run's. */
  const ended = () => {
    mine = false;
    return vi.waitFor(() => expect(work.open()).toEqual([]));
  };

  it("is nothing where only promises wait", () => {
    void new Promise(() => undefined);
    expect(work.open()).toEqual([]);
  });

  it("is a timer until it fires, is cleared or let go", async () => {
    const cleared = setTimeout(() => undefined, 60_000);
    const letGo = setInterval(() => undefined, 60_000);
    expect(work.open()).toEqual(["Timeout"]);
    clearTimeout(cleared);
    letGo.unref();
    expect(work.open()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(work.open()).toEqual([]);
    clearInterval(letGo);
  });

  it("is an immediate until it ran", async () => {
    const ran = new Promise((resolve) => setImmediate(resolve));
    expect(work.open()).toEqual(["Immediate"]);
    await ran;
    expect(work.open()).toEqual([]);
  });

  it("is a file being read", async () => {
    const read = new Promise((resolve) => readFile("package.json", resolve));
    expect(work.open()).toEqual(["FSReqCallback"]);
    await read;
    await ended();
  });

  it("is a server until it is closed", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    expect(work.open()).toEqual(["TCPSERVERWRAP"]);
    await new Promise((resolve) => server.close(resolve));
    await ended();
  });

  it("is not what others opened", () => {
    mine = false;
    const timer = setTimeout(() => undefined, 60_000);
    expect(work.open()).toEqual([]);
    clearTimeout(timer);
  });
});
