import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import {
  DefaultReporter,
  type SerializedError,
  type TestModule,
  type TestRunEndReason,
  type TestSpecification,
} from 'vitest/node';

/** What a run came to: how many tests passed, what failed and why, how many of a file were skipped. */
interface Outcome {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly skipped: readonly string[];
}

/**
 * Failures as Vitest shows them; at the end what was skipped, each failure again in a line of its own, and as the very
 * last line `N passed, N failed`: who sees no more than the end of a run sees what failed. What fails outside of a test is
 * a failure of its own, as is the end of a process beside the tests that it took along; a run that broke counts one at least.
 */
export default class Reporter extends DefaultReporter {
  #files: readonly TestSpecification[] = [];
  /** Ids of the tests that nobody asked to leave out: each has passed at the end, or counts as failed. */
  readonly #due = new Set<string>();

  override onTestRunStart(files: readonly TestSpecification[]): void {
    this.#files = files;
    super.onTestRunStart(files);
  }

  override onTestModuleCollected(file: TestModule): void {
    super.onTestModuleCollected(file);
    for (const { id, options } of file.children.allTests()) {
      if (options.mode !== 'skip' && options.mode !== 'todo') this.#due.add(id);
    }
  }

  override onTestRunEnd(
    files: readonly TestModule[],
    errors: Parameters<DefaultReporter['onTestRunEnd']>[1],
    reason: TestRunEndReason,
  ): void {
    super.onTestRunEnd(files, errors, reason);
    const { passed, failures, skipped } = this.#outcomeOf(files);
    const named = [...failures, ...errors.map((error) => `outside of a test${why([error])}`)];
    const failed = Math.max(named.length, reason === 'passed' ? 0 : 1);
    if (skipped.length > 0) process.stdout.write(`skipped: ${skipped.join(', ')}\n`);
    for (const failure of named) process.stdout.write(`failed: ${failure}\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }

  /** True counts: a file that fails to run, whose process ends or that fails for another reason is at least one failure. */
  #outcomeOf(files: readonly TestModule[]): Outcome {
    const nameOf = (moduleId: string): string => relative(this.ctx.config.root, moduleId);
    const neverBegun = this.#files.filter(({ moduleId }) => files.every((file) => file.moduleId !== moduleId));
    const failures = neverBegun.map(({ moduleId }) => `${nameOf(moduleId)}: was never begun`);
    const skipped: string[] = [];
    let passed = 0;
    for (const file of files) {
      const name = nameOf(file.moduleId);
      const failuresBefore = failures.length;
      let left = 0;
      for (const test of file.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'passed') passed += 1;
        else if (this.#due.has(test.id))
          failures.push(`${name} > ${test.fullName}${why(errors) || why(test.parent.errors())}`);
        else left += 1;
      }
      const isSound = file.state() === 'passed' || file.state() === 'skipped';
      if (failures.length === failuresBefore && !isSound) failures.push(`${name}${why(file.errors())}`);
      if (left > 0) skipped.push(`${left} of ${name}`);
    }
    return { passed, failures, skipped };
  }
}

/** The first line of what the first error says, of at most 200 letters. */
function why([first]: readonly SerializedError[] = []): string {
  const [line = ''] = stripVTControlCharacters(first?.message ?? '').split('\n');
  return line === '' ? '' : `: ${line.slice(0, 200)}`;
}
