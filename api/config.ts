import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { cleanEnv, makeValidator, port, str } from 'envalid';
import type { OnlineMethod } from './payments/index.ts';
import { StartError } from './platform/start-error.ts';

const wholeNumber = makeValidator((text) => {
  if (!/^\d{1,9}$/.test(text)) throw new Error('a whole number, 0 or more');
  return Number(text);
});
const weekday = makeValidator((text) => {
  if (!/^[1-7]$/.test(text)) throw new Error('1 for Monday to 7 for Sunday');
  return Number(text);
});
const hour = makeValidator((text) => {
  if (!/^\d{1,2}$/.test(text) || Number(text) > 23) throw new Error('an hour, 0 to 23');
  return Number(text);
});
const address = makeValidator((text) => {
  if (!/^https?:\/\/[^\s/]+/.test(text) || !URL.canParse(text)) throw new Error('an http or https address');
  return text.replace(/\/+$/, '');
});
const postgresAddress = makeValidator((text) => {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) throw new Error('a postgres:// address');
  return text;
});
const networks = makeValidator((text) => {
  const named = text.split(',').map((network) => network.trim());
  if (!named.every(isNetwork)) throw new Error('addresses or networks (10.0.0.0/8), separated by commas');
  return named.join(',');
});
const indexPrefix = makeValidator((text) => {
  if (!/^[a-z0-9-]{1,60}$/.test(text)) throw new Error('small letters, digits and hyphens, at most 60');
  return text;
});
/** The compiler holds it to the methods there are: this file loads no domain. */
const ONLINE_METHODS: Readonly<Record<OnlineMethod, true>> = {
  QRIS: true,
  GOPAY: true,
  SHOPEEPAY: true,
  VA_BCA: true,
  VA_BNI: true,
  VA_BRI: true,
  VA_PERMATA: true,
  VA_CIMB: true,
  VA_MANDIRI: true,
  INDOMARET: true,
  ALFAMART: true,
};
const ALL_METHODS = Object.keys(ONLINE_METHODS) as OnlineMethod[];
const methods = makeValidator((text) => {
  const named = text.split(',').map((name) => name.trim());
  const unknown = named.filter((name) => !Object.hasOwn(ONLINE_METHODS, name));
  if (unknown.length > 0)
    throw new Error(`${unknown.map((name) => `"${name}"`).join(', ')} is not one of ${ALL_METHODS.join(', ')}`);
  return named as OnlineMethod[];
});
const yesOrNo = makeValidator((text) => {
  if (!['0', '1'].includes(text)) throw new Error('0 or 1');
  return text === '1';
});

type MidtransEnvironment = 'simulator' | 'sandbox' | 'production';

function isNetwork(text: string): boolean {
  const [network = '', bits, ...rest] = text.split('/');
  const family = isIP(network);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}

