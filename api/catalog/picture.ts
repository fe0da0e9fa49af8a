import { createHash } from 'node:crypto';
import type { FileStore } from '../platform/storage/file-store.ts';
import { PHOTO_WIDTHS } from './photo.ts';

/** A picture as it is kept: re-encoded, without metadata, named by its content. */
export interface StoredPicture {
  /** SHA-256 of the kept original, hex. */
  readonly hash: string;
  /** Pixels of the kept original. */
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken as a picture. */
export type PictureFault = 'NOT_A_PICTURE' | 'TOO_MANY_PIXELS';

/** A file that is not taken as a picture. */
export class PictureRefused extends Error {
  override readonly name = 'PictureRefused';

  constructor(readonly fault: PictureFault) {
    super(fault);
  }
}

/** The largest file that is taken, in bytes. */
export const LARGEST_PICTURE_BYTES = 10 * 1024 * 1024;
/** The largest picture that is taken, in pixels; what unpacks to more is refused before it is unpacked. */
export const LARGEST_PICTURE_PIXELS = 40_000_000;
/** Edge of the kept original, in pixels. */
const LARGEST_EDGE = 1600;
/** How the files begin that are taken: JPEG, PNG, GIF, WebP, AVIF. Others never reach a decoder; SVG could carry scripts. */
const TAKEN: readonly { readonly at: number; readonly bytes: string }[] = [
  { at: 0, bytes: '\xff\xd8\xff' },
  { at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { at: 0, bytes: 'GIF8' },
  { at: 8, bytes: 'WEBP' },
  { at: 4, bytes: 'ftypavif' },
];

/** The decoder. It is loaded after the start, which comes about sooner so. */
export const loadDecoder = async () => (await import('sharp')).default;

const DECODE = { limitInputPixels: LARGEST_PICTURE_PIXELS, failOn: 'error', autoOrient: true } as const;

/**
 * Takes a picture into the store: looks at its content, turns it upright, drops its metadata, makes it a WebP of at most 1600
 * pixels an edge. Equal pictures are kept once. Throws PictureRefused for what is no picture or too large.
 */
export async function storePhoto(files: FileStore, bytes: Uint8Array): Promise<StoredPicture> {
  await requirePicture(bytes);
  const sharp = await loadDecoder();
  const { data, info } = await sharp(bytes, DECODE)
    .resize({ width: LARGEST_EDGE, height: LARGEST_EDGE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 86 })
    .toBuffer({ resolveWithObject: true })
    .catch(refusePicture);
  const hash = createHash('sha256').update(data).digest('hex');
  if (!(await files.exists(originalName(hash)))) await files.put(originalName(hash), data, 'image/webp');
  return { hash, width: info.width, height: info.height };
}

async function requirePicture(bytes: Uint8Array): Promise<void> {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (!TAKEN.some(({ at, bytes: magic }) => start.startsWith(magic, at))) refusePicture();
  const sharp = await loadDecoder();
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata().catch(refusePicture);
  if (width * height > LARGEST_PICTURE_PIXELS) throw new PictureRefused('TOO_MANY_PIXELS');
}

/** The decoder's complaints are about the file, which came from outside. */
function refusePicture(): never {
  throw new PictureRefused('NOT_A_PICTURE');
}

/** The kept original of a picture in the store. */
function originalName(hash: string): string {
  return `media/${hash.slice(0, 2)}/${hash}/original.webp`;
}

const making = new Map<string, Promise<Buffer | null>>();

/**
 * A kept picture as WebP in one of PHOTO_WIDTHS; made on first request, kept from then on, made once when many ask together.
 * Null for a picture or a width that does not exist. Never enlarged: a small original keeps its own width.
 */
export async function photoInWidth(files: FileStore, hash: string, width: number): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/.test(hash) || !PHOTO_WIDTHS.some((made) => made === width)) return null;
  const name = `media/${hash.slice(0, 2)}/${hash}/${width}.webp`;
  const kept = await files.get(name);
  if (kept) return kept;
  const made = making.get(name) ?? makeWidth(files, hash, width, name).finally(() => making.delete(name));
  making.set(name, made);
  return made;
}

async function makeWidth(files: FileStore, hash: string, width: number, name: string): Promise<Buffer | null> {
  const original = await files.get(originalName(hash));
  if (!original) return null;
  const sharp = await loadDecoder();
  const small = await sharp(original, DECODE)
    .resize({ width, withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer();
  await files.put(name, small, 'image/webp');
  return small;
}
