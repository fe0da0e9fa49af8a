import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { globalId } from '../../api/platform/keys.ts';
import { answerReview } from '../../api/reviews/answer-review.ts';
import { hideReview } from '../../api/reviews/hide-review.ts';
import { StoredReview } from '../../api/reviews/index.ts';
import { aCollectedOrder, aPaidOrder, type RefundStage } from '../orders/refunds/refund-stage.ts';
import { aPicture, aProduct } from '../support/makers/catalog.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { openWorld, type World } from '../support/world.ts';
import { aVisitor, type SeenPage } from './visitor.ts';

describe('reviews, without scripts', () => {
  let world: World;
  let staged: RefundStage;
  let slug: string;
  beforeAll(async () => {
    world = await openWorld();
    staged = await aCollectedOrder(world);
    const { productKey } = staged.market.stalls[0]!.goods;
    const [product] = await world
      .context()
      .read.rows<{ slug: string }>('select slug from product where id = $1', [productKey]);
    slug = product!.slug;
  });
  afterAll(() => world.close());

  const page = (): string => `/pesanan/${staged.order.code}/ulasan`;
  const buyer = () => aVisitor(world.url, 'id', staged.buyer.token);
  const key = async (): Promise<string> => /name="kunci" value="([^"]+)"/.exec((await buyer().get(page())).html)![1]!;
  const send = async (fields: Record<string, string>): Promise<SeenPage> =>
    buyer().send(page(), { barang: staged.lineId, kunci: await key(), ...fields });
  const review = (): Promise<StoredReview> =>
    world.context().em.fork().findOneOrFail(StoredReview, { buyerKey: staged.buyer.account.key });
  const productPage = (): Promise<SeenPage> => aVisitor(world.url).get(`/produk/${slug}`);

  test('a product without any says so, and shows no stars', async () => {
    const shown = await productPage();
    expect(shown.text).toContain('Belum ada ulasan.');
    expect(shown.html).not.toContain('class="stars');
  });

  test('a collected order offers it', async () => {
    expect((await buyer().get(`/pesanan/${staged.order.code}`)).links).toContain(page());
    const { text, html } = await buyer().get(page());
    expect(text).toContain('Keripik singkong');
    expect(html.match(/type="radio" name="bintang"/g)).toHaveLength(5);
    const paid = await aPaidOrder(world);
    const early = await aVisitor(world.url, 'id', paid.buyer.token).get(`/pesanan/${paid.order.code}/ulasan`);
    expect(early.text).toContain('Belum ada yang bisa diulas.');
    expect(early.html).not.toContain('name="bintang"');
  });

  test('what is wrong is said beside what was typed, which stays', async () => {
    const refused = await send({ bintang: '', teks: 'Enak <b>sekali</b>' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Pilih 1 sampai 5 bintang.');
    expect(refused.html).toContain('Enak &lt;b&gt;sekali&lt;&#x2F;b&gt;</textarea>');
    expect(refused.html).not.toContain('<b>sekali</b>');
  });

  test('is written, read back, changed, and answered on the page of the product', async () => {
    const fields = { kunci: await key(), bintang: '4', teks: 'Renyah & gurih' };
    const sent = await send(fields);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${page()}?terima=1`]);
    await send(fields);
    expect((await buyer().get(`${page()}?terima=1`)).text).toContain('Terima kasih, ulasanmu sudah tampil.');
    expect((await buyer().get(page())).html).toMatch(/value="4" required checked/);
    const reviewId = globalId('Review', (await review()).key);
    await answerReview(world.context(staged.seller.actor), { reviewId, text: 'Terima kasih, Kak' });
    const shown = await productPage();
    for (const text of ['4,0', '1 ulasan', 'Sari W.', 'Renyah & gurih', 'Terima kasih, Kak'])
      expect(shown.text).toContain(text);
    expect(shown.html).toContain('"aggregateRating"');
    await send({ bintang: '5', teks: '' });
    expect(await review()).toMatchObject({ rating: 5, text: '', answer: 'Terima kasih, Kak' });
  });

  const photos = async (fields: Record<string, string>, files: readonly (readonly [string, Uint8Array])[]) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ barang: staged.lineId, kunci: await key(), bintang: '5', ...fields }))
      form.append(name, value);
    for (const [name, bytes] of files) form.append('berkas', new Blob([new Uint8Array(bytes)]), name);
    return buyer().send(page(), form);
  };
  const keptPhotos = (html: string): string[] =>
    [...html.matchAll(/name="foto" value="([^"]+)" checked/g)].map(([, id]) => id!);

  test('takes photos by its form, shows them to everybody, and keeps those that stay ticked', async () => {
    const [one, two] = [await aPicture({ red: 201 }), await aPicture({ red: 202 })];
    // A field for files that was left empty comes as a file without bytes.
    expect(
      (
        await photos({}, [
          ['satu.jpg', one],
          ['dua.jpg', two],
          ['', new Uint8Array()],
        ])
      ).status,
    ).toBe(303);
    expect((await review()).photoHashes).toHaveLength(2);
    const shown = await productPage();
    for (const alt of ['Foto pembeli 1 dari 2', 'Foto pembeli 2 dari 2']) expect(shown.html).toContain(`alt="${alt}"`);
    const [first, second, ...others] = keptPhotos((await buyer().get(page())).html);
    expect(others).toEqual([]);
    const [kept] = (await review()).photoHashes;
    // The same picture of somebody else, sent up later, is not theirs to send again.
    await inTransaction(world.context(), (tx) =>
      tx.execute(
        `insert into upload (id, account_id, idempotency_key, status, max_bytes, expires_at, created_at, hash, width, height)
           select gen_random_uuid(), ?, 'of-somebody-else', status, max_bytes, expires_at, created_at + interval '1 hour', hash, width, height
             from upload where hash = ?`,
        [staged.seller.account.key, kept],
      ),
    );
    expect(keptPhotos((await buyer().get(page())).html)).toEqual([first, second]);
    await photos({ foto: first!, teks: 'Masih enak' }, []);
    expect(await review()).toMatchObject({ photoHashes: [kept], text: 'Masih enak' });
    expect(keptPhotos((await buyer().get(page())).html)).not.toContain(second);
  });

  test('says which photo is not taken and why, writes nothing, and keeps the others for the next try', async () => {
    const before = await review();
    const fine = await aPicture({ red: 203 });
    const sent = await photos({ teks: 'Dengan foto' }, [
      ['catatan.txt', Buffer.from('bukan gambar')],
      ['baik.jpg', fine],
    ]);
    expect(sent.status).toBe(422);
    expect(sent.text).toContain('catatan.txt: Berkas ini bukan gambar');
    expect(sent.html).toContain('Dengan foto</textarea>');
    expect(keptPhotos(sent.html)).toHaveLength(1);
    expect(sent.html).toMatch(/<img src="[^"]*320\.webp" alt="" width="72"/);
    const many = await photos(
      {},
      Array.from({ length: 4 }, (_, at) => [`${at}.jpg`, fine] as const),
    );
    expect([many.status, keptPhotos(many.html)]).toEqual([422, expect.objectContaining({ length: 3 })]);
    expect(many.text).toContain('Paling banyak 3 foto.');
    const large = await photos({}, [['besar.jpg', Buffer.alloc(10 * 1024 * 1024 + 1, 1)]]);
    expect(large.text).toContain('besar.jpg: Berkas paling besar 10 MB.');
    expect(await review()).toEqual(before);
  });

  test('a form that breaks off, or comes from another site, or from nobody, is refused and is no fault', async () => {
    const type = 'multipart/form-data; boundary=XX';
    const body = `--XX\r\nContent-Disposition: form-data; name="berkas"; filename="a.png"\r\n\r\n\x89PNG`;
    const before = world.logged().length;
    const answer = await fetch(world.url + page(), {
      method: 'POST',
      body,
      headers: { 'content-type': type, authorization: `Bearer ${staged.buyer.token}`, origin: world.url },
    });
    expect(answer.status).toBe(400);
    expect(world.logged().slice(before)).not.toContain('"level":50');
    const form = new FormData();
    form.append('barang', staged.lineId);
    expect((await aVisitor(world.url).send(page(), form)).headers.get('location')).toContain('/masuk');
    expect(
      (await buyer().send(page(), form, { origin: 'https://lain.example', 'sec-fetch-site': 'cross-site' })).status,
    ).toBe(403);
  });

  test('that a curator hid is gone from the product, and its writer is told why', async () => {
    const reviewId = globalId('Review', (await review()).key);
    await hideReview(world.context(staged.curator.actor), { reviewId, reason: 'Menyebut nama orang' });
    expect((await productPage()).text).not.toContain('Sari W.');
    const own = await buyer().get(page());
    expect(own.text).toContain('Ulasanmu disembunyikan kurator: Menyebut nama orang');
    expect(own.html).not.toContain('name="bintang"');
  });

  test('many are listed on a page of their own, which goes on to the last', async () => {
    const made = await aProduct(world, { title: 'Dodol Depok' });
    await someReviews(
      world,
      made,
      Array.from({ length: 23 }, (_, at) => 1 + (at % 5)),
    );
    const visitor = aVisitor(world.url);
    const all = `/produk/${made.product.slug}/ulasan`;
    expect((await visitor.get(`/produk/${made.product.slug}`)).links).toContain(all);
    const first = await visitor.get(all);
    expect(first.text).toContain('23 ulasan');
    const next = first.links.find((link) => link.startsWith(`${all}?setelah=`))!;
    const last = await visitor.get(next);
    expect(last.text).toContain('Ulasan 1');
    expect(last.html.match(/<article class="review/g)).toHaveLength(3);
    expect(last.links.some((link) => link.includes('setelah='))).toBe(false);
    expect((await visitor.get(`${all}?setelah=omong-kosong`)).headers.get('location')).toBe(all);
    expect((await visitor.get('/produk/tidak-ada/ulasan')).status).toBe(404);
  });

  test('narrow a list by stars, with counts', async () => {
    await someReviews(world, await aProduct(world, { title: 'Wingko Babat', isIndexed: false }), [5, 5]);
    await world.context().search.rebuild(world.context());
    const visitor = aVisitor(world.url);
    const wide = await visitor.get('/cari?q=wingko');
    expect(wide.html).toMatch(/name="bintang" value="4"[\s\S]*?data-count="bintang:4">1</);
    const narrow = await visitor.get('/cari?bintang=4');
    expect(narrow.text).toContain('Bintang 4 ke atas');
    expect(narrow.text).toContain('Wingko Babat');
    expect(narrow.text).not.toContain('Dodol Depok');
    expect(narrow.html).toMatch(/name="bintang" value="4" checked/);
  });
});
