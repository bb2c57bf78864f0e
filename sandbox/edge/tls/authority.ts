import "./reflect-metadata";
import { randomBytes, webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import * as x509 from "@peculiar/x509";
import { writeFileAtomically } from "../../client/files";

x509.cryptoProvider.set(webcrypto);

/** A certificate and its key, both as PEM. */
export interface KeyPair {
  cert: string;
  key: string;
}

export interface AuthorityFiles {
  /** PEM of the authority's certificate, for clients to trust. */
  cert: string;
  /** PEM of its key; only the owner of the cloud's folder can read it. */
  key: string;
}

/** From when to when a certificate is valid. */
export interface Validity {
  from: Date;
  to: Date;
}

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const years = 10;

/**
 * The authority of one cloud: it signs certificates for the hosts that the cloud serves. Nobody trusts it but clients
 * that are given its certificate. It is made once and kept beside the ledger.
 */
export class Authority {
  private constructor(
    /** PEM of its certificate. */
    readonly pem: string,
    private readonly issuer: x509.X509Certificate,
    private readonly signingKey: webcrypto.CryptoKey,
  ) {}

  static async open(files: AuthorityFiles, now: Date): Promise<Authority> {
    const { cert, key } = readPair(files) ?? (await makePair(files, now));
    const pkcs8 = x509.PemConverter.decodeFirst(key);
    const signingKey = await webcrypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
    return new Authority(cert, new x509.X509Certificate(cert), signingKey);
  }

  /** A certificate for one host, and the key to it. */
  async issue(host: string, { from, to }: Validity): Promise<KeyPair> {
    const keys = await newKeys();
    const cert = await x509.X509CertificateGenerator.create({
      serialNumber: serialNumber(),
      subject: [{ CN: [host.slice(0, 64)] }],
      issuer: this.issuer.subject,
      notBefore: from,
      notAfter: to,
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: this.signingKey,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
        new x509.SubjectAlternativeNameExtension([{ type: "dns", value: host }]),
      ],
    });
    return { cert: cert.toString("pem"), key: await pemOf(keys.privateKey) };
  }
}

async function makePair(files: AuthorityFiles, now: Date): Promise<KeyPair> {
  const keys = await newKeys();
  const to = new Date(now);
  to.setFullYear(to.getFullYear() + years);
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: [{ CN: ["Groundwork sandbox"] }],
    notBefore: hourBefore(now),
    notAfter: to,
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
    ],
  });
  const pair = { cert: cert.toString("pem"), key: await pemOf(keys.privateKey) };
  // The key first: a certificate without its key would be trusted for nothing.
  writeFileAtomically(files.key, pair.key);
  writeFileAtomically(files.cert, pair.cert);
  return pair;
}

/** Clocks differ a little, so that nothing is valid only from now on. */
export const hourBefore = (moment: Date): Date => new Date(moment.getTime() - 3_600_000);

function readPair(files: AuthorityFiles): KeyPair | undefined {
  try {
    return { cert: readFileSync(files.cert, "utf8"), key: readFileSync(files.key, "utf8") };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  const pkcs8 = await webcrypto.subtle.exportKey("pkcs8", key);
  return x509.PemConverter.encode(pkcs8, "PRIVATE KEY");
}

/** Positive, as RFC 5280 asks: the first bit is none. */
function serialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return bytes.toString("hex");
}
