import { basename } from 'node:path';
import { type App, openApp } from '../api/app.ts';
import { readConfig } from '../api/config.ts';
import { systemClock } from '../api/platform/clock.ts';
import { createLog } from '../api/platform/http/log.ts';

/** More than any run asks for: what is measured is the work, not the refusals. */
const NO_LIMIT = '999999999';

/** The search engines that can be measured, and PostgreSQL in the place of a Meilisearch that does not answer. */
export const ENGINES = ['postgres', 'meilisearch', 'outage'] as const;

/** One of ENGINES; Meilisearch is the server of the environment's MEILI_URL, in an outage one that is silent. */
export type EngineName = (typeof ENGINES)[number];

/** The marketplace on the measured database, wired as the program wires it. No provider can be reached. */
export function openMarketApp(databaseUrl: string, dataDir: string, engine: EngineName = 'postgres'): Promise<App> {
  const config = readConfig({
    ROLE: 'web',
    ...(engine === 'postgres' ? {} : meilisearchOf(dataDir)),
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SECRET: 'the benchmark keeps nothing that is worth a secret',
    RATE_LIMIT_PER_MINUTE: NO_LIMIT,
  });
  const nowhere = 'http://127.0.0.1:9';
  return openApp({
    config,
    databaseUrl,
    clock: systemClock,
    log: createLog('warn'),
    secret: config.secret ?? '',
    providers: {
      midtransUrl: nowhere,
      midtransPayerPages: nowhere,
      whatsapp: {
        apiUrl: nowhere,
        version: config.whatsappVersion,
        phoneNumberId: '1',
        token: 'none',
        appSecret: 'none',
        verifyToken: 'none',
        isReal: false,
      },
    },
    simulators: null,
  });
}

/** The server's settings, with indexes named after the data folder: each measured market has its own. */
function meilisearchOf(dataDir: string): Record<string, string> {
  const { MEILI_URL = '', MEILI_KEY = '' } = process.env;
  if (MEILI_URL === '') throw new Error('MEILI_URL: where is the Meilisearch server?');
  return {
    MEILI_URL,
    MEILI_KEY,
    MEILI_INDEX_PREFIX: basename(dataDir)
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '-'),
  };
}
