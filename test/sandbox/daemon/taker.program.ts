import { takeLock } from "../../../sandbox/client/lock";

/** Tries to take the lock of a folder, says whether it did, and keeps it until its input ends. */
process.stdout.write(takeLock(process.argv[2] ?? "") ? "taken\n" : "refused\n");
process.stdin.resume();
