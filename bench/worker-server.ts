import 'reflect-metadata';
import { reportTo } from './child-report.ts';
import { type EngineName, openMarketApp } from './market-app.ts';

/** A worker in a process of its own: `worker-server.ts <database url> <data folder> <engine>`. It listens nowhere. */
const [url = '', dataDir = '', engine = 'postgres'] = process.argv.slice(2);
const app = await openMarketApp(url, dataDir, engine as EngineName);
const worker = await app.startWorker();
reportTo(process, 0, async () => {
  await worker.stop();
  await app.close();
});
