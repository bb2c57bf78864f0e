import { Ledger } from "../../../sandbox/ledger/ledger";

/** Appends objects to the ledger named by its argument until it is killed, and tells each one that is confirmed. */
const ledger = Ledger.open(process.argv[2] ?? "");

for (let count = 1; ; count += 1) {
  const id = `prj_${count}`;
  ledger.create({
    urn: `urn:pulumi:dev::test::vercel:index/project:Project::p${count}`,
    type: "vercel:index/project:Project",
    id,
    inputs: { name: id, filler: "x".repeat(2_000) },
    outputs: {},
    claims: [id],
  });
  process.stdout.write(`${id}\n`);
}
