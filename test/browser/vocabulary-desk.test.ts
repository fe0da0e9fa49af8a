import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { saveSynonyms } from '../../api/search/terms/save-synonyms.ts';
import { TERM_LIMITS } from '../../api/search/terms/term-limits.ts';
import { aMarketOfWords, entered, termsOf, titlesFor } from '../search/terms/vocabulary-world.ts';
import { faultsAtEveryWidth, openBrowser, type TestBrowser } from '../support/browser.ts';
import { aCurator, type Person } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';

describe('the city’s desk for the vocabulary', () => {
  let world: World;
  let browser: TestBrowser;
  let curator: Person;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    await aMarketOfWords(world);
    curator = await aCurator(world);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });
  beforeEach(async () => {
    await world.context().em.execute('delete from search_term');
    const words = Array.from({ length: 40 }, (_, at) => `kata ${String(at).padStart(2, '0')}`);
    await entered(world, [
      { kind: 'SYNONYM', term: 'camilan', meanings: ['opak'] },
      ...words.map((term) => ({ kind: 'WORD' as const, term, meanings: [] })),
    ]);
  });

  async function desk(query = ''): Promise<Page> {
    const window = await browser.open();
    await window.addCookies([{ name: 'berjubel_device', value: curator.token, url: world.url }]);
    const page = await window.newPage();
    await page.goto(`${world.url}/kota/kosakata${query}`);
    await page
      .getByRole('button', { name: query ? /^(Lihat pengaruhnya|Ubah .*)$/ : 'Ubah camilan' })
      .first()
      .waitFor();
    return page;
  }

  const focused = (page: Page, selector: string): Promise<unknown> =>
    page.waitForFunction((asked) => document.activeElement?.matches(asked) ?? false, selector);
  const previewed = (page: Page) => page.getByRole('heading', { name: 'Pengaruhnya' });

  test('a term is found, changed, looked at and saved with the keyboard alone; the focus goes along', async () => {
    const page = await desk();
    await page.getByLabel('Cari kata atau artinya').focus();
    await page.keyboard.type('OPAK');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Kata berikutnya' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Ubah camilan' }).focus();
    await page.keyboard.press('Enter');
    await focused(page, '#editor-title');
    await page.getByLabel('Artinya').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('opak, rengginang');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).focus();
    await page.keyboard.press('Enter');
    await focused(page, '#effects-title');
    await page.getByText('1 masuk, 0 keluar').first().waitFor();
    expect(await titlesFor(world, 'camilan')).toEqual(['Opak Singkong']);
    await page.getByLabel('Alasannya').focus();
    await page.keyboard.type('Pembeli menyebutnya begitu');
    await page.keyboard.press('Enter');
    await page.getByText('“camilan” tersimpan.').waitFor();
    await focused(page, '[data-row="SYNONYM camilan"]');
    await page.getByText('opak, rengginang').waitFor();
    expect(await titlesFor(world, 'camilan')).toEqual(['Opak Singkong', 'Rengginang Terasi']);
    await page.context().close();
  });

  test('what is written on after a look has to be looked at again before it can be saved', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Ubah camilan' }).click();
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await previewed(page).waitFor();
    await page.getByLabel('Artinya').fill('cilok');
    await previewed(page).waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: 'Simpan perubahan' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Batal' }).click();
    await focused(page, '[data-row="SYNONYM camilan"]');
    await page.context().close();
  });

  test('a term is added, renamed and taken out', async () => {
    const page = await desk();
    const save = async (act: string): Promise<void> => {
      await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
      await page.getByLabel('Alasannya').fill('Uji');
      await page.getByRole('button', { name: act }).click();
      await previewed(page).waitFor({ state: 'detached' });
    };
    await page.getByRole('button', { name: 'Tambah kata' }).click();
    await page.getByLabel('Jenis').selectOption({ label: 'Ejaan lain' });
    await page.getByLabel('Kata', { exact: true }).fill('Opk');
    await page.getByLabel('Artinya').fill('opak');
    await save('Simpan perubahan');
    expect(await termsOf(world)).toContain('VARIANT opk: opak');
    const listed = page.getByRole('search', { name: 'Kosakata pencarian' });
    await listed.getByLabel('Cari kata').fill('opk');
    await listed.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('button', { name: 'Ubah opk' }).click();
    await page.getByLabel('Kata', { exact: true }).fill('oppk');
    await save('Simpan perubahan');
    const renamed = await termsOf(world);
    expect(renamed).toContain('VARIANT oppk: opak');
    expect(renamed).not.toContain('VARIANT opk: opak');
    await listed.getByLabel('Cari kata').fill('oppk');
    await listed.getByRole('button', { name: 'Cari' }).click();
    await page.getByRole('button', { name: 'Hapus oppk' }).click();
    await save('Hapus dari kosakata');
    await page.getByText('“oppk” dihapus.').waitFor();
    expect((await termsOf(world)).some((line) => line.includes('oppk'))).toBe(false);
    await page.context().close();
  });

  test('who comes with words that people missed writes them at once; what the vocabulary holds already is shown', async () => {
    const page = await desk('?kata=kasur%20lipat');
    await focused(page, '#editor-title');
    expect(await page.getByLabel('Kata', { exact: true }).inputValue()).toBe('kasur lipat');
    expect(await page.getByLabel('Coba dengan pencarian').inputValue()).toBe('kasur lipat');
    await page.getByLabel('Artinya').fill('opak');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await page.getByLabel('Alasannya').fill('Dicari orang');
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('“kasur lipat” tersimpan.').waitFor();
    expect(await termsOf(world)).toContain('SYNONYM kasur lipat: opak');
    await page.goto(`${world.url}/kota/kosakata?kata=Kasur%20lipat`);
    await page.getByRole('button', { name: 'Ubah kasur lipat' }).waitFor();
    expect(await page.getByLabel('Cari kata atau artinya').inputValue()).toBe('Kasur lipat');
    expect(await page.getByRole('button', { name: /^Ubah / }).count()).toBe(1);
    expect(await page.locator('#editor-title').count()).toBe(0);
    await page.context().close();
  });

  test('a new term that is there already is said before it is looked at, and leads to the one that is there with all that was written', async () => {
    const page = await desk();
    await page.getByRole('button', { name: 'Tambah kata' }).click();
    await page.getByLabel('Kata', { exact: true }).fill(' Camilan ');
    await page.getByLabel('Artinya').fill('Cilok, opak');
    await page.getByLabel('Coba dengan pencarian').fill('camilan');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await page.getByText('“camilan” sudah ada. Cari dan ubah yang ada.').waitFor();
    await focused(page, '#draft-term[aria-invalid="true"][aria-describedby~="term-wrong"]');
    expect(await previewed(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Ubah “camilan” yang ada' }).click();
    await focused(page, '#editor-title');
    await page.getByRole('heading', { name: 'Mengubah “camilan”' }).waitFor();
    expect(await page.getByLabel('Artinya').inputValue()).toBe('opak, cilok');
    expect(await page.getByLabel('Coba dengan pencarian').inputValue()).toBe('camilan');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await page.getByLabel('Alasannya').fill('Uji');
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('“camilan” tersimpan.').waitFor();
    expect(await termsOf(world)).toContain('SYNONYM camilan: opak, cilok');
    await page.context().close();
  });

  test('says the limits before, and which of several meanings is wrong at its field', async () => {
    const page = await desk();
    const { charactersTo, wordsTo, meaningsTo } = TERM_LIMITS;
    await page.getByRole('button', { name: 'Ubah camilan' }).click();
    expect(await page.locator('#term-hint').innerText()).toBe(
      `Paling banyak ${wordsTo} kata dan ${charactersTo} huruf.`,
    );
    expect(await page.locator('#meanings-hint').innerText()).toBe(
      `Pisahkan dengan koma, paling banyak ${meaningsTo} arti, masing-masing paling banyak ${wordsTo} kata dan ${charactersTo} huruf.`,
    );
    const meanings = page.getByLabel('Artinya');
    await meanings.fill('opak, satu dua tiga empat lima enam, cilok');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await focused(page, '#draft-meanings[aria-invalid="true"][aria-describedby~="meanings-wrong"]');
    expect(await page.locator('#meanings-wrong').innerText()).toMatch(/^“satu dua tiga empat lima enam” tidak bisa/);
    expect(await faultsAtEveryWidth(page, 'a wrong meaning')).toEqual([]);
    await meanings.fill('opak, cilok');
    await page.getByLabel('Coba dengan pencarian').fill('x'.repeat(201));
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await focused(page, '#term-queries[aria-invalid="true"][aria-describedby~="queries-wrong"]');
    expect(await meanings.getAttribute('aria-invalid')).toBe('false');
    await page.context().close();
  }, 30_000);

  test('no term waits unseen, and what another curator changed meanwhile is said, with everything written kept', async () => {
    const page = await desk();
    const cards = page.getByRole('button', { name: /^Ubah / });
    expect(await cards.count()).toBe(30);
    await page.getByRole('button', { name: 'Kata berikutnya' }).click();
    await cards.nth(40).waitFor();
    await page.getByRole('button', { name: 'Ubah camilan' }).click();
    await page.getByLabel('Artinya').fill('cilok');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    const other = { kind: 'SYNONYM' as const, term: 'camilan', meanings: ['keripik'], seen: ['opak'] };
    await saveSynonyms(world.context(curator.actor), { terms: [other], reason: 'Lebih dulu' });
    await page.getByLabel('Alasannya').fill('Terlambat');
    await page.getByRole('button', { name: 'Simpan perubahan' }).click();
    await page.getByText('“camilan” baru saja diubah kurator lain').waitFor();
    expect(await page.getByLabel('Artinya').inputValue()).toBe('cilok');
    expect(await page.getByLabel('Alasannya').inputValue()).toBe('Terlambat');
    expect(await termsOf(world)).toContain('SYNONYM camilan: keripik');
    await page.context().close();
  });

  test('axe finds nothing at 360 and 1280 px: the list, the editor of each kind, a refusal, an effect, a removal', async () => {
    const page = await desk();
    const faults = await faultsAtEveryWidth(page, 'the list');
    const look = async (what: string): Promise<void> => {
      faults.push(...(await faultsAtEveryWidth(page, what)));
    };
    await page.getByRole('button', { name: 'Tambah kata' }).click();
    await look('a new term');
    await page.getByLabel('Kata', { exact: true }).fill('margo');
    await page.getByLabel('Jenis').selectOption({ label: 'Nama tempat' });
    await page.getByLabel('Kecamatan').selectOption({ index: 1 });
    await look('a new place');
    await page.getByLabel('Jenis').selectOption({ label: 'Kata yang benar' });
    await page.getByLabel('Kata', { exact: true }).fill('?!');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await page.getByText('Kata berisi 1 sampai 5 kata').waitFor();
    await look('a refusal');
    await page.getByRole('button', { name: 'Batal' }).click();
    await page.getByRole('button', { name: 'Ubah camilan' }).click();
    await page.getByLabel('Artinya').fill('cilok, rengginang');
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await previewed(page).waitFor();
    await look('an effect');
    await page.getByRole('button', { name: 'Batal' }).click();
    await page.getByRole('button', { name: 'Hapus camilan' }).click();
    await page.getByRole('button', { name: 'Lihat pengaruhnya' }).click();
    await previewed(page).waitFor();
    await look('a removal');
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);
});