/** Every environment variable: its type, its default and what it means. docs/configuration.md is written from this table. */
export const SETTINGS = {
  ROLE: str({
    choices: ['all', 'web', 'worker'],
    default: 'all',
    desc: 'What this process does: web answers requests, worker does jobs and timers, all does both.',
  }),
  PORT: port({ default: 4000, desc: 'Port of the API and the pages.' }),
  HOST: str({
    default: 'localhost',
    desc: 'Address to listen on. `localhost` listens on 127.0.0.1 and ::1; 0.0.0.0 opens it to others.',
  }),
  PUBLIC_URL: address({
    default: '',
    desc: 'Address under which people reach this marketplace; http://localhost:PORT when empty.',
  }),
  TRUSTED_PROXIES: networks({
    default: '',
    desc: 'Addresses or networks of the load balancers before this process, separated by commas; only theirs is the word taken on where a caller is.',
  }),
  DATA_DIR: str({
    default: 'data',
    desc: 'Folder of the embedded PostgreSQL, the photos and the installation secret.',
  }),
  DATABASE_URL: postgresAddress({
    default: '',
    desc: 'PostgreSQL 16 or newer, UTF8, as the role that runs the application; the embedded server when empty.',
  }),
  MIGRATION_DATABASE_URL: postgresAddress({
    default: '',
    desc: 'The same database as the role that owns the tables; needed with DATABASE_URL unless migrations ran already.',
  }),
  DATABASE_CONNECTIONS: wholeNumber({ default: 20, desc: 'Connections that this process opens at most for requests.' }),
  SEED: str({
    choices: ['demo', 'none'],
    default: 'demo',
    desc: 'What an empty database begins with: the demo market of Depok, or districts, categories and the words of search alone.',
  }),
  DEMO: yesOrNo({
    default: false,
    desc: '1 keeps the simulators and demo people when others can reach this process; every page then carries a banner.',
  }),
  SECRET: str({
    default: '',
    desc: 'Master secret (32 characters or more) behind codes and tickets; made and kept in DATA_DIR when empty. Several processes need the same.',
  }),
  LOG_LEVEL: str({
    choices: ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
    default: 'warn',
    desc: 'How much is logged, as JSON lines on standard output.',
  }),
  METRICS_TOKEN: str({ default: '', desc: 'Bearer token for GET /metrics; when empty only the loopback may ask.' }),
  MIDTRANS_ENV: str({
    choices: ['simulator', 'sandbox', 'production'],
    default: '' as MidtransEnvironment | '',
    desc: 'Which Midtrans takes payments. When empty its keys say so: sandbox or production by how the server key begins, the simulator while one of the two keys is missing.',
  }),
  MIDTRANS_SERVER_KEY: str({
    default: '',
    desc: 'Server key of Midtrans; required for sandbox (SB-Mid-server-…) and production (Mid-server-…).',
  }),
  MIDTRANS_CLIENT_KEY: str({ default: '', desc: 'Client key of Midtrans; required for sandbox and production.' }),
  MIDTRANS_MERCHANT_ID: str({
    default: '',
    desc: 'Merchant id of Midtrans; notifications of another merchant are refused when set.',
  }),
  MIDTRANS_METHODS: methods({
    default: ALL_METHODS,
    desc: 'Ways to pay that are switched on at Midtrans, separated by commas, e.g. QRIS,GOPAY,VA_BCA; the others are not offered. Names as in PaymentMethod of the schema; cash is always offered.',
  }),
  MIDTRANS_SIMULATOR_URL: address({
    default: '',
    desc: 'Address of a Midtrans simulator that runs in another process; the one of this process when empty.',
  }),
  WHATSAPP_API_URL: address({
    default: '',
    desc: 'Base address of the WhatsApp Cloud API, e.g. https://graph.facebook.com; the simulator when empty.',
  }),
  WHATSAPP_API_VERSION: str({ default: 'v23.0', desc: 'Version of the WhatsApp Cloud API.' }),
  WHATSAPP_PHONE_NUMBER_ID: str({
    default: '',
    desc: 'Phone number id of the business number; required with WHATSAPP_API_URL.',
  }),
  WHATSAPP_TOKEN: str({ default: '', desc: 'System-user token of WhatsApp; required with WHATSAPP_API_URL.' }),
  WHATSAPP_APP_SECRET: str({
    default: '',
    desc: 'App secret that signs WhatsApp webhooks; required with WHATSAPP_API_URL.',
  }),
  WHATSAPP_VERIFY_TOKEN: str({
    default: '',
    desc: 'Verify token of the WhatsApp webhook; required with WHATSAPP_API_URL.',
  }),
  CONTACT_EMAIL: str({
    default: '',
    desc: 'E-mail address on the contact page, also for requests about personal data; an example address in the demo.',
  }),
  CONTACT_WHATSAPP: str({ default: '', desc: 'WhatsApp number on the contact page, e.g. +62 812 0000 0000.' }),
  UNPAID_ORDERS_PER_PERSON: wholeNumber({
    default: 3,
    desc: 'Unpaid or cash orders that one person may have at once.',
  }),
  PIECES_PER_PERSON: wholeNumber({
    default: 10,
    desc: 'Pieces of one variant that one person may hold in unpaid or cash orders.',
  }),
  PAYOUT_MINIMUM: wholeNumber({
    default: 50_000,
    desc: 'The least that is paid out to a bank account at once, in rupiah.',
  }),
  PAYOUT_PAUSE_HOURS: wholeNumber({
    default: 72,
    desc: 'How long nothing is paid to a bank account that was just entered, in hours.',
  }),
  PAYOUT_WEEKDAY: weekday({
    default: 1,
    desc: 'Weekday of the weekly round of payouts: 1 for Monday to 7 for Sunday.',
  }),
  PAYOUT_HOUR: hour({ default: 9, desc: 'Hour of the weekly round of payouts in WIB, 0 to 23.' }),
  QUERY_DEPTH: wholeNumber({ default: 12, desc: 'How deep the selections of a GraphQL document may nest.' }),
  QUERY_ALIASES: wholeNumber({ default: 15, desc: 'Aliases that a GraphQL document may hold.' }),
  QUERY_TOKENS: wholeNumber({ default: 1000, desc: 'Tokens that a GraphQL document may have.' }),
  QUERY_COST: wholeNumber({ default: 5000, desc: 'What a GraphQL request may cost; lists count by their `first`.' }),
  OPEN_STREAMS: wholeNumber({ default: 10, desc: 'Streams of live updates that one caller may hold open.' }),
  BODY_BYTES: wholeNumber({ default: 100_000, desc: 'Largest body of a request, in bytes; uploads have their own.' }),
  MEILI_URL: address({
    default: '',
    desc: 'Address of a Meilisearch server (1.36 or newer) that answers searches by words; PostgreSQL alone when empty.',
  }),
  MEILI_KEY: str({
    default: '',
    desc: 'Master or admin key of Meilisearch, from which keys of least rights are made, or one key that may search and write its indexes.',
  }),
  MEILI_INDEX_PREFIX: indexPrefix({
    default: 'berjubel',
    desc: 'Begins the names of the indexes in Meilisearch, so that several markets can share a server.',
  }),
  RATE_LIMIT_PER_MINUTE: wholeNumber({
    default: 1200,
    desc: 'GraphQL root fields that one caller may ask for in a minute.',
  }),
  OTP_PER_ADDRESS_HOUR: wholeNumber({
    default: 20,
    desc: 'Sign-in codes that one network address may cause in an hour.',
  }),
  CRASH_AT: str({
    default: '',
    desc: 'For tests of crashes, beside the Midtrans simulator only: marked points, each on a line; at the first that it passes this process kills itself.',
  }),
} as const;

