import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openApp } from '../../../api/app.ts';
import { SYSTEM } from '../../../api/platform/context.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { askedProducts } from '../../../api/search/asked-products.ts';
import type { Term } from '../../../api/search/index.ts';
import { saveSynonyms } from '../../../api/search/terms/save-synonyms.ts';
import type { TermChange } from '../../../api/search/terms/term-change.ts';
import { TERM_LIMITS } from '../../../api/search/terms/term-limits.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';
import { searchEngines } from '../../contract/search-engines.ts';
import { expectRefusal, refusalOf } from '../../support/expect-refusal.ts';
import { aCurator, type Person } from '../../support/makers/accounts.ts';
import { warmConnections } from '../../support/warm-connections.ts';
import { openWorld, type World } from '../../support/world.ts';
import { aMarketOfWords, entered, termsOf, titlesFor } from './vocabulary-world.ts';

let world: World;
let curator: Person;
beforeAll(async () => {
  world = await openWorld();
  await aMarketOfWords(world);
  curator = await aCurator(world);
});
afterAll(() => world.close());
afterEach(async () => {
  await inTransaction(world.context(), (tx) => tx.execute('delete from search_term'));
});

const reason = 'Pembeli menyebutnya begitu';
const save = (change: TermChange, why = reason): Promise<readonly Term[]> =>
  saveSynonyms(world.context(curator.actor), { ...change, reason: why });
const synonym = (term: string, meanings: string[], seen?: string[]) => ({
  kind: 'SYNONYM' as const,
  term,
  meanings,
  ...(seen && { seen }),
});
const audited = () =>
  world
    .context()
    .read.rows<{ subject: object; reason: string; actor: string }>(
      `select subject, reason, actor_id as actor from audit_entry where act = 'saveSynonyms' order by at, id`,
      [],
    );

