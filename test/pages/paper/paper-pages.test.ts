import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rejectParcel } from '../../../api/orders/answer-parcel.ts';
import type { Order } from '../../../api/orders/index.ts';
import { globalId } from '../../../api/platform/keys.ts';
import { bringToPoint, handOver, pay } from '../../orders/journeys.ts';
import { parcelsOf } from '../../orders/read-back.ts';
import type { Person } from '../../support/makers/accounts.ts';
import { aPerson } from '../../support/makers/accounts.ts';
import { aMarket, anOrder, type Market } from '../../support/makers/orders.ts';
import { type ReadPdf, readPdf } from '../../support/pdf-text.ts';
import { openWorld, type World } from '../../support/world.ts';
import { aVisitor, type SeenPage } from '../visitor.ts';

describe('invoice and receipt of an order', () => {
  let world: World;
  let market: Market;

  beforeAll(async () => {
    world = await openWorld();
    market = await aMarket(world, { shops: 2, stock: 1000, price: 12_500 });
  });
  afterAll(() => world.close());

  const see = (person: Person | null, path: string): Promise<SeenPage> =>
    aVisitor(world.url, 'id', person?.token).get(path);

  async function file(person: Person, path: string): Promise<{ headers: Headers; bytes: Buffer; pdf: ReadPdf }> {
    const headers = { authorization: `Bearer ${person.token}` };
    const answer = await fetch(world.url + path, { headers, redirect: 'manual' });
    expect(answer.status).toBe(200);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { headers: answer.headers, bytes, pdf: readPdf(bytes) };
  }

  /** Both forms of a paper say all of this. */
  async function says(
    person: Person,
    order: Order,
    kind: 'tagihan' | 'kuitansi',
    told: readonly string[],
  ): Promise<void> {
    const page = await see(person, `/pesanan/${order.code}/${kind}`);
    expect(page.status).toBe(200);
    const { pdf } = await file(person, `/pesanan/${order.code}/${kind}.pdf`);
    for (const part of told) {
      expect(page.text).toContain(part);
      expect(pdf.text).toContain(part);
    }
    expect(pdf.missing).toBe(0);
  }

  test('before it is paid it is an invoice: who sells what, what it costs, until when to pay', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'VA_BCA', quantity: 2 });
    const [first, second] = await parcelsOf(world, market, order);
    const lines = await world
      .context()
      .read.rows<{ title: string }>('select title from order_line where parcel_id = $1', [first!.key]);
    await says(buyer, order, 'tagihan', [
      'Berjubel',
      `Tagihan TGH-${order.code.slice(3)}`,
      `Pesanan ${order.code}`,
      'Dipesan 24 November 2026, 09.00 WIB',
      'Kepada Sari Wulandari',
      'Cara bayar Transfer BCA',
      'Bayar sebelum 25 November 2026, 09.00 WIB',
      'Keadaan Belum dibayar',
      `Titik ambil ${market.point.name}, Jl. Margonda Raya 54`,
      ...market.stalls.map(({ seller }) => `dari ${seller.name}`),
      `Paket ${first!.code}`,
      `Paket ${second!.code}`,
      `${lines[0]?.title}, 250 g 2 Rp12.500 Rp25.000`,
      'Harga barang Rp25.000 Ongkos titik ambil Rp2.000 Jumlah paket Rp27.000',
      'Harga barang Rp50.000 Ongkos titik ambil, 2 paket Rp4.000 Jumlah pesanan Rp54.000',
      'Sisa yang harus dibayar Rp54.000',
      'Sisa yang harus dibayar, terbilang: lima puluh empat ribu rupiah',
      `/pesanan/${order.code}`,
    ]);
    const page = await see(buyer, `/pesanan/${order.code}/tagihan`);
    expect(page.html).toContain('aria-label="Kode QR alamat pesanan ini"');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.links).toContain(`/pesanan/${order.code}/tagihan.pdf`);
    expect((await see(buyer, `/pesanan/${order.code}`)).html).toContain(`/pesanan/${order.code}/kuitansi`);
  });

  test('once it is paid it is a receipt, with what went back since; each leads to the one there is', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'QRIS' });
    const early = await see(buyer, `/pesanan/${order.code}/kuitansi.pdf`);
    expect([early.status, early.headers.get('location')]).toEqual([302, `/pesanan/${order.code}/tagihan.pdf`]);
    await world.advance(300);
    await pay(world, order);
    const late = await see(buyer, `/pesanan/${order.code.toLowerCase()}/tagihan`);
    expect([late.status, late.headers.get('location')]).toEqual([302, `/pesanan/${order.code}/kuitansi`]);
    await says(buyer, order, 'kuitansi', [
      `Kuitansi KUI-${order.code.slice(3)}`,
      'Diterima dari Sari Wulandari',
      'Cara bayar QRIS',
      'Dibayar 24 November 2026, 09.05 WIB',
      'Keadaan Lunas',
      'Telah dibayar Rp29.000',
      'Telah dibayar, terbilang: dua puluh sembilan ribu rupiah',
    ]);
    const stall = market.stalls[0]!;
    const parcel = (await parcelsOf(world, market, order)).find(({ sellerKey }) => sellerKey === stall.seller.key)!;
    await rejectParcel(world.context(stall.owner.actor), globalId('Parcel', parcel.key), 'habis');
    await says(buyer, order, 'kuitansi', ['Tidak bisa dipenuhi', 'Sedang dikembalikan -Rp14.500']);
    await world.runJobs();
    await says(buyer, order, 'kuitansi', [
      'Lunas, sebagian sudah dikembalikan',
      'Sudah dikembalikan -Rp14.500 Sisa setelah pengembalian Rp14.500',
      'Uang yang kembali',
      `Paket ${parcel.code} tidak jadi diambil`,
    ]);
  });

  test('cash is a receipt when the parcels were handed over', async () => {
    const { order, buyer } = await anOrder(world, market, { paymentMethod: 'CASH' });
    await says(buyer, order, 'tagihan', ['Dibayar saat diambil, tunai atau QRIS', 'Sisa yang harus dibayar Rp29.000']);
    await bringToPoint(world, market, order);
    await handOver(world, market, order, { cashTaken: 29_000 });
    await says(buyer, order, 'kuitansi', ['Cara bayar Tunai atau QRIS di titik ambil', 'Telah dibayar Rp29.000']);
  });

  test('rule 7: an order of somebody else has no papers, like one that is not there; visitors sign in first', async () => {
    const { order } = await anOrder(world, market);
    const strangers = [await aPerson(world), market.operator, market.stalls[0]!.owner];
    for (const form of ['tagihan', 'tagihan.pdf', 'kuitansi', 'kuitansi.pdf']) {
      for (const stranger of strangers) {
        const theirs = await see(stranger, `/pesanan/${order.code}/${form}`);
        const missing = await see(stranger, `/pesanan/BJ-2222222/${form}`);
        expect([theirs.status, missing.status]).toEqual([404, 404]);
        expect(theirs.html.replaceAll(order.code, 'BJ-2222222')).toBe(missing.html);
      }
      const visitor = await see(null, `/pesanan/${order.code}/${form}`);
      const back = encodeURIComponent(`/pesanan/${order.code}/${form}`);
      expect([visitor.status, visitor.headers.get('location')]).toEqual([302, `/masuk?kembali=${back}`]);
    }
  });

  test('the PDF is the same bytes each time, is tagged, titled and in Indonesian, and is kept by no cache', async () => {
    const { order, buyer } = await anOrder(world, market);
    const path = `/pesanan/${order.code}/tagihan.pdf`;
    const once = await file(buyer, path);
    await world.advance(60);
    const again = await file(buyer, path);
    expect(once.bytes.equals(again.bytes)).toBe(true);
    expect(once.headers.get('content-type')).toBe('application/pdf');
    expect(once.headers.get('content-disposition')).toBe(`attachment; filename="tagihan-${order.code}.pdf"`);
    expect(once.headers.get('cache-control')).toBe('no-store');
    const { pdf } = once;
    expect(pdf.find(/\/Lang \(id-ID\)/)).not.toBeNull();
    expect(pdf.find(/\/Marked true/)).not.toBeNull();
    expect(pdf.find(/\/DisplayDocTitle true/)).not.toBeNull();
    expect(pdf.find(new RegExp(`obj\n\\(Tagihan TGH-${order.code.slice(3)}\\)`))).not.toBeNull();
    expect(pdf.find(/\/S \/Figure/)).not.toBeNull();
    expect(pdf.find(/\/Scope \/Column/)).not.toBeNull();
    const tagged = (tag: string): string[] => pdf.shown.filter((part) => part.tag === tag).map(({ text }) => text);
    expect(tagged('H1')).toEqual([`Tagihan TGH-${order.code.slice(3)}`]);
    expect(tagged('H2')).toHaveLength(3);
    expect(tagged('TH')).toEqual(expect.arrayContaining(['Barang', 'Banyak', 'Harga satuan', 'Jumlah']));
    expect(tagged('TD')).toContain('Rp12.500');
    expect(tagged('Artifact')).toContain(`Berjubel · Tagihan TGH-${order.code.slice(3)} · halaman 1 dari ${pdf.pages}`);
  });

  test('whoever reads English gets the frame in English and the paper in Indonesian', async () => {
    const { order, buyer } = await anOrder(world, market);
    const page = await aVisitor(world.url, 'en', buyer.token).get(`/pesanan/${order.code}/tagihan`);
    expect(page.text).toContain('Download the PDF');
    expect(page.html).toContain('<article class="paper card" lang="id"');
    expect(page.text).toContain('Belum dibayar');
  });
});
