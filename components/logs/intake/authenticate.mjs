import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/**
 * Who sent the request: `vercel` by the signature over the raw body, `service` by the bearer token, undefined when neither
 * holds. An empty secret lets nobody in.
 */
export function senderOf(headers, body, { drainSecret, token }) {
  const signature = headers["x-vercel-signature"];
  if (signature !== undefined) return isSigned(body, signature, drainSecret) ? "vercel" : undefined;
  const bearer = /^Bearer ([\x21-\x7e]+)$/i.exec(headers.authorization ?? "")?.[1];
  return bearer !== undefined && token && isEqual(bearer, token) ? "service" : undefined;
}

/** Vercel signs with HMAC-SHA1 in hex. Source: https://vercel.com/docs/drains/security */
function isSigned(body, signature, secret) {
  if (!secret) return false;
  return isEqual(signature, createHmac("sha1", secret).update(body).digest("hex"));
}

/** In the same time however much of the two agrees: their digests have one length. */
function isEqual(one, other) {
  const digest = (text) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
