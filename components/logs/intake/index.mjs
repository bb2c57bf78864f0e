/*
 * The log intake as Lambda runs it. The clients come with the runtime; nothing else is needed.
 */
import {
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { randomUUID } from "node:crypto";
import { createHandler } from "./handler.mjs";

const logs = new CloudWatchLogsClient({});
const secrets = new SecretsManagerClient({});
const copy = randomUUID();
const { DRAIN_SECRET_ARN, TOKEN_SECRET_ARN } = process.env;

async function readSecret(arn) {
  if (!arn) return "";
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString ?? "";
}

/** One stream a day and running copy of the function, made when it is first written to. */
async function put(logGroupName, logEvents) {
  const day = new Date().toISOString().slice(0, 10);
  const logStreamName = `${day}/${copy}`;
  const order = new PutLogEventsCommand({ logGroupName, logStreamName, logEvents });
  try {
    await logs.send(order);
  } catch (error) {
    if (error?.name !== "ResourceNotFoundException") throw error;
    await makeStream({ logGroupName, logStreamName });
    await logs.send(order);
  }
}

/** Another request may have made it in the meantime. */
async function makeStream(stream) {
  try {
    await logs.send(new CreateLogStreamCommand(stream));
  } catch (error) {
    if (error?.name !== "ResourceAlreadyExistsException") throw error;
  }
}

export const handler = createHandler(JSON.parse(process.env.INTAKE ?? "{}"), {
  now: Date.now,
  put,
  readSecrets: async () => {
    const [drainSecret, token] = await Promise.all([
      readSecret(DRAIN_SECRET_ARN),
      readSecret(TOKEN_SECRET_ARN),
    ]);
    return { drainSecret, token };
  },
});
