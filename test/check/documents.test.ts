import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { readConfig, SETTINGS } from '../../api/config.ts';

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/configuration.md tells every setting with its meaning, and none that is gone', async () => {
  const told = [...(await read('docs/configuration.md')).matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \| (.+) \|$/gm)];
  const meanings = Object.entries(SETTINGS).map(([name, setting]) => [name, describe(setting)]);
  expect(told.map(([, name, meaning]) => [name, meaning])).toEqual(meanings);
});

test('every document that README and docs point to is there', async () => {
  for (const page of ['README.md', 'docs/architecture.md', 'docs/configuration.md', 'docs/decisions.md']) {
    const folder = page.includes('/') ? 'docs/' : '';
    for (const [, path] of (await read(page)).matchAll(/\]\(((?!https?:|#)[^)]+)\)/g))
      await expect(read(`${folder}${path}`)).resolves.toBeTruthy();
  }
});

test('load balancers are named by address or network, and a slip is named', () => {
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toBe('10.0.0.0/8,::1');
  for (const wrong of ['true', '10.0.0.0/33', '*', 'proxy.internal', '10.0.0.1,'])
    expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES/);
});

function describe(setting: unknown): unknown {
  return (setting as { desc?: string }).desc;
}
