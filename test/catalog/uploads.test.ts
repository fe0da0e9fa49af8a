import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { photoInWidth, storePhoto } from '../../api/catalog/picture.ts';
import { globalId } from '../../api/platform/keys.ts';
import type { FileStore } from '../../api/platform/storage/file-store.ts';
import { aPerson, type Person } from '../support/makers/accounts.ts';
import { aPicture, aProduct } from '../support/makers/catalog.ts';
import { openWorld, type World } from '../support/world.ts';

let world: World;
let person: Person;
let keys = 0;
const aKey = (): string => {
  keys += 1;
  return `unggah-${keys}-kunci`;
};
beforeAll(async () => {
  world = await openWorld();
  person = await aPerson(world);
});
afterAll(() => world.close());

interface Ticketed {
  upload: { id: string; status: string };
  ticket: string;
  url: string;
}

async function createUpload(token = person.token, idempotencyKey = aKey()): Promise<Ticketed> {
  const document = `mutation ($input: CreateUploadInput!) { createUpload(input: $input) {
    upload { id status } ticket url userErrors { code } } }`;
  const { data } = await world.request<{ createUpload: Ticketed }>(document, { input: { idempotencyKey } }, { token });
  return data.createUpload;
}

async function send(
  ticket: string,
  file: Uint8Array | null,
  name = 'foto.jpg',
): Promise<{ status: number; body: { id?: string; error?: { code: string; message: string } } }> {
  const form = new FormData();
  form.set('ticket', ticket);
  if (file) form.set('file', new Blob([new Uint8Array(file)]), name);
  const response = await fetch(`${world.url}/uploads`, { method: 'POST', body: form });
  return { status: response.status, body: (await response.json()) as { id?: string } };
}

