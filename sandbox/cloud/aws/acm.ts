import { allTags, awsAccountId, awsRegion, text } from "../account";
import { ids } from "../ids";
import { type CloudResource } from "../resource";

const certificateType = "aws:acm/certificate:Certificate";

/** A certificate that waits for its record; the record's name and value follow from the host. */
export const certificate: CloudResource = {
  type: certificateType,
  defaults: { keyAlgorithm: "RSA_2048", subjectAlternativeNames: [] },
  computed: ["arn", "domainValidationOptions", "notAfter", "notBefore", "status"],
  derive: ({ inputs, account }) => ({
    region: awsRegion(inputs, account),
    pendingRenewal: false,
    renewalEligibility: "INELIGIBLE",
    renewalSummaries: [],
    tagsAll: allTags(inputs, account),
    type: "AMAZON_ISSUED",
    validationEmails: [],
  }),
  create: ({ inputs, account, cloud }) => {
    const host = text(inputs["domainName"], "");
    const arn = `arn:aws:acm:${awsRegion(inputs, account)}:${awsAccountId}:certificate/${ids.uuid()}`;
    const proof = (part: string) => `_${cloud.derive(`acm:${part}:${host}`).slice(0, 32)}`;
    const option = {
      domainName: host,
      resourceRecordName: `${proof("name")}.${host}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `${proof("value")}.acm-validations.aws.`,
    };
    return {
      id: arn,
      outputs: {
        arn,
        domainValidationOptions: [option],
        notAfter: "",
        notBefore: "",
        status: "PENDING_VALIDATION",
      },
    };
  },
};

/** Stands once the certificate is issued. */
export const certificateValidation: CloudResource = {
  type: "aws:acm/certificateValidation:CertificateValidation",
  derive: ({ inputs, account }) => ({ region: awsRegion(inputs, account) }),
  needs: ({ inputs }) => [
    {
      type: certificateType,
      id: inputs["certificateArn"],
      refusal: `reading ACM Certificate (${text(inputs["certificateArn"], "")}): couldn't find resource`,
    },
  ],
  create: () => ({ id: new Date().toISOString().replace("T", " ").replace("Z", " +0000 UTC") }),
};
