import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { LEFT_OUT } from './points/left-out.ts';
import { CALLS, COMMITS } from './points/points.ts';
import { ROOT } from './stage/child.ts';

/** Where money and stock are moved, and what follows from it. */
const DOMAINS = ['carts', 'city', 'inventory', 'ledger', 'messaging', 'orders', 'payments'];
const API = join(ROOT, 'api');

/** Source by place, e.g. `orders/place-order`. */
const sources = new Map(
  DOMAINS.flatMap((domain) =>
    readdirSync(join(API, domain), { recursive: true, encoding: 'utf8' }).map((file) => join(domain, file)),
  )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => [file.replace(/\.ts$/, ''), readFileSync(join(API, file), 'utf8')] as const),
);
const source = [...sources.values()].join('\n');
const opened = [...sources].filter(([, text]) => /\binTransaction\(/.test(text)).map(([place]) => place);
const told = found(/appendEvent\(\s*tx,\s*'(\w+)'|\bevent: '([A-Z]\w+)'|\bname: '([A-Z]\w+)', subject/g);
const called = [
  ...found(/'call of', \(\) => \['([^']+)'\]/g),
  ...found(/#call(?:\.run|Off)\(\s*'(\w+)'/g).map((call) => `midtrans ${call}`),
];

const commits = new Set(Object.values(COMMITS).flat());
const calls = new Set(Object.values(CALLS).flat());

function found(pattern: RegExp): string[] {
  return [...new Set([...source.matchAll(pattern)].map((match) => match.slice(1).find(Boolean) ?? ''))];
}

test('F2: a process dies at every commit of money and stock, or it is said why none has to', () => {
  expect(opened.length).toBeGreaterThan(40);
  expect(opened.filter((place) => !commits.has(place) && !(place in LEFT_OUT))).toEqual([]);
});

test('F2: a process dies at a commit that tells each event of money and stock, or it is said why none has to', () => {
  expect(told.length).toBeGreaterThan(50);
  expect(told.filter((event) => !commits.has(event) && !(event in LEFT_OUT))).toEqual([]);
});

test('F2: a process dies at every call to the outside, each of which is marked', () => {
  expect([...calls].sort()).toEqual(called.sort());
  const outside = readdirSync(API, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/^(platform|search)\//.test(relative(API, join(API, file))))
    .map((file) => [file, readFileSync(join(API, file), 'utf8')] as const)
    .filter(([, text]) => /\brefuseInTransaction\(|(?<!function )\bfetch\(/.test(text));
  const unmarked = outside.filter(([, text]) => !/'before', 'call of'/.test(text) || !/'after', 'call of'/.test(text));
  expect(unmarked.map(([file]) => file)).toEqual([]);
});

test('F2: nothing is written to the database beside a transaction, which would be a commit without a name', () => {
  const beside =
    /\bfork\(\)\s*\.native(?:Update|Insert|Delete)\(|\bread\s*\.rows[^(]*\(\s*[`'][^`']*\b(?:insert into|update \w+ set|delete from)\b/i;
  expect([...sources].filter(([, text]) => beside.test(text)).map(([place]) => place)).toEqual([]);
});

test('F2: no point is listed that is not there, and none is left out that processes die at', () => {
  const there = new Set([...opened, ...told]);
  expect([...commits, ...Object.keys(LEFT_OUT)].filter((name) => !there.has(name))).toEqual([]);
  expect(Object.keys(LEFT_OUT).filter((name) => commits.has(name))).toEqual([]);
});
