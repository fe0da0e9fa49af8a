import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import 'reflect-metadata';
import pg from 'pg';
import { list } from './baseline/list.ts';
import { placeOrder } from './baseline/order.ts';
import { product } from './baseline/product.ts';
import type { Route } from './baseline/route.ts';
import { search } from './baseline/search.ts';
import { reportTo } from './child-report.ts';

/** The fixed baseline in a process of its own: `baseline-server.ts <database url>`. Nothing but node:http, pg and SQL by hand. */
const pool = new pg.Pool({ connectionString: process.argv[2], max: 20 });
const routes: Readonly<Record<string, Route>> = {
  '/list': list,
  '/product': product,
  '/search': search,
  '/order': placeOrder,
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = routes[request.url ?? ''];
  let text = '';
  for await (const chunk of request) text += chunk;
  const { variables } = JSON.parse(text) as { variables: never };
  const body = JSON.stringify({ data: await route?.(pool, variables, request) });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.stack));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the baseline has no port');
  reportTo(process, address.port, async () => {
    server.close();
    await pool.end();
  });
});
