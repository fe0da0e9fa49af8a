import { Field, Int, ObjectType } from 'type-graphql';
import { Product } from '../catalog/index.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { PageInfo } from '../platform/graphql/connection.ts';
import { ProductFacets } from './product-facets.ts';
import type { FoundProduct, FoundProducts } from './product-search.ts';
import { SaidPrice } from './said-price.ts';

@ObjectType({ description: 'One product in a list.', simpleResolvers: true })
@Access(everyone)
export class ProductEdge {
  @Field(() => String, { description: 'Cursor of this edge; it stays right for 10 minutes while products change.' })
  cursor!: string;

  @Field(() => Product, { description: 'The product.' })
  node!: Product;
}

@ObjectType({
  description: 'A page of a list of products, and what the whole list can be narrowed by.',
  simpleResolvers: true,
})
@Access(everyone)
export class ProductConnection {
  @Field(() => [ProductEdge], { description: 'The page.' })
  edges!: readonly ProductEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands.' })
  pageInfo!: PageInfo;

  @Field(() => Int, {
    description: 'Products in the whole list: exact up to 1,000, then 1,000 as a floor; see `degraded`.',
  })
  totalCount!: number;

  @Field(() => Boolean, { description: 'Whether totalCount is exact.' })
  totalCountIsExact!: boolean;

  @Field(() => ProductFacets, { description: 'What the list can be narrowed by, with counts over the whole list.' })
  facets!: ProductFacets | null;

  @Field(() => String, {
    nullable: true,
    description: 'The words that were searched for instead, when typing mistakes were mended.',
  })
  didYouMean!: string | null;

  @Field(() => [String], { description: 'Words that were left out because nothing carries all of them.' })
  relaxed!: readonly string[];

  @Field(() => Boolean, {
    description:
      'Whether nothing was found by the words as they were typed, and each was taken for the beginning of one instead: `kop sus` for kopi susu.',
  })
  isGuess!: boolean;

  @Field(() => SaidPrice, {
    nullable: true,
    description: 'The price that the words spoke of, as in `kado di bawah 50 ribu`; null when they spoke of none.',
  })
  saidPrice!: SaidPrice | null;

  @Field(() => Boolean, {
    description:
      'Whether another engine than the usual one answered, because that is in trouble or behind what was changed. In a very large market lists by very common words may then end early, and their counts are floors.',
  })
  degraded!: boolean;
}

/** Where a page stands; cursors are made only when somebody looks. */
class FoundPageInfo implements PageInfo {
  readonly #edges: readonly FoundProduct[];

  constructor(
    edges: readonly FoundProduct[],
    readonly hasNextPage: boolean,
    readonly hasPreviousPage: boolean,
  ) {
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/** A page that was found, as the API shows it. */
export function productConnection(
  found: FoundProducts,
  after: string | null,
  saidPrice: SaidPrice | null = null,
): ProductConnection {
  const { products: edges, hasNextPage, isGuess = false, ...rest } = found;
  return { ...rest, isGuess, saidPrice, edges, pageInfo: new FoundPageInfo(edges, hasNextPage, after !== null) };
}
