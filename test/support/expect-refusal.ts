import { expect } from 'vitest';
import { DomainError } from '../../api/platform/refusal.ts';

/** The refusal that an act ends in; fails the test when it is done, or ends in a fault. */
export async function refusalOf(act: Promise<unknown>): Promise<Pick<DomainError, 'code' | 'field' | 'values'>> {
  const outcome = await act.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DomainError)) throw outcome ?? new Error('was done, not refused');
  return outcome;
}

/** Expects an act to be refused with this code and, where they are given, with this path into the input and these values. */
export async function expectRefusal(
  act: Promise<unknown>,
  code: string,
  field?: readonly string[],
  values?: Readonly<Record<string, string | number>>,
): Promise<void> {
  expect(await refusalOf(act)).toMatchObject({ code, ...(field && { field }), ...(values && { values }) });
}
