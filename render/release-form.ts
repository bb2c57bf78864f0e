import { stringify } from "yaml";
import { tiers } from "../core/profile";

/** A question of the form that has to be answered. */
interface Question {
  id: string;
  type: "dropdown" | "input" | "textarea";
  label: string;
  description: string;
  placeholder?: string;
  options?: readonly string[];
  /** Of a textarea: its text is shown as what a shell runs. */
  render?: "shell";
}

/** What everybody who is touched by a release asks about it, in the order in which it is settled. */
const questions: readonly Question[] = [
  {
    id: "stacks",
    type: "dropdown",
    label: "Stacks",
    description: "Which stacks are changed. Prod only after staging has run the same commit.",
    options: tiers,
  },
  {
    id: "commit",
    type: "input",
    label: "Commit or pull request",
    description: "What is released. Its update report is the evidence of what changes.",
    placeholder: "#123",
  },
  {
    id: "window",
    type: "input",
    label: "Window",
    description:
      "From when to when, with the time zone. Outside of maintenance of vendors, and while people are at work.",
    placeholder: "2027-01-20 14:00 to 15:00 America/Toronto",
  },
  {
    id: "approvers",
    type: "input",
    label: "Approvers",
    description:
      "Who lets the job into the environment of prod; nobody approves what they started.",
    placeholder: "@acme/platform-team, one of two",
  },
  {
    id: "rollback-plan",
    type: "textarea",
    label: "Rollback plan",
    description:
      "What is done when it goes wrong, what is lost by it, who decides, and by which number within how many minutes.",
  },
  {
    id: "rollback-command",
    type: "textarea",
    label: "Rollback command",
    description:
      "As it will be typed, tried with --dry-run. One line for each service that goes back.",
    placeholder: "npx groundwork rollback prod --service frontend",
    render: "shell",
  },
  {
    id: "on-call",
    type: "input",
    label: "On call",
    description: "Who is called during the window and in the night after it, and in whose stead.",
    placeholder: "@ada, then @grace",
  },
  {
    id: "told",
    type: "textarea",
    label: "Who was told",
    description:
      "Support, product, customers whom it touches: who, where and when. `nobody` needs a reason.",
  },
  {
    id: "follow-ups",
    type: "textarea",
    label: "Follow-ups",
    description:
      "What is left to do, each with its owner and its day: flags to remove, migrations to finish. `none` where nothing is.",
  },
];

/** What has to be true before the window opens. */
const confirmed: readonly string[] = [
  "Somebody who did not write it has read the rollback plan",
  "Whoever is on call has said yes",
  "The smoke tests of staging are green for this commit",
];

/** Where GitHub looks for it. */
export const releaseFormFile = ".github/ISSUE_TEMPLATE/release.yml";

// Requirement: REL-15
/** The issue form in which a release is agreed on, as GitHub reads it. */
export function releaseForm(): string {
  return stringify(
    {
      name: "Release",
      description:
        "Schedules a release: when, who approves, who was told, and how it is taken back.",
      title: "Release: ",
      body: [...questions.map(field), confirmation()],
    },
    // As YAML 1.1, so that words such as on, which it takes for true, stand in quotes whoever reads them.
    { lineWidth: 0, version: "1.1" },
  );
}

function field({ id, type, label, description, placeholder, options, render }: Question): object {
  const attributes = {
    label,
    description,
    ...(options && { multiple: true, options: [...options] }),
    ...(placeholder !== undefined && { placeholder }),
    ...(render && { render }),
  };
  return { type, id, attributes, validations: { required: true } };
}

function confirmation(): object {
  const options = confirmed.map((label) => ({ label, required: true }));
  return { type: "checkboxes", id: "confirmed", attributes: { label: "Confirmed", options } };
}
