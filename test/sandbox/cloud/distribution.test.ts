import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestCloud } from "../server/harness";
import { control, distributionOf } from "./inputs/aws-distribution";

const certificateType = "aws:acm/certificate:Certificate";
const controlType = "aws:cloudfront/originAccessControl:OriginAccessControl";
const distributionType = "aws:cloudfront/distribution:Distribution";

let cloud: TestCloud;
let names: { control: string; certificate: string };
beforeAll(async () => {
  cloud = await TestCloud.open();
  const made = await cloud.create(certificateType, "c", {
    domainName: "files.example.com",
    validationMethod: "DNS",
    region: "us-east-1",
  });
  const { id } = await cloud.create(controlType, "o", { ...control, name: "kept" });
  names = { control: id, certificate: made.id };
});
afterAll(() => cloud.close());

describe("distributions in front of a bucket", () => {
  it("answer under a name of CloudFront's, in its one zone", async () => {
    const made = await cloud.create(distributionType, "d", distributionOf("a.example.com", names));
    expect(made.properties).toMatchObject({
      arn: `arn:aws:cloudfront::123456789012:distribution/${made.id}`,
      domainName: expect.stringMatching(/^d[a-z0-9]{13}\.cloudfront\.net$/) as string,
      hostedZoneId: "Z2FDTNDATAQYW2",
    });
  });

  it("have each host alone", async () => {
    await cloud.create(distributionType, "first", distributionOf("b.example.com", names));
    const second = cloud.create(distributionType, "second", distributionOf("b.example.com", names));
    await expect(second).rejects.toThrow(/CNAMEAlreadyExists/);
  });

  it.each([
    [{ control: "E0000000000000" }, /InvalidOriginAccessControl/],
    [{ certificate: "arn:aws:acm:us-east-1:123456789012:certificate/1" }, /InvalidViewerCertif/],
    [{ headers: "67f7725c-6f97-4210-82d7-5512b31e9d03x" }, /NoSuchResponseHeadersPolicy/],
  ])("are refused with %j, which is not there", async (change, refusal) => {
    const inputs = distributionOf("c.example.com", { ...names, ...change });
    await expect(cloud.create(distributionType, "refused", inputs)).rejects.toThrow(refusal);
  });

  it("take no name of an access control twice", async () => {
    const again = cloud.create(controlType, "again", { ...control, name: "kept" });
    await expect(again).rejects.toThrow(/OriginAccessControlAlreadyExists/);
  });
});

describe("certificates", () => {
  it("say by which record a host is proved, the same for each certificate of it", async () => {
    const host = { domainName: "d.example.com", validationMethod: "DNS", region: "us-east-1" };
    const one = await cloud.create(certificateType, "one", host);
    const other = await cloud.create(certificateType, "other", host);
    expect(one.properties).toMatchObject({
      domainValidationOptions: [
        {
          domainName: "d.example.com",
          resourceRecordName: expect.stringMatching(/^_\w+\.d\.example\.com\.$/) as string,
          resourceRecordType: "CNAME",
          resourceRecordValue: expect.stringMatching(/\.acm-validations\.aws\.$/) as string,
        },
      ],
    });
    const proofs = [one, other].map(({ properties }) => properties["domainValidationOptions"]);
    expect(proofs[0]).toEqual(proofs[1]);
  });
});