describe('saving terms', () => {
  test('adds, replaces and takes out in one go; each term is an entry of the audit log with what it said before', async () => {
    await save({ terms: [synonym('Kriuk  Terasi', ['Rengginang', 'OPAK'])] });
    expect(await termsOf(world)).toEqual(['SYNONYM kriuk terasi: rengginang, opak']);
    const saved = await save(
      {
        terms: [synonym('camilan', ['opak'])],
        remove: [{ kind: 'SYNONYM', term: 'kriuk terasi', seen: ['opak', 'rengginang'] }],
      },
      '  Salah\npaham ',
    );
    expect(saved.map(({ term }) => term)).toEqual(['camilan']);
    await save({ terms: [synonym('camilan', ['rengginang'], ['opak'])] });
    expect(await termsOf(world)).toEqual(['SYNONYM camilan: rengginang']);
    expect(await audited()).toEqual([
      {
        subject: { kind: 'SYNONYM', term: 'kriuk terasi', after: 'rengginang, opak' },
        reason,
        actor: curator.account.key,
      },
      {
        subject: { kind: 'SYNONYM', term: 'camilan', after: 'opak' },
        reason: 'Salah paham',
        actor: curator.account.key,
      },
      {
        subject: { kind: 'SYNONYM', term: 'kriuk terasi', before: 'rengginang, opak' },
        reason: 'Salah paham',
        actor: curator.account.key,
      },
      {
        subject: { kind: 'SYNONYM', term: 'camilan', before: 'opak', after: 'rengginang' },
        reason,
        actor: curator.account.key,
      },
    ]);
  });

  test('the same again changes nothing and is not written into the audit log', async () => {
    await save({ terms: [synonym('camilan', ['opak', 'rengginang'])] });
    const [before, entries] = [await version(), (await audited()).length];
    await save({
      terms: [synonym('camilan', ['rengginang', 'opak'])],
      remove: [{ kind: 'WORD', term: 'entah', seen: [] }],
    });
    expect([await version(), (await audited()).length]).toEqual([before, entries]);
  });

  test('is all or nothing', async () => {
    await save({ terms: [synonym('camilan', ['opak'])] });
    await expectRefusal(save({ terms: [synonym('jajan', ['opak']), synonym('camilan', ['cilok'])] }), 'TERM_EXISTS');
    expect(await termsOf(world)).toEqual(['SYNONYM camilan: opak']);
  });

  const word = (term: string) => ({ kind: 'WORD' as const, term, meanings: [] });
  const place = (slug: string) => ({ kind: 'PLACE' as const, term: 'margo', meanings: [slug] });
  const long = 'a'.repeat(TERM_LIMITS.charactersTo + 1);
  const many = Array.from({ length: TERM_LIMITS.changesTo + 1 }, (_, at) => word(`kata ${at}`));
  test.each<[string, TermChange, string, string[]]>([
    ['nothing', {}, 'NO_CHANGE', ['terms']],
    ['more terms than fit', { terms: many }, 'TOO_MANY_TERMS', ['terms']],
    ['more removals than fit', { remove: many.map((each) => ({ ...each, seen: [] })) }, 'TOO_MANY_TERMS', ['remove']],
    ['a term of signs', { terms: [word('\u200b\u0007 ?!')] }, 'TERM_INVALID', ['terms', '0', 'term']],
    ['a term that is too long', { terms: [word(long)] }, 'TERM_INVALID', ['terms', '0', 'term']],
    ['a term of six words', { terms: [word('a b c d e f')] }, 'TERM_INVALID', ['terms', '0', 'term']],
    ['an empty meaning', { terms: [synonym('opak', ['x', ' '])] }, 'MEANING_INVALID', ['terms', '0', 'meanings', '1']],
    [
      'to have seen what cannot be kept',
      { remove: [{ ...word('opak'), seen: [long] }] },
      'SEEN_INVALID',
      ['remove', '0', 'seen'],
    ],
    [
      'to have seen more than is kept',
      { terms: [{ ...word('opak'), seen: many.map(({ term }) => term) }] },
      'SEEN_INVALID',
      ['terms', '0', 'seen'],
    ],
    ['a synonym of nothing', { terms: [synonym('opak', [])] }, 'MEANINGS_INVALID', ['terms', '0', 'meanings']],
    [
      'a word with a meaning',
      { terms: [{ ...word('opak'), meanings: ['x'] }] },
      'MEANINGS_INVALID',
      ['terms', '0', 'meanings'],
    ],
    [
      'a spelling of two',
      { terms: [{ kind: 'VARIANT', term: 'opk', meanings: ['opak', 'opik'] }] },
      'MEANINGS_INVALID',
      ['terms', '0', 'meanings'],
    ],
    ['a synonym of itself', { terms: [synonym('Opak', ['OPAK '])] }, 'CONTRADICTION', ['terms', '0', 'meanings']],
    ['a term twice', { terms: [word('opak'), word('OPAK ')] }, 'CONTRADICTION', ['terms', '1', 'term']],
    [
      'a term saved and taken out',
      { terms: [word('opak')], remove: [{ ...word('opak'), seen: [] }] },
      'CONTRADICTION',
      ['remove', '0', 'term'],
    ],
    [
      'two spellings of each other',
      {
        terms: [
          { kind: 'VARIANT', term: 'opk', meanings: ['opak'] },
          { kind: 'VARIANT', term: 'opak', meanings: ['opk'] },
        ],
      },
      'CONTRADICTION',
      ['terms', '0', 'meanings'],
    ],
    ['a place in no kecamatan', { terms: [place('bogor')] }, 'KECAMATAN_UNKNOWN', ['terms', '0', 'meanings', '0']],
  ])('refuses %s', async (_what, change, code, field) => {
    expect(await refusalOf(save(change))).toMatchObject({ code, field });
    expect(await termsOf(world)).toEqual([]);
  });

  test('what was kept before with signs that are refused now can be taken out', async () => {
    await entered(world, [word('<b>x</b>')]);
    await save({ remove: [{ ...word('<b>x</b>'), seen: [] }] });
    expect(await termsOf(world)).toEqual([]);
  });

  test('takes a place in a kecamatan that there is, and refuses a change without a reason', async () => {
    await expectRefusal(save({ terms: [place('beji')] }, ' \u0000a'), 'REASON_INVALID');
    await save({ terms: [place('beji')] });
    expect(await termsOf(world)).toEqual(['PLACE margo: beji']);
  });

  test('refuses what makes the vocabulary larger than processes hold', async () => {
    const filling = `insert into search_term (kind, term, meanings)
      select 'WORD', 'kata ' || n, '{}' from generate_series(1, ${TERM_LIMITS.vocabularyTo}) n`;
    await inTransaction(world.context(), (tx) => tx.execute(filling));
    await expectRefusal(save({ terms: [word('satu lagi')] }), 'VOCABULARY_FULL');
    await save({ terms: [word('satu lagi')], remove: [{ ...word('kata 1'), seen: [] }] });
  });

  test('what the seeds enter is what a curator may enter', async () => {
    const terms = seedTerms().filter(({ kind }) => kind !== 'PLACE');
    for (let at = 0; at < terms.length; at += 100) {
      const batch = new Map(terms.slice(at, at + 100).map((each) => [`${each.kind} ${each.term.toLowerCase()}`, each]));
      await save({ terms: [...batch.values()] });
    }
  }, 30_000);
});

