/** What the operator says to the hub, through environment variables; docs/hub.md lists them. */

export interface Settings {
  port: number;
  host: string;
  /** Folder of the built-in database; of no use where `databaseUrl` is given. */
  dataFolder: string;
  databaseUrl: string | null;
  /** As people reach it, e.g. `https://hub.example`. */
  origin: string | null;
  /** Other origins the app may talk to. */
  endpoints: string[];
  behindProxy: boolean;
  /** What a monitor says to read /metrics from elsewhere; null: only this machine reads it, and behind a proxy nobody. */
  metricsToken: string | null;
  /** What the first start makes. */
  first: { organisation: string; site: string };
  /** `all`: a line a request. `errors`: only what went wrong. */
  log: 'all' | 'errors';
}

export type SettingsOutcome =
  { status: 'ok'; settings: Settings } | { status: 'wrong'; complaints: string[] };

/** Reads them all and says everything that is wrong with them at once. */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): SettingsOutcome {
  const complaints: string[] = [];
  const port = Number(environment.PORT ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    complaints.push(`PORT must be a whole number from 0 to 65535; it is "${environment.PORT}".`);
  }
  const origin = environment.PLOTLINE_ORIGIN || null;
  if (origin !== null && originOf(origin) !== origin) {
    complaints.push(`PLOTLINE_ORIGIN must be an origin such as https://hub.example; it is "${origin}".`);
  }
  const endpoints = (environment.PLOTLINE_ENDPOINTS ?? '').split(/[\s,]+/).filter(Boolean);
  for (const endpoint of endpoints) {
    if (originOf(endpoint) === endpoint) continue;
    complaints.push(
      `PLOTLINE_ENDPOINTS must hold origins such as https://server.example; "${endpoint}" is none.`,
    );
  }
  const databaseUrl = environment.DATABASE_URL || null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    complaints.push('DATABASE_URL must begin with postgres:// or postgresql://.');
  }
  const metricsToken = environment.PLOTLINE_METRICS_TOKEN || null;
  if (metricsToken !== null && !/^[\x21-\x7e]{16,}$/.test(metricsToken)) {
    complaints.push('PLOTLINE_METRICS_TOKEN must be at least 16 letters, digits or signs, without spaces.');
  }
  const log = environment.PLOTLINE_LOG ?? (terminal ? 'errors' : 'all');
  if (log !== 'all' && log !== 'errors') complaints.push(`PLOTLINE_LOG must be "all" or "errors".`);
  if (complaints.length > 0 || (log !== 'all' && log !== 'errors')) return { status: 'wrong', complaints };
  const settings: Settings = {
    port,
    host: environment.HOST || '127.0.0.1',
    dataFolder: environment.PLOTLINE_DATA || 'plotline-data',
    databaseUrl,
    origin,
    endpoints,
    behindProxy: environment.PLOTLINE_BEHIND_PROXY === '1',
    metricsToken,
    first: {
      organisation: environment.PLOTLINE_ORGANISATION?.trim() || 'Our organisation',
      site: environment.PLOTLINE_SITE?.trim() || 'Garden',
    },
    log,
  };
  return { status: 'ok', settings };
}

/** The origin of an address as a security policy wants it; null where it is no web address. */
function originOf(address: string): string | null {
  try {
    const { origin, protocol } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? origin : null;
  } catch {
    return null;
  }
}
