import { DefaultReporter, type TestModule, type TestRunEndReason, type TestSpecification } from 'vitest/node';

/** Failures as Vitest shows them; at the end what was skipped, and as the very last line `N passed, N failed`. */
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
    const { passed, failed, skipped } = this.#countTests(files);
    const isBroken = errors.length > 0 || reason !== 'passed';
    if (skipped.length > 0) process.stdout.write(`${skipped.length} skipped: ${skipped.join('; ')}\n`);
    process.stdout.write(
      `${passed} passed, ${failed === 0 && isBroken ? Math.max(1, errors.length) : failed} failed\n`,
    );
  }

  /** True counts: a file that fails to run, whose process ends or that fails for another reason is at least one failure. */
  #countTests(files: readonly TestModule[]): { passed: number; failed: number; skipped: string[] } {
    const neverBegun = this.#files.filter(({ moduleId }) => files.every((file) => file.moduleId !== moduleId));
    let passed = 0;
    let failed = neverBegun.length;
    const skipped: string[] = [];
    for (const file of files) {
      let failures = 0;
      for (const test of file.children.allTests()) {
        if (test.result().state === 'passed') passed += 1;
        else if (this.#due.has(test.id)) failures += 1;
        else skipped.push(test.fullName.replaceAll(' > ', ' '));
      }
      const isSound = file.state() === 'passed' || file.state() === 'skipped';
      failed += failures === 0 && !isSound ? 1 : failures;
    }
    return { passed, failed, skipped };
  }
}
