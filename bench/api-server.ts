import 'reflect-metadata';
import { readTrustedDocuments } from '../api/trusted-documents.ts';
import { openWeb } from '../api/web.ts';
import { reportTo } from './child-report.ts';
import { BENCH_DOCUMENTS } from './documents.ts';
import { type EngineName, openMarketApp } from './market-app.ts';

/** The marketplace in a process of its own: `api-server.ts <database url> <data folder> [engine]`. */
const [url = '', dataDir = '', engine = 'postgres'] = process.argv.slice(2);
const app = await openMarketApp(url, dataDir, engine as EngineName);
const web = await openWeb(app, new Map([...readTrustedDocuments(), ...BENCH_DOCUMENTS]));
await web.listen({ host: '127.0.0.1', port: 0 });
const address = web.server.address();
if (address === null || typeof address === 'string') throw new Error('the marketplace has no port');
reportTo(process, address.port, async () => {
  await web.close();
  await app.close();
});
