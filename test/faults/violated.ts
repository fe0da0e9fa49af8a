import type { RunReport } from './run.ts';

/**
 * What a batch has violated, at its end; null when it broke off after the sources had been changed, which says nothing of any program. `more` is
 * what was found besides its report; `changed` is the sentence about changed sources, which leads whatever was violated by such a mixture.
 */
export function violatedBy(
  report: RunReport | Error,
  more: readonly string[],
  changed: string | null,
): readonly string[] | null {
  if (report instanceof Error) return changed === null ? [`the run broke off: ${report.message}`, ...more] : null;
  const violations = [...report.violations, ...more];
  return changed !== null && violations.length > 0 ? [changed, ...violations] : violations;
}
