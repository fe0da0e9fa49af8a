import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { BAR_MUTANTS, type BarMutant } from './mutants.ts';
import { copyForBar } from './mutated-program.ts';
import { testsOfBar } from './tests-of-bar.ts';

/** Longest that a bar may take over a mutant, in milliseconds; one that hangs is not caught. */
const LONGEST_MS = 15 * 60_000;

/** What Vitest's own report in JSON says, as far as it is looked at. */
interface Report {
  readonly testResults: readonly {
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** Tries each bar, or the one that is asked for, over the programs without its guard; whether all were caught. */
export function catchMutants(only: string | undefined): boolean {
  const tried = BAR_MUTANTS.filter(({ bar }) => only === undefined || bar === only);
  let caught = 0;
  for (const mutant of tried) {
    const began = performance.now();
    const said = failuresOver(mutant);
    const by = said.find((failure) => mutant.foundBy.test(failure));
    const seconds = Math.round((performance.now() - began) / 1000);
    if (by !== undefined) caught += 1;
    const verdict = by === undefined ? 'NOT CAUGHT' : 'caught';
    console.log(`${mutant.bar} ${verdict}: ${mutant.name} (${firstLine(by ?? said[0])}) in ${seconds} s`);
  }
  console.log(`${caught} of ${tried.length} mutants caught`);
  return tried.length > 0 && caught === tried.length;
}

/** What the tests of a bar say over a mutant: each failure of a test, as its message begins. That they could not be run at all is none. */
function failuresOver(mutant: BarMutant): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'berjubel-mutant-'));
  try {
    const program = join(folder, 'program');
    copyForBar(program, mutant);
    const report = join(folder, 'report.json');
    const { bar, count } = mutant;
    const { error } = spawnSync(
      process.execPath,
      [
        ...['node_modules/vitest/vitest.mjs', 'run', ...testsOfBar(bar), '-t', `${bar}:`],
        ...['--reporter=json', `--outputFile=${report}`],
      ],
      {
        cwd: program,
        stdio: 'ignore',
        timeout: LONGEST_MS,
        env: { ...process.env, ...(count !== undefined && { BAR: bar, BAR_COUNT: String(count) }) },
      },
    );
    if (error) return [`not run to its end: ${error.message}`];
    if (!existsSync(report)) return ['no report: the tests were not run'];
    return readFailures(JSON.parse(readFileSync(report, 'utf8')) as Report);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFailures({ testResults }: Report): string[] {
  const failed = testResults.flatMap(({ assertionResults }) =>
    assertionResults.flatMap(({ failureMessages }) => failureMessages ?? []),
  );
  const outside = testResults.flatMap(({ message }) => (message ? [`outside of a test: ${message}`] : []));
  return [...failed, ...outside].map(stripVTControlCharacters);
}

function firstLine(failure = 'every test passed'): string {
  return failure.split('\n')[0]!.slice(0, 200);
}
