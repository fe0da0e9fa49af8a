import type { ProductFacets } from '../product-facets.ts';

/** Facets of a scope as they come from the database; `body` is null when the version is the one already held. */
export interface ReadyPage {
  readonly version: string | null;
  readonly products: number;
  readonly body: ProductFacets | null;
}

/** Facets of a scope as this process has read them. */
export interface HeldFacets {
  readonly scope: string;
  readonly version: string | null;
  readonly facets: ProductFacets;
}

const NONE: ProductFacets = {
  category: [],
  kecamatan: [],
  seller: [],
  pickupPoint: [],
  halal: [],
  price: [],
  rating: [],
};
/** Scopes held at once: the market and its categories. */
const MOST_HELD = 300;

/**
 * Facets that this process has read before. Each search asks the database whether they still are of the present version, so they
 * are never older than the list beside them; what is spared is reading and parsing them again.
 */
export class ReadyFacets {
  readonly #held = new Map<string, HeldFacets>();

  /** What is held of a scope, perhaps nothing. */
  of(scope: string): HeldFacets {
    return this.#held.get(scope) ?? { scope, version: null, facets: NONE };
  }

  /** The facets of a scope after the database was asked: what was held then, or what came instead. */
  settle(held: HeldFacets, { version, body }: ReadyPage): ProductFacets {
    if (version === null) return NONE;
    if (body === null) return held.facets;
    if (this.#held.size >= MOST_HELD) this.#held.clear();
    this.#held.set(held.scope, { scope: held.scope, version, facets: body });
    return body;
  }
}
