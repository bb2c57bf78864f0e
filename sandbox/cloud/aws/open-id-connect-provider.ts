import { allTags, awsAccountId, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

/** One for each URL in an account: whichever stack makes it first owns it. */
export const openIdConnectProvider: CloudResource = {
  type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  defaults: { thumbprintLists: [] },
  computed: ["arn"],
  derive: ({ inputs, account }) => ({ tagsAll: allTags(inputs, account) }),
  claims: ({ inputs }) => {
    const url = text(inputs["url"], "");
    const status = `https response error StatusCode: 409, RequestID: ${ids.uuid()}`;
    const refusal = `creating IAM OIDC Provider: operation error IAM: CreateOpenIDConnectProvider, ${status}, EntityAlreadyExists: Provider with url ${url} already exists.`;
    return [{ key: `aws:oidc:${awsAccountId}:${host(url)}`, refusal }];
  },
  create: ({ inputs }) => {
    const arn = `arn:aws:iam::${awsAccountId}:oidc-provider/${host(text(inputs["url"], ""))}`;
    return { id: arn, outputs: { arn } };
  },
};

const host = (url: string): string => url.replace(/^https:\/\//, "").replace(/\/$/, "");
