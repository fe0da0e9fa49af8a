import { BigIntType } from '@mikro-orm/core';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A whole number of rupiah. Never a fraction; larger than 32 bits. */
export type Rupiah = number;

/** The largest sum that is taken or shown, in rupiah: 9 x 10^15, below the largest safe integer. */
export const LARGEST_RUPIAH: Rupiah = 9_000_000_000_000_000;

/** Column type for money: bigint in PostgreSQL, a safe integer in code. */
export class RupiahColumn extends BigIntType<'number'> {
  constructor() {
    super('number');
  }
}

function rupiah(value: unknown): Rupiah {
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > LARGEST_RUPIAH) {
    throw new GraphQLError(
      `Rupiah is a whole JSON number of at most ${LARGEST_RUPIAH}, got ${JSON.stringify(value)?.slice(0, 40)}`,
      {
        extensions: { code: 'BAD_USER_INPUT' },
      },
    );
  }
  return value;
}

/** GraphQL scalar for money. */
export const RupiahScalar = new GraphQLScalarType<Rupiah, number>({
  name: 'Rupiah',
  description: 'A whole number of Indonesian rupiah as a JSON number; at most 9 x 10^15, never a fraction.',
  serialize: rupiah,
  parseValue: rupiah,
  parseLiteral(node) {
    if (node.kind !== Kind.INT)
      throw new GraphQLError('Rupiah is a whole number.', { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
    return rupiah(Number(node.value));
  },
});

/** Rupiah as people in Depok write it: Rp12.500. */
export function formatRupiah(amount: Rupiah): string {
  const sign = amount < 0 ? '-' : '';
  return `${sign}Rp${Math.abs(amount)
    .toString()
    .replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`;
}
