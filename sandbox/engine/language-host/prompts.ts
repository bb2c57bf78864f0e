import {
  RuntimeOptionPrompt,
  type RuntimeOptionsRequest,
  RuntimeOptionsResponse,
} from "@pulumi/pulumi/proto/language_pb";
import { packageManagers } from "./options";
import { programInfo } from "./program-info";

const { RuntimeOptionType, RuntimeOptionValue } = RuntimeOptionPrompt;

/** What `pulumi new` asks for this runtime: the package manager, unless the project says it already. */
export function runtimeOptionsPrompts(request: RuntimeOptionsRequest): RuntimeOptionsResponse {
  const response = new RuntimeOptionsResponse();
  if (!("packagemanager" in programInfo(request.getInfo()).options))
    response.addPrompts(packageManagerPrompt());
  return response;
}

function packageManagerPrompt(): RuntimeOptionPrompt {
  const prompt = new RuntimeOptionPrompt();
  prompt.setKey("packagemanager");
  prompt.setDescription("The package manager to use for installing dependencies");
  prompt.setPrompttype(RuntimeOptionType.STRING);
  prompt.setChoicesList(packageManagers.filter((name) => name !== "auto").map(choice));
  prompt.setDefault(choice("npm"));
  return prompt;
}

function choice(name: string): RuntimeOptionPrompt.RuntimeOptionValue {
  const value = new RuntimeOptionValue();
  value.setPrompttype(RuntimeOptionType.STRING);
  value.setStringvalue(name);
  value.setDisplayname(name);
  return value;
}
