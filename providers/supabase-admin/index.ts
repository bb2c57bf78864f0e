import { readFileSync } from "node:fs";
import { join } from "node:path";
import { realOutside } from "./http/transport";
import { resources } from "./resources";
import { listen } from "./server/listen";
import { endWithParent } from "./server/parent-watch";
import { AdminProvider } from "./server/provider";

/** The engine starts this file (`bin/index.js`), and reads the port that it prints as its first line. */
async function main(): Promise<void> {
  endWithParent();
  const manifest = JSON.parse(readFileSync(join(__dirname, "../package.json"), "utf8")) as {
    name: string;
    version: string;
  };
  const world = { outside: realOutside, env: process.env };
  const { port } = await listen(new AdminProvider(manifest, resources, world));
  process.stdout.write(`${port}\n`);
}

void main();
