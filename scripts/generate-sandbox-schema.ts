import { main } from "./sandbox-schema/main";

process.exitCode = main(process.argv.slice(2), process.cwd());
