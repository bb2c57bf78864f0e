import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { installPython } from "../../support/python-tools";

const requirements = path.join(__dirname, "moto-requirements.txt");

/** S3 and KMS of AWS, as moto plays them on a loopback port. */
export interface Moto {
  /** `http://127.0.0.1:PORT` */
  endpoint: string;
  /** For every process that is to take it for AWS. The credentials are moto's own: it takes any. */
  env: Record<string, string>;
  makeBucket(name: string): Promise<void>;
  /** Keys of a bucket's objects that begin so, sorted. */
  keys(bucket: string, prefix?: string): Promise<string[]>;
  read(bucket: string, key: string): Promise<string>;
  write(bucket: string, key: string, text: string): Promise<void>;
  /** A key of KMS under an alias; answers its id. */
  makeKey(alias: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts moto, installed on first use. Without Python or a package index it throws: what it proves is then not proven. */
export async function startMoto(): Promise<Moto> {
  const executables = await installPython({
    name: "moto",
    requirements,
    proves: "state on S3 is not tested here",
  });
  const server = spawn(
    path.join(executables, "python"),
    ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const endpoint = await address(server);
  const call = async (url: string, init: RequestInit = {}) => {
    const headers = { authorization: `${scope}/us-east-1/s3/aws4_request`, ...init.headers };
    const answer = await fetch(`${endpoint}${url}`, { ...init, headers });
    if (!answer.ok) throw new Error(`moto: ${url}: ${answer.status} ${await answer.text()}`);
    return answer.text();
  };
  const kms = async (action: string, body: object) =>
    JSON.parse(
      (await call("/", {
        method: "POST",
        body: JSON.stringify(body),
        headers: {
          "x-amz-target": `TrentService.${action}`,
          "content-type": "application/x-amz-json-1.1",
          authorization: `${scope}/us-east-1/kms/aws4_request`,
        },
      })) || "{}",
    ) as { KeyMetadata?: { KeyId: string } };
  return {
    endpoint,
    env: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ACCESS_KEY_ID: "testing",
      AWS_SECRET_ACCESS_KEY: "testing",
      AWS_SESSION_TOKEN: "",
      AWS_PROFILE: "",
      AWS_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
    },
    makeBucket: async (name) => void (await call(`/${name}`, { method: "PUT" })),
    async keys(bucket, prefix = "") {
      const xml = await call(`/${bucket}?list-type=2&prefix=${encodeURIComponent(prefix)}`);
      return [...xml.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key ?? "").sort();
    },
    read: (bucket, key) => call(`/${bucket}/${key}`),
    async write(bucket, key, body) {
      await call(`/${bucket}/${key}`, { method: "PUT", body });
    },
    async makeKey(alias) {
      const id = (await kms("CreateKey", {})).KeyMetadata?.KeyId ?? "";
      await kms("CreateAlias", { AliasName: alias, TargetKeyId: id });
      return id;
    },
    async stop() {
      const gone = once(server, "exit");
      server.kill("SIGKILL");
      await gone;
    },
  };
}

/** The engine's address of a bucket that moto serves. */
export function bucketUrl({ endpoint }: Moto, bucket: string): string {
  return `s3://${bucket}?endpoint=${endpoint}&s3ForcePathStyle=true&region=us-east-1`;
}

const scope = "AWS4-HMAC-SHA256 Credential=testing/20260101";

/** What the server says of itself once it listens. */
async function address(server: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("exit", (code) => reject(new Error(`moto ended with ${code}: ${said}`)));
    server.stderr?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000);
      const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
}
