import type { Command } from "commander";
import { action } from "./action";
import type { AuditFlags } from "./commands/audit";
import type { ExplainFlags } from "./commands/explain";
import type { RuleFilter } from "./rules/book";

/** `groundwork rules`, `explain` and `audit`: what the rules are, and what they say of a state that is there. */
export function addRules(program: Command) {
  addList(program);
  addExplain(program);
  addAudit(program);
}

function addList(program: Command) {
  program
    .command("rules")
    .description(
      "list every rule with its severity, its level by tier, and what is true when it holds",
    )
    .option("--family <family>", "only the rules of this family")
    .option("--topic <topic>", "only the rules about this topic")
    .addHelpText(
      "after",
      examples(
        ["groundwork rules", "every rule, by family"],
        ["groundwork rules --family headers", "those about response headers"],
        ["groundwork rules --topic recovery", "those about one topic, whatever their family"],
        ["groundwork rules --format json", "for a program"],
      ),
    )
    .action(
      action(async (context, filter: RuleFilter) => {
        const { rules } = await import("./commands/rules");
        return rules(context, filter);
      }),
    );
}

function addExplain(program: Command) {
  program
    .command("explain <rule>")
    .description("say why a rule is there, how to mend what it finds, and how to waive it")
    .option("--stack <stack>", "whose file the waiver is written for; the one nearest to users")
    .addHelpText(
      "after",
      examples(
        ["groundwork explain csp-no-unsafe", "why, fix, options, examples, references"],
        ["groundwork explain csp-no-unsafe --stack staging", "with a waiver for staging's file"],
      ),
    )
    .action(
      action(async (context, id: string, flags: ExplainFlags) => {
        const { explain } = await import("./commands/explain");
        return explain(context, id, flags);
      }),
    );
}

function addAudit(program: Command) {
  program
    .command("audit")
    .description(
      "judge an exported state by the same rules: no program, engine, account or network",
    )
    .requiredOption("--state <file>", "what `pulumi stack export` printed; - reads standard input")
    .addHelpText(
      "after",
      examples(
        ["pulumi stack export --stack prod --file prod.json", "write the state down"],
        ["groundwork audit --state prod.json", "exit code 0 clean, 1 refused, 2 not judged"],
        ["pulumi stack export | groundwork audit --state -", "without a file"],
      ),
    )
    .action(
      action(async (context, flags: AuditFlags) => {
        const { audit } = await import("./commands/audit");
        return audit(context, flags);
      }),
    );
}

/** Command lines that can be pasted, with what each is for. */
export function examples(...rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([line]) => line.length));
  const lines = rows.map(([line, what]) => `  ${line.padEnd(width)}  ${what}`);
  return `\nExamples:\n${lines.join("\n")}`;
}