describe('curators who work at once do not lose each other’s work', () => {
  test('a term that was changed, removed or entered since it was read is refused', async () => {
    await entered(world, [synonym('camilan', ['opak']), synonym('jajan', ['cilok'])]);
    await save({ terms: [synonym('camilan', ['opak', 'rengginang'], ['opak'])] });
    const stale = { kind: 'SYNONYM' as const, term: 'camilan', seen: ['opak'] };
    expect(await refusalOf(save({ terms: [synonym('camilan', ['keripik'], ['opak'])] }))).toMatchObject({
      code: 'TERM_CHANGED',
      field: ['terms', '0', 'term'],
    });
    expect(await refusalOf(save({ remove: [stale] }))).toMatchObject({
      code: 'TERM_CHANGED',
      field: ['remove', '0', 'term'],
    });
    await save({ remove: [{ kind: 'SYNONYM', term: 'jajan', seen: ['cilok'] }] });
    await expectRefusal(save({ terms: [synonym('jajan', ['opak'], ['cilok'])] }), 'TERM_CHANGED');
    await expectRefusal(save({ terms: [synonym('camilan', ['opak'])] }), 'TERM_EXISTS');
    expect(await termsOf(world)).toEqual(['SYNONYM camilan: opak, rengginang']);
  });

  test('of ten who change one term at once one is taken, the others are told', async () => {
    await entered(world, [synonym('camilan', ['opak'])]);
    await warmConnections(world);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) => save({ terms: [synonym('camilan', [`arti ${at}`], ['opak'])] })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of outcomes)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'TERM_CHANGED' });
  });

  test('different terms at once are all saved', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, at) => save({ terms: [synonym(`kata ${at}`, ['opak'])] })));
    expect(await termsOf(world)).toHaveLength(10);
  });
});

async function version(): Promise<string | undefined> {
  const [row] = await world.context().read.rows<{ version: string }>('select version from search_vocabulary', []);
  return row?.version;
}

for (const { name, available, environment, clear } of searchEngines) {
  (available ? describe : describe.skip)(`a saved term on ${name}`, () => {
    let market: World;
    beforeAll(async () => {
      market = await openWorld({ environment });
      await aMarketOfWords(market);
    });
    afterAll(async () => {
      await market?.close();
      await clear();
    });

    test('is understood by the next search, in every process, without a restart, until it is taken out', async () => {
      const other = await openApp(market.app.options);
      const titlesThere = async (search: string): Promise<string[]> => {
        const ctx = other.contextFor({ actor: SYSTEM });
        const wanted = { facets: false, totalCount: false, highlight: false };
        const found = await ctx.search.find(ctx, askedProducts({ search }), wanted);
        return found.products.map(({ node }) => node.title).sort();
      };
      const ctx = () => market.context(SYSTEM);
      const input = { terms: [synonym('wuzzle', ['rengginang', 'opak'])], reason };
      try {
        expect([await titlesFor(market, 'wuzzle'), await titlesThere('wuzzle')]).toEqual([[], []]);
        await saveSynonyms(ctx(), input);
        const found = ['Opak Singkong', 'Rengginang Terasi'];
        expect(await titlesThere('wuzzle')).toEqual(found);
        expect(await titlesFor(market, 'wuzzle')).toEqual(found);
        const seen = ['rengginang', 'opak'];
        await saveSynonyms(ctx(), { terms: [{ ...input.terms[0]!, meanings: ['cilok'], seen }], reason });
        expect([await titlesFor(market, 'wuzzle'), await titlesThere('wuzzle')]).toEqual([
          ['Cilok Kuah'],
          ['Cilok Kuah'],
        ]);
        await saveSynonyms(ctx(), { remove: [{ kind: 'SYNONYM', term: 'wuzzle', seen: ['cilok'] }], reason });
        expect([await titlesFor(market, 'wuzzle'), await titlesThere('wuzzle')]).toEqual([[], []]);
      } finally {
        await other.close();
      }
    });
  });
}
