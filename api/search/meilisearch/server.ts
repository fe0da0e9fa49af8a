import { Meilisearch, MeilisearchApiError, MeilisearchError } from 'meilisearch';
import type { Logger } from 'pino';
import { v5 as uuidFrom } from 'uuid';
import { refuseInTransaction } from '../../platform/database/outside-call.ts';
import { StartError } from '../../platform/start-error.ts';

/** How a Meilisearch server is reached. */
export interface MeilisearchSettings {
  readonly url: string;
  /** Master key, an admin key, or one key with the rights below; empty for a server without keys. */
  readonly key: string;
  /** Begins the names of the indexes, so that several markets share a server. */
  readonly indexPrefix: string;
}

/** Milliseconds that a search, a question to the server at the start, and a write may take. */
export const SEARCH_TIMEOUT = 300;
const START_TIMEOUT = 1_000;
const WRITE_TIMEOUT = 10_000;

/**
 * Asks for answers that are not compressed: the server sends those in pieces, and every one of more than a few hundred bytes would wait
 * 40 ms for the acknowledgement of its first piece.
 */
const PLAIN = { 'accept-encoding': 'identity' };

/** Rights of the key that reads, and of the key that writes. */
const SEARCH_RIGHTS = ['search'];
const INDEX_RIGHTS = [
  'documents.add',
  'documents.get',
  'documents.delete',
  'indexes.create',
  'indexes.get',
  'indexes.delete',
  'indexes.swap',
  'settings.get',
  'settings.update',
  'tasks.get',
  'stats.get',
];
/** Keys with the same name and rights are the same key on every process. */
const KEY_NAMESPACE = '6f0c8f1e-3f0b-4f51-9d0e-5b1a7c2e9a41';
const KEYS_VERSION = 1;

/** What the server says when a key is wrong or has not the right. */
const WRONG_KEY = new Set(['invalid_api_key', 'missing_authorization_header']);

/** A Meilisearch server, reached with keys of least rights, which are made when first needed. */
export class MeilisearchServer {
  readonly settings: MeilisearchSettings;
  /** Name of the index of products, and of the one that is being made anew. */
  readonly products: string;
  readonly productsNext: string;
  #searcher: Promise<Meilisearch> | null = null;
  #indexer: Promise<Meilisearch> | null = null;

  constructor(settings: MeilisearchSettings) {
    this.settings = settings;
    this.products = `${settings.indexPrefix}-products`;
    this.productsNext = `${this.products}-next`;
  }

  /** Reaches the server with the right to search and nothing else. */
  searcher(): Promise<Meilisearch> {
    refuseInTransaction('Meilisearch: search');
    this.#searcher ??= this.#with('search', SEARCH_RIGHTS, [this.products], SEARCH_TIMEOUT).catch((error: unknown) => {
      this.#searcher = null;
      throw error;
    });
    return this.#searcher;
  }

  /** Reaches the server with the right to write these indexes. */
  indexer(): Promise<Meilisearch> {
    refuseInTransaction('Meilisearch: index');
    const indexes = [this.products, this.productsNext];
    this.#indexer ??= this.#with('index', INDEX_RIGHTS, indexes, WRITE_TIMEOUT).catch((error: unknown) => {
      this.#indexer = null;
      throw error;
    });
    return this.#indexer;
  }

  /** Forgets the keys, which a server that lost its data no longer knows. */
  forgetKeys(): void {
    this.#searcher = null;
    this.#indexer = null;
  }

  /** Refuses to start with an address or key that is wrong; a server that does not answer is only noted. */
  async checkAtStart(log: Logger): Promise<void> {
    const server = this.#reach(this.settings.key, START_TIMEOUT);
    try {
      const { status } = await server.health();
      if (status !== 'available') throw new StartError('MEILI_URL: no Meilisearch answers at this address');
      await server.getRawIndex(this.products);
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return;
      if (WRONG_KEY.has(codeOf(error) ?? ''))
        throw new StartError('MEILI_KEY: Meilisearch does not know this key, or it has not the rights that are needed');
      if (error instanceof SyntaxError || (error instanceof MeilisearchApiError && error.response.status < 500))
        throw new StartError('MEILI_URL: no Meilisearch answers at this address');
      if (!(error instanceof MeilisearchError)) throw error;
      log.warn({ err: error }, 'Meilisearch does not answer; PostgreSQL searches meanwhile');
    }
  }

  #reach(apiKey: string, timeout: number): Meilisearch {
    const requestInit = { headers: PLAIN };
    return new Meilisearch({ host: this.settings.url, timeout, requestInit, ...(apiKey ? { apiKey } : {}) });
  }

  async #with(name: string, actions: string[], indexes: string[], timeout: number): Promise<Meilisearch> {
    const { key, indexPrefix } = this.settings;
    const uid = uuidFrom(`${indexPrefix} ${name} ${KEYS_VERSION}`, KEY_NAMESPACE);
    const creation = { uid, name: `${indexPrefix} ${name}`, actions, indexes, expiresAt: null };
    return this.#reach(key === '' ? '' : await this.#scopedKey(creation), timeout);
  }

  /** The key with these rights, made when it is not there; the key that was set, when that may not make keys. */
  async #scopedKey(creation: Parameters<Meilisearch['createKey']>[0]): Promise<string> {
    const server = this.#reach(this.settings.key, START_TIMEOUT);
    const uid = creation.uid ?? '';
    try {
      return (await server.getKey(uid)).key;
    } catch (error) {
      if (WRONG_KEY.has(codeOf(error) ?? '')) return this.settings.key;
      if (codeOf(error) !== 'api_key_not_found') throw error;
    }
    try {
      return (await server.createKey(creation)).key;
    } catch (error) {
      if (codeOf(error) !== 'api_key_already_exists') throw error;
      return (await server.getKey(uid)).key;
    }
  }
}

/** What Meilisearch calls an error; null for one that is not its own. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}
