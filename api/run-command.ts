import closeWithGrace from 'close-with-grace';
import type { App } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { openMarket, type Stop } from './open-market.ts';
import { createLog } from './platform/http/log.ts';
import { letCompilersEnd } from './platform/let-compilers-end.ts';
import { StartError } from './platform/start-error.ts';

/** What a command line asks of the market: its arguments are checked before anything is started. */
export interface Command {
  /** Refuses wrong arguments and settings with a StartError. */
  check?(config: Config): Promise<void> | void;
  /** Does it, and gives the exit code. */
  run(app: App): Promise<number>;
}

/**
 * Runs a command on the marketplace of the configuration: the database is started where it is our own, and stopped afterwards,
 * also after Ctrl-C. What the operator can mend ends as one line and exit code 1.
 */
export async function runCommand({ check, run }: Command): Promise<void> {
  const started: Stop[] = [];
  const stopAll = async (): Promise<void> => {
    for (const stop of started.splice(0).reverse()) await stop();
  };
  closeWithGrace({ delay: 10_000, logger: false }, async () => {
    await stopAll();
    await letCompilersEnd();
  });
  try {
    const config = readConfig();
    await check?.(config);
    process.exitCode = await run(await openMarket(config, createLog(config.logLevel), started));
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  } finally {
    await stopAll();
  }
  await letCompilersEnd();
  process.exit();
}
