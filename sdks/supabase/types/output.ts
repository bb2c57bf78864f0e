export interface ApikeySecretJwtTemplate {
  /** Postgres role of requests that carry the key. */
  role: string;
}

export interface BranchDatabase {
  host: string;
  /** Project ref of the branch. */
  id: string;
  jwtSecret: string;
  password: string;
  port: number;
  status: string;
  user: string;
  /** Postgres version. */
  version: string;
}

export interface EdgeFunctionSecretsSecret {
  name: string;
  value: string;
}

export interface GetApikeysSecretKey {
  /** The key itself. Not marked secret here. */
  apiKey: string;
  name: string;
}

export interface GetBranchBranch {
  gitBranch: string;
  id: string;
  projectRef: string;
}

export interface ProjectTimeouts {
  create?: string;
  update?: string;
}

export interface SettingsTimeouts {
  create?: string;
  update?: string;
}

export interface ThirdPartyAuthTimeouts {
  create?: string;
}
