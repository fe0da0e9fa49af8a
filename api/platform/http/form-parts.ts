import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** What came is no form after all, or ended in the middle. */
export class BrokenForm extends Error {
  override readonly name = 'BrokenForm';
  readonly statusCode = 400;
}

/** The parts of a multipart form, as they come. Throws a BrokenForm, or what the limits of the route refuse. */
export async function* formParts(request: FastifyRequest): AsyncGenerator<Multipart> {
  const parts = request.parts();
  try {
    for (;;) {
      const { value, done } = await parts.next().catch(unreadable);
      if (done) return;
      yield value;
    }
  } finally {
    await parts.return?.(undefined);
  }
}

/** The bytes of a file of a form. Throws as formParts does. */
export function bytesOf(file: MultipartFile): Promise<Buffer> {
  return file.toBuffer().catch(unreadable);
}

/** What the reader of forms throws is about the bytes that came, or stopped coming. */
function unreadable(error: unknown): never {
  if ((error as { statusCode?: unknown }).statusCode !== undefined) throw error;
  throw new BrokenForm('This is no whole form.');
}
