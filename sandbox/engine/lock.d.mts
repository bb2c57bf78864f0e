export interface LockOptions {
  /** Called once, with the holder's process id (0 when unknown), if somebody else holds the lock. */
  onWait?: (holder: number) => void;
}

/** Runs `action` while this process holds the lock file. `share(pid)` keeps the lock for a child that outlives us. */
export function withLock<T>(
  file: string,
  action: (share: (pid: number) => void) => Promise<T>,
  options?: LockOptions,
): Promise<T>;
