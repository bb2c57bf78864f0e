import { AboutResponse, type AboutRequest } from "@pulumi/pulumi/proto/language_pb";
import { parseOptions } from "./options";
import { packageManagerFor, packageManagerVersion } from "./package-manager";
import { programInfo } from "./program-info";

/** What `pulumi about` prints of this runtime: Node and the package manager, with versions. */
export function about(request: AboutRequest): AboutResponse {
  const { options, programDirectory } = programInfo(request.getInfo());
  const manager = packageManagerFor(parseOptions(options).packagemanager, programDirectory);
  const response = new AboutResponse();
  response.setExecutable(process.execPath);
  response.setVersion(process.version);
  const metadata = response.getMetadataMap();
  metadata.set("packagemanager", manager);
  metadata.set("packagemanagerVersion", packageManagerVersion(manager) ?? "");
  return response;
}
