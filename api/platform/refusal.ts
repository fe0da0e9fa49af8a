/** What the caller can mend: a code of the mutation's family, the path into its input, and the figures for the sentence. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: string,
    /** Path into the mutation's input, e.g. ['lines', '0', 'quantity']; empty when no single field is to blame. */
    readonly field: readonly string[] = [],
    /** Values that the sentence names, e.g. { limit: 100 }. Never personal data. */
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}

/** Refuses the act: throws, so that the transaction rolls back; the edge turns it into a `userErrors` entry. */
export function refuse(
  code: string,
  field: readonly string[] = [],
  values: Record<string, string | number> = {},
): never {
  throw new DomainError(code, field, values);
}
