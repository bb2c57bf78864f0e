import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Approval } from "./approval";
import { type ApprovalFiles, approvalFiles } from "./files";

export interface ApprovedFiles {
  approval: Approval;
  /** The plan that the engine wrote. */
  plan: string;
  /** The config that it was made with, where that is not the stack file itself. */
  config?: string;
}

/** Keeps an approval for the next `up`: the approval last and at once, so that a killed run leaves none or a whole one. */
export function writeApproval(root: string, { approval, plan, config }: ApprovedFiles): void {
  const files = approvalFiles(root, approval.stack);
  mkdirSync(files.folder, { recursive: true });
  revoke(files);
  copyFileSync(plan, files.plan);
  if (config !== undefined) copyFileSync(config, files.config);
  const draft = `${files.approval}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(approval, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(draft, files.approval);
}

/** Takes an approval back: it was used, or a later preview was refused. */
export function revokeApproval(root: string, stack: string): void {
  revoke(approvalFiles(root, stack));
}

function revoke({ approval, plan, config }: ApprovalFiles) {
  for (const file of [approval, plan, config]) rmSync(file, { force: true });
}
