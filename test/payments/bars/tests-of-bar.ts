import { globSync, readFileSync } from 'node:fs';

/** Bars that are not counted: an idempotency key, and a look at the sources. */
export const UNCOUNTED = ['M6', 'S7'];

/** Where a bar is tried: the files that ask for its count; for one that is not counted, those with a test named after it. */
export function testsOfBar(bar: string): string[] {
  const mark = UNCOUNTED.includes(bar) ? new RegExp(`['"\`]${bar}: `) : new RegExp(`countOf\\('${bar}'`);
  return testFiles().filter((path) => mark.test(readFileSync(path, 'utf8')));
}

/** All bars that are tried anywhere, by their names. */
export function barsTried(): string[] {
  const asked = testFiles().flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/countOf\('([MSF]\d+)'/g)]);
  return [...new Set([...asked.map(([, bar]) => bar!), ...UNCOUNTED])].sort();
}

function testFiles(): string[] {
  return globSync('test/**/*.test.ts').sort();
}