/** The configuration as read, plus what follows from it. */
export interface Config {
  readonly role: 'all' | 'web' | 'worker';
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  /** Null where callers reach this process by themselves. */
  readonly trustedProxies: string | null;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly migrationDatabaseUrl: string | null;
  readonly databaseConnections: number;
  readonly seed: 'demo' | 'none';
  /** Whether others than this machine can reach the server. */
  readonly isOnLoopback: boolean;
  /** Whether simulators may run: on the loopback, or with DEMO=1. */
  readonly isDemo: boolean;
  /** Whether every page must say that this is a demo. */
  readonly showsDemoBanner: boolean;
  readonly secret: string | null;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  readonly midtrans: {
    readonly environment: MidtransEnvironment;
    readonly serverKey: string;
    readonly clientKey: string;
    readonly merchantId: string | null;
    /** What is offered besides cash. */
    readonly methods: readonly OnlineMethod[];
    /** Where the simulator is reached when another process runs it; null where this one does. */
    readonly simulatorUrl: string | null;
  };
  /** Null means the simulator. */
  readonly whatsapp: {
    readonly apiUrl: string;
    readonly version: string;
    readonly phoneNumberId: string;
    readonly token: string;
    readonly appSecret: string;
    readonly verifyToken: string;
  } | null;
  readonly whatsappVersion: string;
  readonly contact: { readonly email: string | null; readonly whatsApp: string | null };
  /** Null where PostgreSQL alone searches. */
  readonly meilisearch: { readonly url: string; readonly key: string; readonly indexPrefix: string } | null;
  readonly unpaidOrdersPerPerson: number;
  readonly piecesPerPerson: number;
  /** Sums in rupiah; the hour is one of WIB. */
  readonly payouts: {
    readonly minimum: number;
    readonly pauseHours: number;
    readonly roundWeekday: number;
    readonly roundHour: number;
  };
  /** Limits of one GraphQL request. */
  readonly queryLimits: {
    readonly depth: number;
    readonly aliases: number;
    readonly tokens: number;
    readonly cost: number;
    readonly openStreams: number;
  };
  readonly bodyBytes: number;
  readonly rateLimitPerMinute: number;
  readonly otpPerAddressHour: number;
  /** The marked point at which this process kills itself, for tests of crashes; null for none. */
  readonly crashAt: string | null;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/** Reads and checks the environment once. Throws a StartError that names the variable and what it must be. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const env = cleanEnv(withoutEmpty(environment), SETTINGS, {
    reporter({ errors }) {
      const wrong = Object.entries(errors);
      if (wrong.length === 0) return;
      throw new StartError(wrong.map(([name, error]) => `${name}: ${error?.message ?? 'not valid'}`).join('; '));
    },
  });
  const isOnLoopback = LOOPBACK.has(env.HOST);
  const isDemo = isOnLoopback || env.DEMO;
  checkProviders(env, isDemo);
  if (env.MEILI_KEY !== '' && env.MEILI_URL === '') throw new StartError('MEILI_URL: required when MEILI_KEY is set');
  if (env.SECRET !== '' && env.SECRET.length < 32) throw new StartError('SECRET: 32 characters or more');
  if (env.ROLE !== 'all' && env.DATABASE_URL === '')
    throw new StartError(
      `DATABASE_URL: required with ROLE=${env.ROLE}, because the embedded server belongs to one process`,
    );
  if (env.DATABASE_URL !== '' && env.ROLE !== 'all' && env.SECRET === '')
    throw new StartError(`SECRET: required with ROLE=${env.ROLE}, because every process needs the same`);
  return Object.freeze({
    role: env.ROLE,
    port: env.PORT,
    host: env.HOST,
    publicUrl: env.PUBLIC_URL || `http://localhost:${env.PORT}`,
    trustedProxies: env.TRUSTED_PROXIES || null,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL || null,
    migrationDatabaseUrl: env.MIGRATION_DATABASE_URL || null,
    databaseConnections: Math.max(2, env.DATABASE_CONNECTIONS),
    seed: env.SEED,
    isOnLoopback,
    isDemo,
    showsDemoBanner: env.DEMO,
    secret: env.SECRET || null,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN || null,
    midtrans: {
      environment: midtransEnvironment(env),
      serverKey: env.MIDTRANS_SERVER_KEY || 'SB-Mid-server-SIMULATOR',
      clientKey: env.MIDTRANS_CLIENT_KEY || 'SB-Mid-client-SIMULATOR',
      merchantId: env.MIDTRANS_MERCHANT_ID || null,
      methods: env.MIDTRANS_METHODS,
      simulatorUrl: env.MIDTRANS_SIMULATOR_URL || null,
    },
    whatsapp:
      env.WHATSAPP_API_URL === ''
        ? null
        : {
            apiUrl: env.WHATSAPP_API_URL,
            version: env.WHATSAPP_API_VERSION,
            phoneNumberId: env.WHATSAPP_PHONE_NUMBER_ID,
            token: env.WHATSAPP_TOKEN,
            appSecret: env.WHATSAPP_APP_SECRET,
            verifyToken: env.WHATSAPP_VERIFY_TOKEN,
          },
    whatsappVersion: env.WHATSAPP_API_VERSION,
    contact: {
      email: env.CONTACT_EMAIL || (isDemo ? 'halo@berjubel.example' : null),
      whatsApp: env.CONTACT_WHATSAPP || null,
    },
    meilisearch:
      env.MEILI_URL === '' ? null : { url: env.MEILI_URL, key: env.MEILI_KEY, indexPrefix: env.MEILI_INDEX_PREFIX },
    unpaidOrdersPerPerson: env.UNPAID_ORDERS_PER_PERSON,
    piecesPerPerson: env.PIECES_PER_PERSON,
    payouts: {
      minimum: env.PAYOUT_MINIMUM,
      pauseHours: env.PAYOUT_PAUSE_HOURS,
      roundWeekday: env.PAYOUT_WEEKDAY,
      roundHour: env.PAYOUT_HOUR,
    },
    queryLimits: {
      depth: env.QUERY_DEPTH,
      aliases: env.QUERY_ALIASES,
      tokens: env.QUERY_TOKENS,
      cost: env.QUERY_COST,
      openStreams: env.OPEN_STREAMS,
    },
    bodyBytes: env.BODY_BYTES,
    rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
    otpPerAddressHour: env.OTP_PER_ADDRESS_HOUR,
    crashAt: env.CRASH_AT || null,
  });
}

/** Said, or told by the keys: they alone switch from the simulator to the real Midtrans. */
function midtransEnvironment(env: Providers): MidtransEnvironment {
  if (env.MIDTRANS_ENV !== '') return env.MIDTRANS_ENV as MidtransEnvironment;
  if (env.MIDTRANS_SERVER_KEY === '' || env.MIDTRANS_CLIENT_KEY === '') return 'simulator';
  return String(env.MIDTRANS_SERVER_KEY).startsWith('SB-') ? 'sandbox' : 'production';
}

type Providers = { readonly [Name in keyof typeof SETTINGS]: string | number | boolean | readonly string[] };

/** Real providers need all their keys; without simulators every provider must be real; the demo never runs beside real keys. */
function checkProviders(env: Providers, isDemo: boolean): void {
  const midtrans = midtransEnvironment(env);
  if (midtrans === 'simulator') {
    if (!isDemo)
      throw new StartError(
        'MIDTRANS_ENV: the simulator runs only on the loopback or with DEMO=1; set MIDTRANS_SERVER_KEY and MIDTRANS_CLIENT_KEY',
      );
  } else {
    for (const name of ['MIDTRANS_SIMULATOR_URL', 'CRASH_AT'] as const) {
      if (env[name] !== '') throw new StartError(`${name}: only with MIDTRANS_ENV=simulator`);
    }
    const prefix = midtrans === 'sandbox' ? 'SB-Mid-server-' : 'Mid-server-';
    if (!String(env.MIDTRANS_SERVER_KEY).startsWith(prefix))
      throw new StartError(`MIDTRANS_SERVER_KEY: must begin with ${prefix} when MIDTRANS_ENV is ${midtrans}`);
    if (env.MIDTRANS_CLIENT_KEY === '')
      throw new StartError(`MIDTRANS_CLIENT_KEY: required when MIDTRANS_ENV is ${midtrans}`);
  }
  if (env.WHATSAPP_API_URL === '') {
    if (!isDemo)
      throw new StartError(
        'WHATSAPP_API_URL: the simulator runs only on the loopback or with DEMO=1; set the address and its keys',
      );
  } else {
    for (const name of [
      'WHATSAPP_PHONE_NUMBER_ID',
      'WHATSAPP_TOKEN',
      'WHATSAPP_APP_SECRET',
      'WHATSAPP_VERIFY_TOKEN',
    ] as const) {
      if (env[name] === '') throw new StartError(`${name}: required when WHATSAPP_API_URL is set`);
    }
  }
  const isReal = midtrans === 'production' || env.WHATSAPP_API_URL !== '';
  if (isReal && env.SEED === 'demo')
    throw new StartError('SEED: the demo market refuses to run beside real provider keys; set SEED=none');
}

/** A variable set to nothing counts as not set. */
function withoutEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
}
