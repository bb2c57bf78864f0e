import path from "node:path";

/** Where an approval lies, in the project's ignored folder. */
export interface ApprovalFiles {
  folder: string;
  approval: string;
  /** The engine's update plan; its secrets are encrypted. */
  plan: string;
  /** On the sandbox: the config that the plan was made with, whose salt opens the plan's secrets. */
  config: string;
}

export function approvalFiles(root: string, stack: string): ApprovalFiles {
  const folder = path.join(root, ".groundwork", "approvals");
  return {
    folder,
    approval: path.join(folder, `${stack}.json`),
    plan: path.join(folder, `${stack}.plan.json`),
    config: path.join(folder, `${stack}.config.yaml`),
  };
}
