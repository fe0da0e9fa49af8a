import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prepareMarket } from '../../../api/prepare-market.ts';
import { saveSynonyms } from '../../../api/search/terms/save-synonyms.ts';
import { seedTerms } from '../../../seeds/generate/vocabulary.ts';
import { aCurator, type Person } from '../../support/makers/accounts.ts';
import { aKelurahan } from '../../support/makers/geography.ts';
import { openWorld, type World } from '../../support/world.ts';
import { entered, termsOf } from './vocabulary-world.ts';

const LIST = `query ($search: String, $kind: SearchTermKind, $first: Int, $after: String) {
  searchTerms(search: $search, kind: $kind, first: $first, after: $after) {
    edges { node { kind term meanings } } pageInfo { hasNextPage endCursor } } }`;

interface Listed {
  searchTerms: {
    edges: { node: { kind: string; term: string; meanings: string[] } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

describe('the list of terms', () => {
  let world: World;
  let curator: Person;
  beforeAll(async () => {
    world = await openWorld();
    curator = await aCurator(world);
    await entered(world, [
      { kind: 'SYNONYM', term: 'Jilbab', meanings: ['kerudung', 'Hijab'] },
      { kind: 'VARIANT', term: 'krudung', meanings: ['kerudung'] },
      { kind: 'WORD', term: 'krudung', meanings: [] },
      { kind: 'PHRASE', term: 'gula 100% aren', meanings: [] },
    ]);
  });
  afterAll(() => world.close());

  const list = async (variables: object): Promise<Listed['searchTerms']> =>
    (await world.request<Listed>(LIST, variables, curator)).data.searchTerms;
  const lines = async (variables: object): Promise<string[]> =>
    (await list(variables)).edges.map(({ node: { kind, term } }) => `${kind} ${term}`);

  test('is by alphabet, and is found by letters of a term or of a meaning, and by kind', async () => {
    expect(await lines({})).toEqual(['PHRASE gula 100% aren', 'SYNONYM jilbab', 'VARIANT krudung', 'WORD krudung']);
    expect(await lines({ search: ' HIJAB ' })).toEqual(['SYNONYM jilbab']);
    expect(await lines({ search: 'rudung' })).toEqual(['SYNONYM jilbab', 'VARIANT krudung', 'WORD krudung']);
    expect(await lines({ search: 'rudung', kind: 'WORD' })).toEqual(['WORD krudung']);
    expect(await lines({ search: '0%' })).toEqual(['PHRASE gula 100% aren']);
    expect(await lines({ search: '%' + '_' })).toEqual([]);
  });

  test('goes on page by page without leaving a kind of one term out', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed['searchTerms'] = await list({ first: 1, after });
      seen.push(...page.edges.map(({ node }) => `${node.kind} ${node.term}`));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(await lines({}));
  });

  test('a refusal names the field and the limit in the language asked for', async () => {
    const save = `mutation ($input: SaveSynonymsInput!) { saveSynonyms(input: $input) { terms { term } userErrors { code field message } } }`;
    const input = { terms: [{ kind: 'VARIANT', term: 'opk', meanings: [] }], reason: 'Uji' };
    const said = async (language: string): Promise<unknown> =>
      (await world.request(save, { input }, { ...curator, headers: { 'accept-language': language } })).data;
    const refused = (message: string) => ({
      saveSynonyms: {
        terms: null,
        userErrors: [{ code: 'MEANINGS_INVALID', field: ['terms', '0', 'meanings'], message }],
      },
    });
    expect(await said('id')).toEqual(refused('Jumlah arti untuk jenis ini 1.'));
    expect(await said('en')).toEqual(refused('The number of meanings for this kind is 1.'));
  });

  test('a preview says as a save does which term exists, and which meaning is meant, of a long one its first 60 letters', async () => {
    const preview = `query ($input: PreviewSynonymsInput!) { previewSynonyms(input: $input) { userErrors { code field message } } }`;
    const said = async (term: string, meanings: string[], language: string): Promise<unknown> => {
      const input = { terms: [{ kind: 'SYNONYM', term, meanings }] };
      const headers = { 'accept-language': language };
      const { data } = await world.request<{ previewSynonyms: { userErrors: unknown[] } }>(
        preview,
        { input },
        { ...curator, headers },
      );
      return data.previewSynonyms.userErrors;
    };
    expect(await said('jilbab', ['opak'], 'id')).toEqual([
      {
        code: 'TERM_EXISTS',
        field: ['terms', '0', 'term'],
        message: '“jilbab” sudah ada. Cari dan ubah yang ada.',
      },
    ]);
    const [code, field] = ['MEANING_INVALID', ['terms', '0', 'meanings', '1']];
    const id =
      '“a b c d e f” tidak bisa menjadi arti: arti berisi 1 sampai 5 kata dan paling panjang 60 huruf, tanpa <, >, dan huruf rusak.';
    expect(await said('opk', ['opak', 'A b c d e f'], 'id')).toEqual([{ code, field, message: id }]);
    const en = `“${'a'.repeat(59)}…” cannot be a meaning: one has 1 to 5 words and at most 60 characters, without <, > and broken characters.`;
    expect(await said('opk', ['opak', 'a'.repeat(61)], 'en')).toEqual([{ code, field, message: en }]);
  });
});

describe('a start on a database that was filled before', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    await aKelurahan(world, { kecamatan: 'beji' });
  });
  afterAll(() => world.close());
  const start = (): Promise<void> => prepareMarket(world.app, () => {});

  test('enters the terms of the seeds once, and never again over what curators keep or took out', async () => {
    await Promise.all([start(), start()]);
    const shipped = await termsOf(world);
    expect(shipped.length).toBeGreaterThan(1000);
    const seen = seedTerms().find(({ kind, term }) => kind === 'SYNONYM' && term === 'jilbab')?.meanings ?? [];
    expect(shipped).toContain(`SYNONYM jilbab: ${seen.join(', ')}`);
    const changed = { kind: 'SYNONYM' as const, term: 'jilbab', meanings: ['kerudung'], seen: [...seen] };
    const gone = { kind: 'SYNONYM' as const, term: 'pashmina', seen: ['pasmina'] };
    await saveSynonyms(world.context(), { terms: [changed], remove: [gone], reason: 'Uji' });
    await start();
    const kept = await termsOf(world);
    expect(kept).toHaveLength(shipped.length - 1);
    expect(kept).toContain('SYNONYM jilbab: kerudung');
  });

  test('a vocabulary that curators have emptied stays empty', async () => {
    await world.context().em.execute('delete from search_term');
    await start();
    expect(await termsOf(world)).toEqual([]);
  });
});
