import { type ProgramInfo } from "@pulumi/pulumi/proto/language_pb";

/** Where a program, pack or plugin lives and what its project file says to the runtime. */
export interface ProgramPlace {
  rootDirectory: string;
  programDirectory: string;
  entryPoint: string;
  options: Record<string, unknown>;
}

/** @throws Error when the engine sent no place at all: nothing can be run then. */
export function programInfo(info: ProgramInfo | undefined): ProgramPlace {
  if (!info) throw new Error("the engine sent no program info");
  return {
    rootDirectory: info.getRootDirectory(),
    programDirectory: info.getProgramDirectory(),
    entryPoint: info.getEntryPoint(),
    options: info.getOptions()?.toJavaScript() ?? {},
  };
}