describe('a picture on its way up', () => {
  test('becomes a photo of a product: turned into WebP, without its metadata, the same picture only once', async () => {
    const made = await aProduct(world, { photos: 0 });
    const { token } = made.shop.owner;
    const { upload, ticket, url } = await createUpload(token);
    expect([upload.status, url]).toEqual(['WAITING', '/uploads']);
    expect((await send(ticket, await aPicture())).status).toBe(201);
    const document = `mutation ($input: AddProductPhotoInput!) { addProductPhoto(input: $input) {
      product { photos { url(width: 300) width height alt } } userErrors { code } } }`;
    const input = { productId: globalId('Product', made.product.key), uploadId: upload.id };
    const add = () =>
      world.request<{ addProductPhoto: { product: { photos: { url: string; width: number; alt: string }[] } } }>(
        document,
        { input },
        { token },
      );
    await add();
    const [photo, ...others] = (await add()).data.addProductPhoto.product.photos;
    expect(others).toEqual([]);
    expect(photo).toMatchObject({
      width: 900,
      height: 600,
      alt: made.product.title,
      url: expect.stringMatching(/^\/media\/[0-9a-f]{64}\/320\.webp$/),
    });
    const response = await fetch(`${world.url}${photo?.url}`);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const shown = await sharp(await response.arrayBuffer()).metadata();
    expect([shown.format, shown.width, shown.exif, shown.xmp, shown.icc]).toEqual([
      'webp',
      320,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each([
    [
      'a drawing with scripts',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
    ],
    ['a page that calls itself a picture', '<html><script>alert(1)</script></html>'],
    ['the beginning of a picture and nothing more', '\xff\xd8\xff\xe0 bukan gambar'],
    ['an empty file', ''],
  ])('is judged by its content, not by its name: %s is refused', async (_, content) => {
    const { ticket } = await createUpload();
    expect(await send(ticket, Buffer.from(content, 'latin1'))).toMatchObject({
      status: 415,
      body: { error: { code: 'NOT_A_PICTURE' } },
    });
  });

  test('is refused above 40 million pixels, however small the file', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 6000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const { ticket } = await createUpload();
    const { status, body } = await send(ticket, bomb);
    expect([status, body.error?.code]).toEqual([415, 'TOO_MANY_PIXELS']);
    expect(body.error?.message).toContain('40');
  });

  test('is refused above 10 MB, with the limit named', async () => {
    const { ticket } = await createUpload();
    const { status, body } = await send(ticket, Buffer.alloc(10 * 1024 * 1024 + 1, 1));
    expect([status, body.error?.code]).toEqual([413, 'FILE_TOO_LARGE']);
    expect(body.error?.message).toContain('10 MB');
  });

  test('needs a ticket of ours that has not expired', async () => {
    const { ticket } = await createUpload();
    const forged = ticket.replace(/^[^.]+/, (key) => `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`);
    expect(await send(forged, await aPicture())).toMatchObject({
      status: 403,
      body: { error: { code: 'TICKET_INVALID' } },
    });
    expect((await send('', await aPicture())).status).toBe(403);
    await world.advance(16 * 60);
    expect(await send(ticket, await aPicture())).toMatchObject({
      status: 403,
      body: { error: { code: 'TICKET_EXPIRED' } },
    });
  });

  test('needs a form with a file in it', async () => {
    const { ticket } = await createUpload();
    expect(await send(ticket, null)).toMatchObject({ status: 400, body: { error: { code: 'FILE_MISSING' } } });
    const response = await fetch(`${world.url}/uploads`, {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });

  test('is a form from begin to end: what is cut off or framed wrong is refused, and is no fault', async () => {
    const { ticket } = await createUpload();
    const before = world.logged().length;
    const head = (name: string) => `--XX\r\nContent-Disposition: form-data; name="${name}"`;
    const field = `${head('ticket')}\r\n\r\n${ticket}\r\n`;
    const file = `${head('file')}; filename="a.png"\r\nContent-Type: image/png\r\n\r\n\x89PNG`;
    const bodies: [type: string, body: string][] = [
      ['multipart/form-data', `${field}${file}\r\n--XX--\r\n`],
      ['multipart/form-data; boundary=', `${field}${file}\r\n--XX--\r\n`],
      [`multipart/form-data; boundary=${'b'.repeat(300)}`, `${field}${file}\r\n--XX--\r\n`],
      ...['', '--XX', head('ticket'), field.slice(0, -20), `${field}${file}`, `${field}${file}\r\n--X`].map(
        (body): [string, string] => ['multipart/form-data; boundary=XX', body],
      ),
    ];
    for (const [type, body] of bodies) {
      const response = await fetch(`${world.url}/uploads`, { method: 'POST', headers: { 'content-type': type }, body });
      expect({ type, body, status: response.status }).toEqual({ type, body, status: type.endsWith('=') ? 413 : 400 });
      expect(await response.json()).toMatchObject({ error: { code: 'FILE_MISSING' } });
    }
    expect(world.logged().slice(before)).not.toContain('"level":50');
  });

  test('can be sent twice; the first file stays', async () => {
    const { upload, ticket } = await createUpload();
    const first = await send(ticket, await aPicture({ red: 10 }));
    const second = await send(ticket, await aPicture({ red: 250, width: 500 }));
    expect([first.status, second.status, second.body]).toEqual([201, 201, { ...first.body, id: upload.id }]);
  });

  test('belongs to who asked for it: nobody else can use or see it', async () => {
    const made = await aProduct(world);
    const { upload, ticket } = await createUpload(person.token);
    await send(ticket, await aPicture({ red: 77 }));
    const document =
      'mutation ($input: AddProductPhotoInput!) { addProductPhoto(input: $input) { userErrors { code field } } }';
    const input = { productId: globalId('Product', made.product.key), uploadId: upload.id };
    const { data } = await world.request<{ addProductPhoto: { userErrors: object[] } }>(
      document,
      { input },
      { token: made.shop.owner.token },
    );
    expect(data.addProductPhoto.userErrors).toEqual([{ code: 'UPLOAD_NOT_READY', field: ['uploadId'] }]);
    const look = async (token?: string) =>
      (
        await world.request(
          'query ($id: ID!) { node(id: $id) { ... on Upload { status } } }',
          { id: upload.id },
          { token },
        )
      ).data;
    expect(await look(person.token)).toEqual({ node: { status: 'READY' } });
    expect(await look(made.shop.owner.token)).toEqual({ node: null });
    expect(await look()).toEqual({ node: null });
  });

  test('the same key gives the same upload, also ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => createUpload(person.token, 'kunci-yang-sama')));
    expect(new Set(answers.map(({ upload }) => upload.id)).size).toBe(1);
  });
});

describe('a picture in a width', () => {
  test('is made once when many ask at once, and kept', async () => {
    const { files } = world.context();
    const { hash } = await storePhoto(files, await aPicture({ red: 33 }));
    const written: string[] = [];
    const watched: FileStore = {
      ...files,
      put(name, ...rest) {
        written.push(name);
        return files.put(name, ...rest);
      },
    };
    const sizes = await Promise.all(Array.from({ length: 8 }, () => photoInWidth(watched, hash, 640)));
    expect(new Set(sizes.map((bytes) => bytes?.length)).size).toBe(1);
    await photoInWidth(watched, hash, 640);
    expect(written).toHaveLength(1);
  });

  test('is never larger than the original, of which at most 1,600 pixels are kept', async () => {
    const { files } = world.context();
    const { hash, width, height } = await storePhoto(files, await aPicture({ width: 2400, height: 1200 }));
    expect([width, height]).toEqual([1600, 800]);
    const small = await storePhoto(files, await aPicture({ width: 200, height: 100 }));
    expect((await sharp((await photoInWidth(files, small.hash, 800)) ?? undefined).metadata()).width).toBe(200);
    expect((await sharp((await photoInWidth(files, hash, 1200)) ?? undefined).metadata()).width).toBe(1200);
  });

  test.each([
    '/media/0/320.webp',
    `/media/${'a'.repeat(64)}/320.webp`,
    `/media/${'a'.repeat(64)}/321.webp`,
    `/media/${'a'.repeat(64)}/..%2F320.webp`,
    '/media/..%2f..%2fsecret/320.webp',
  ])('%s is not there', async (path) => {
    expect((await fetch(`${world.url}${path}`)).status).toBe(404);
  });
});
