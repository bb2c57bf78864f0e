import { colours } from "../view/colours";
import { doctorFacts } from "../../sandbox/engine/doctor";
import type { Context, ExitCode } from "../context";
import { say } from "../view/say";

const signs = {
  ok: colours.green("✓"),
  warn: colours.yellow("!"),
  missing: colours.red("✗"),
} as const;

/** Says what this machine has, what is missing and what to do about it. Exit code 2 when something needed is missing. */
export async function doctor(context: Context): Promise<ExitCode> {
  const facts = await doctorFacts({ env: context.env, projectDir: context.packageRoot });
  const width = Math.max(...facts.map(({ name }) => name.length));
  const text = facts
    .map(({ name, state, version, advice }) => {
      const head = [signs[state], name.padEnd(width), version].filter(Boolean).join("  ");
      return advice ? `${head}\n   ${" ".repeat(width)}  ${advice}` : head;
    })
    .join("\n");
  say(context, text, { facts });
  return facts.some(({ state }) => state === "missing") ? 2 : 0;
}
