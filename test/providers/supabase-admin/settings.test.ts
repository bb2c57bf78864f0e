import { describe, expect, test } from "vitest";
import { settingsOf } from "../../../providers/supabase-admin/settings";

describe("settings", () => {
  test("are Supabase's own addresses and the environment's token by default", () => {
    expect(settingsOf({}, { SUPABASE_ACCESS_TOKEN: "of-env" })).toEqual({
      accessToken: "of-env",
      endpoint: "https://api.supabase.com",
      storageEndpoint: "https://{ref}.supabase.co/storage/v1",
      timeoutMs: 30_000,
    });
  });

  test("of the config win over the environment", () => {
    const config = { accessToken: "of-config", endpoint: "https://x.test/", timeoutSeconds: "5" };
    expect(settingsOf(config, { SUPABASE_ACCESS_TOKEN: "of-env" })).toMatchObject({
      accessToken: "of-config",
      endpoint: "https://x.test",
      timeoutMs: 5_000,
    });
  });

  test("of a local stand-in win over everything, and never hold the real token", () => {
    const env = {
      GROUNDWORK_SUPABASE_ENDPOINT: "http://127.0.0.1:4000",
      SUPABASE_ACCESS_TOKEN: "of-env",
    };
    const config = { accessToken: "of-config", endpoint: "https://x.test" };
    const settings = settingsOf(config, env);
    expect(settings.endpoint).toBe("http://127.0.0.1:4000");
    expect(settings.storageEndpoint).toBe("http://127.0.0.1:4000/{ref}/storage/v1");
    expect(JSON.stringify(settings)).not.toMatch(/of-(env|config)/);
  });

  test.each(["https://example.com", "http://10.0.0.1", "http://127.0.0.1.example.com"])(
    "refuse %s as a local stand-in",
    (url) => {
      expect(() => settingsOf({}, { GROUNDWORK_SUPABASE_ENDPOINT: url })).toThrow("127.0.0.1");
    },
  );

  test.each([
    [{ endpoint: "http://api.supabase.com" }, "endpoint"],
    [{ endpoint: "ftp://x" }, "endpoint"],
    [{ storageEndpoint: "https://fixed.test" }, "{ref}"],
    [{ storageEndpoint: "http://{ref}.supabase.co" }, "storageEndpoint"],
    [{ timeoutSeconds: "0" }, "timeoutSeconds"],
    [{ timeoutSeconds: "601" }, "timeoutSeconds"],
    [{ timeoutSeconds: "soon" }, "timeoutSeconds"],
  ])("refuse %j", (config, word) => {
    expect(() => settingsOf(config, {})).toThrow(word);
  });
});
