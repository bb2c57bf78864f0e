import { type Answer, Unreachable } from "../../reach";
import { done, finding, many, skipped, type UpkeepGround, type UpkeepStep } from "../ground";

/** Days before the end of a certificate from which somebody must know: vendors renew at 30. */
const leastDays = 21;
const dayMs = 24 * 60 * 60 * 1000;

type Asked = { name: string; url: string } & ({ answer: Answer } | { why: string });

export const healthStep: UpkeepStep = {
  name: "health",
  adapter: "HTTPS",
  reads: "every health address that the stack declares",
  async run(ground) {
    const asked = await askAll(ground);
    if (asked.length === 0) return skipped("the stack declares no public host");
    const lines = asked.map((one) =>
      "answer" in one
        ? `${one.name} ${one.answer.status} in ${one.answer.milliseconds} ms`
        : `${one.name}: ${one.why}`,
    );
    const bad = asked.filter((one) => !("answer" in one) || one.answer.status >= 400);
    const said = [`${asked.length - bad.length} of ${many(asked.length, "host")} well`, ...lines];
    return (bad.length > 0 ? finding : done)(said.join("\n"));
  },
};

export const certificateStep: UpkeepStep = {
  name: "certificates",
  adapter: "HTTPS",
  reads: "the certificate that each host proves itself with",
  async run(ground) {
    const asked = await askAll(ground);
    const told = asked.flatMap((one) => {
      const ends = "answer" in one ? one.answer.certificate?.validTo : undefined;
      if (!ends) return [];
      return [
        { name: one.name, days: Math.floor((ends.getTime() - ground.now.getTime()) / dayMs) },
      ];
    });
    if (told.length === 0) return skipped("no host answered with a certificate");
    const soon = told.filter(({ days }) => days < leastDays);
    const silent = asked.length - told.length;
    const said = [
      `${many(told.length, "certificate")} read, ${soon.length} with less than ${leastDays} days`,
      ...(silent > 0 ? [`${many(silent, "host")} did not answer`] : []),
      ...told.map(({ name, days }) => `${name} ${many(days, "day")}`),
    ];
    return (soon.length + silent > 0 ? finding : done)(said.join("\n"));
  },
};

function askAll({ health, reach }: UpkeepGround): Promise<Asked[]> {
  return Promise.all(
    health.map(async ({ name, url }): Promise<Asked> => {
      try {
        return { name, url, answer: await reach.ask(url) };
      } catch (error) {
        if (error instanceof Unreachable) return { name, url, why: error.reason };
        throw error;
      }
    }),
  );
}
