import { type App, openApp } from '../api/app.ts';
import { readConfig } from '../api/config.ts';
import { systemClock } from '../api/platform/clock.ts';
import { createLog } from '../api/platform/http/log.ts';

/** More than any run asks for: what is measured is the work, not the refusals. */
const NO_LIMIT = '999999999';

/** The marketplace on the measured database, wired as the program wires it. No worker runs, so no provider is ever called. */
export function openMarketApp(databaseUrl: string, dataDir: string): Promise<App> {
  const config = readConfig({
    ROLE: 'web',
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
