import { type RunRequest, RunResponse } from "@pulumi/pulumi/proto/language_pb";
import { type Child, type Children } from "./children";
import { type HostFacts, programCommand } from "./program-command";
import { watchForExhaustedMemory } from "./memory";

/** The SDK's runner ends with this code after it told the person what is wrong: nobody needs to hear it twice. */
export const ALREADY_SHOWN = 32;

/** Runs a program to its end, its output passed on. A failure of the program is an answer, not an RPC error. */
export async function runProgram(
  request: RunRequest,
  host: HostFacts & { programs: Children },
): Promise<RunResponse> {
  try {
    if (request.getAttachDebugger()) throw new Error(noDebugger);
    return await answer(host.programs.start(programCommand(request, host)));
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

export const noDebugger =
  "this language host cannot attach a debugger; set NODE_OPTIONS=--inspect-brk instead";

async function answer(child: Child): Promise<RunResponse> {
  const memory = watchForExhaustedMemory(child.stderr);
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  const { code } = await child.done.catch((error: Error) => {
    throw new Error(
      `Problem executing program (could not run language executor): ${error.message}`,
      { cause: error },
    );
  });
  if (code === 0) return new RunResponse();
  if (code === ALREADY_SHOWN) return bail();
  return failed(
    [`Program exited with non-zero exit code: ${code}`, memory()].filter(Boolean).join(". "),
  );
}

function bail(): RunResponse {
  const response = new RunResponse();
  response.setBail(true);
  return response;
}

function failed(message: string): RunResponse {
  const response = new RunResponse();
  response.setError(message);
  return response;
}
