import sharp from 'sharp';
import { type StoredPicture, storePhoto } from '../../api/catalog/index.ts';
import type { Context } from '../../api/platform/context.ts';
import type { SeedMarket, SeedProduct } from '../market-shape.ts';

/** Pictures drawn at once; each takes a core. */
const DRAWN_AT_ONCE = 2;

/** The pictures of a market: each is drawn once and stored as an upload would be. Drawn again it is the same file. */
export class Album {
  readonly #ctx: Context;
  readonly #market: SeedMarket;
  readonly #pictures = new Map<string, StoredPicture>();

  constructor(ctx: Context, market: SeedMarket) {
    this.#ctx = ctx;
    this.#market = market;
  }

  /** What was drawn so far, by drawing key. */
  get pictures(): ReadonlyMap<string, StoredPicture> {
    return this.#pictures;
  }

  /** Draws what these products show and is not drawn yet. Tells how many of those are done. */
  async draw(products: readonly SeedProduct[], onProgress: (done: number, of: number) => void): Promise<void> {
    const wanted = new Set(products.flatMap(({ drawings }) => drawings).filter((key) => !this.#pictures.has(key)));
    const waiting = [...wanted];
    const drawNext = async (): Promise<void> => {
      for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        const png = await sharp(Buffer.from(this.#market.drawingOf(key)))
          .png({ compressionLevel: 1 })
          .toBuffer();
        this.#pictures.set(key, await storePhoto(this.#ctx.files, png));
        onProgress(wanted.size - waiting.length, wanted.size);
      }
    };
    await Promise.all(Array.from({ length: DRAWN_AT_ONCE }, drawNext));
  }
}
