import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A folder of files that are served as they stand. */
export interface StaticFolder {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Begin of the addresses, with a slash at both ends: '/assets/'. */
  readonly prefix: string;
  /** How long browsers keep a file, in seconds. */
  readonly maxAgeSeconds: number;
  /** The files' names change with their content, so they need not be asked for again. */
  readonly immutable?: boolean;
}

/** Serves folders of files; dotfiles and listings are never shown. */
export async function registerStaticFolders(fastify: FastifyInstance, folders: readonly StaticFolder[]): Promise<void> {
  for (const [at, folder] of folders.entries()) {
    await fastify.register(fastifyStatic, {
      root: folder.root,
      prefix: folder.prefix,
      decorateReply: at === 0,
      index: false,
      dotfiles: 'ignore',
      maxAge: folder.maxAgeSeconds * 1000,
      immutable: folder.immutable ?? false,
    });
  }
}
