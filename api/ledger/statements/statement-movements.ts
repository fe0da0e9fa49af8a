import type { Context } from '../../platform/context.ts';
import {
  badArgument,
  decodeCursor,
  encodeCursor,
  type Page,
  pageOf,
  pageSize,
} from '../../platform/graphql/connection.ts';
import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';
import { movementWords } from './movement-words.ts';
import { type Movement, type MovementPlace, readMovements } from './read-movements.ts';
import type { Statement, StatementMovement } from './statement.ts';

const FIRST_KEY = '00000000-0000-0000-0000-000000000000';
/** Movements read at once for a file. */
const BATCH = 1000;

/** A movement with its place. */
interface Told extends StatementMovement {
  readonly place: MovementPlace;
}

/** A page of a statement, the oldest first. The cursor carries the balance, so that no page reads what stands before it. */
export async function pageOfStatement(
  ctx: Context,
  statement: Statement,
  { first, after }: { first?: number | null; after?: string | null },
): Promise<Page<StatementMovement>> {
  const size = pageSize(first);
  const [at, key, balance] = decodeCursor(after, ['instant', 'key', 'number']) ?? [null, null, null];
  if (balance !== null && (!Number.isSafeInteger(balance) || Math.abs(balance as number) > LARGEST_RUPIAH))
    throw badArgument('after', 'after is not a cursor of this list');
  const place = at === null ? startOf(statement) : { at: new Date(at as string), key: key as string };
  const movements = await readMovements(ctx, statement, { after: place, before: statement.before, most: size + 1 });
  const told = await tell(ctx, movements, balance === null ? statement.opening : (balance as number));
  return pageOf(told, size, after, (each) => encodeCursor([each.place.at.toISOString(), each.place.key, each.balance]));
}

/** All movements of a statement, the oldest first, however many, some at a time. */
export async function* allMovements(ctx: Context, statement: Statement): AsyncGenerator<readonly StatementMovement[]> {
  let place = startOf(statement);
  let balance = statement.opening;
  for (;;) {
    const movements = await readMovements(ctx, statement, { after: place, before: statement.before, most: BATCH });
    const told = await tell(ctx, movements, balance);
    if (told.length > 0) yield told;
    if (told.length < BATCH) return;
    place = told.at(-1)!.place;
    balance = told.at(-1)!.balance;
  }
}

function startOf({ begin }: Statement): MovementPlace {
  return { at: begin, key: FIRST_KEY };
}

async function tell(ctx: Context, movements: readonly Movement[], opening: Rupiah): Promise<Told[]> {
  const codes = await ctx.effectCodes(
    ctx,
    movements.map(({ effect }) => effect),
  );
  let balance = opening;
  return movements.map(({ key, at, effect, memo, amount, changes }, index) => {
    balance += amount;
    const words = movementWords(effect, memo, ctx.language);
    return { place: { at, key }, at, memo: words, code: codes[index] ?? null, amount, balance, changes };
  });
}
