import { type Command, InvalidArgumentError, Option } from "commander";
import { action } from "./action";
import type { ReportFlags } from "./commands/report";
import type { VerifyFlags } from "./commands/verify";
import { workFolder } from "./folders";
import { type ReportFormatName, reportFormatNames } from "./reports/formats";
import { reportSources } from "./reports/source-names";
import { examples } from "./rule-commands";

/** `groundwork report` and `verify`: what a check found, on paper, and whether the paper is still what was written. */
export function addReports(program: Command) {
  addReport(program);
  addVerify(program);
}

function addReport(program: Command) {
  program
    .command("report <stack>")
    .description(
      "check a stack, or all, and write a folder with its report; or show the runs before: no engine, account or network",
    )
    .option("--out <dir>", "write <dir>/<stack>/ there; an earlier report is replaced")
    .option(
      "--formats <list>",
      `some of ${reportFormatNames.join(",")}; all when left out`,
      formatsIn,
      reportFormatNames,
    )
    .addOption(
      new Option(
        "--from <what>",
        "what is judged: the program (the default), a preview by the engine, or what is deployed",
      ).choices(reportSources),
    )
    .option("--sandbox", "preview on the cloud of this machine, or read its state", false)
    .option(
      "--state <file>",
      "judge this exported state in place of the program; - is standard input",
    )
    .option(
      "--events <file>",
      "report this event log of an engine, whatever its program and packs; - is standard input",
    )
    .option(
      "--base <report.json>",
      "an earlier report: the summary tells what is new and what is mended",
    )
    .option("--sign <key>", "sign the manifest with this OpenSSH private key")
    .option(
      "--history [place]",
      `where records of runs are kept: a folder, or s3://BUCKET/PREFIX by the aws command line; ${workFolder}/reports/history when left out. Without --out: show them`,
    )
    .option("--no-history", "keep no record of this run")
    .option(
      "--between <run...>",
      "with --history: two runs to compare, by number, time or commit; else the last two",
    )
    .addHelpText("after", reportExamples)
    .addHelpText(
      "after",
      "\nExit code as of check: 1 when a mandatory rule says no; 2 when what was judged is not whole.",
    )
    .action(
      action(async (context, stack: string, flags: ReportFlags) => {
        const { report } = await import("./commands/report");
        return report(context, stack, flags);
      }),
    );
}

const reportExamples = examples(
  ["groundwork report all --out .groundwork/reports", "every stack, in every format"],
  ["groundwork report prod --out .groundwork/reports --formats sarif,junit", "for a pipeline"],
  ["groundwork report prod --out .groundwork/reports --from state", "of what is deployed"],
  ["groundwork report prod --out .groundwork/reports --events log.jsonl", "of any program"],
  ["groundwork report prod --out .groundwork/reports --sign ~/.ssh/id_ed25519", "with a signature"],
  ["groundwork report prod --history", "the trend, and what changed since the last run"],
);

function addVerify(program: Command) {
  program
    .command("verify <dir>")
    .description("say whether a report's files are what its manifest lists, and who signed it")
    .option(
      "--signers <file>",
      "who may sign: ssh-keygen's allowed signers; without a good signature exit code 1",
    )
    .addHelpText(
      "after",
      examples([
        "groundwork verify .groundwork/reports/prod --signers .github/allowed_signers",
        "for an audit",
      ]),
    )
    .action(
      action(async (context, dir: string, flags: VerifyFlags) => {
        const { verify } = await import("./commands/verify");
        return verify(context, dir, flags);
      }),
    );
}

function formatsIn(text: string): ReportFormatName[] {
  const names = text.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !isFormat(name));
  if (unknown.length === 0) return names.filter(isFormat);
  throw new InvalidArgumentError(
    `${unknown.join(", ")} is none of ${reportFormatNames.join(", ")}`,
  );
}

function isFormat(name: string): name is ReportFormatName {
  return reportFormatNames.some((known) => known === name);
}
