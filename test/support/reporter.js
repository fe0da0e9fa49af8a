import { DefaultReporter } from '@jest/reporters';

/** Failures as jest shows them; at the end what was skipped, and as the very last line `N passed, N failed`. */
export default class Reporter extends DefaultReporter {
  onRunComplete(contexts, results) {
    super.onRunComplete(contexts, results);
    const { passed, failed, skipped } = countTests(results);
    if (skipped.length > 0) process.stdout.write(`${skipped.length} skipped: ${skipped.join('; ')}\n`);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
  }
}

/** True counts: a file that fails to run, or a run that fails for another reason, is at least one failure. */
function countTests(results) {
  let failed = 0;
  const skipped = [];
  for (const file of results.testResults) {
    failed += file.numFailingTests || (file.testExecError || file.failureMessage ? 1 : 0);
    for (const test of file.testResults) {
      if (['pending', 'skipped', 'todo', 'disabled'].includes(test.status)) skipped.push(test.fullName);
    }
  }
  const broken = results.wasInterrupted || results.snapshot.failure || results.numRuntimeErrorTestSuites > 0;
  if (failed === 0 && broken) failed = 1;
  return { passed: results.numPassedTests, failed, skipped };
}
