import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';

test('the browser of these tests gives embedded sites no cookies, and tells 127.0.0.1 from localhost', async () => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    if (request.url === '/embedded') seen.push(request.headers.cookie);
    response.setHeader('set-cookie', 'known=yes; SameSite=None; Secure; Path=/');
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-credentials', 'true');
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>site</title>');
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  const { port } = server.address() as AddressInfo;
  const browser = await openBrowser();
  try {
    const page = await (await browser.open()).newPage();
    await page.goto(`http://localhost:${port}/`);
    const embed = (host: string) =>
      page.evaluate(
        async (url) => void (await fetch(url, { credentials: 'include' })),
        `http://${host}:${port}/embedded`,
      );
    await embed('localhost');
    await page.goto(`http://127.0.0.1:${port}/`);
    await embed('localhost');
    await embed('localhost');
  } finally {
    await browser.close();
    server.close();
  }
  expect(seen).toEqual(['known=yes', undefined, undefined]);
});
