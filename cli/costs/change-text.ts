import { colours } from "../view/colours";
import type { ChangeSign, Difference, Sums } from "./difference";
import type { AllowedIncrease } from "./increase";
import { cents, signed } from "./money";
import { type ChangeGroup, type ChangeRow, changeGroups } from "./rows";
import { increaseWords, totalWords, unpricedWords } from "./words";

const paints: Readonly<Record<ChangeSign, (text: string) => string>> = {
  "+": colours.green,
  "~": colours.yellow,
  "-": colours.red,
};

/** What is different, by component: expected sums before and after. */
export function changeText(change: Difference, increase?: AllowedIncrease): string {
  const head = `against ${change.against}: ${totalWords(change)}`;
  const groups = changeGroups(change.lines);
  const unpriced = unpricedWords(change.newlyUnpriced).map((text) => `  + not priced: ${text}`);
  const rows = [...groups.flatMap(groupText), ...unpriced];
  const allowed = increase ? [`  ${increaseText(increase)}`] : [];
  return [head, ...allowed, ...(rows.length > 0 ? rows : ["  nothing costs another sum"])].join(
    "\n",
  );
}

function increaseText(increase: AllowedIncrease): string {
  const words = increaseWords(increase);
  return increase.state === "above" ? colours.red(words) : words;
}

function groupText({ title, rows, ...amounts }: ChangeGroup): string[] {
  return [`  ${colours.bold(title)}  ${sumsWords(amounts)}`, ...rows.map(rowText)];
}

function rowText({ sign, title, count, ...amounts }: ChangeRow): string {
  const what = count > 1 ? `${count} × ${title}` : title;
  return `    ${paints[sign](sign)} ${what}  ${sumsWords(amounts)}`;
}

/** `15.00 → 110.00 (+95.00)`; where only another scenario changes, that is said. */
export function sumsWords({ before, after, delta }: Sums): string {
  const words = `${cents(before.expected)} → ${cents(after.expected)} (${signed(delta.expected)})`;
  if (!delta.expected.isZero()) return words;
  return `${words}, high ${cents(before.high)} → ${cents(after.high)} (${signed(delta.high)})`;
}
