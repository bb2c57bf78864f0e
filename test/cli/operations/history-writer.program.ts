import { appendRecord } from "../../../cli/operations/history";

/** Appends `count` long records one after the other: several of this at once are the writers of a test. */
const [root = "", by = "", count = "0"] = process.argv.slice(2);
const said = by.repeat(20_000);
for (let nth = 0; nth < Number(count); nth += 1) {
  appendRecord(
    { root },
    {
      ...{ at: new Date().toISOString(), operation: `write ${nth}`, stack: "prod", by },
      ...{ dryRun: false, result: "done", seconds: 0 },
      steps: [{ name: "long", result: "done", said, seconds: 0 }],
    },
  );
}
