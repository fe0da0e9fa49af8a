import { HomePageDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, shellWords } from '../../../storefront-widget/words/index.ts';
import { html } from '../html.ts';
import { icon } from '../icon.ts';
import type { PageParts } from '../page-route.ts';
import { nearOf } from '../place.ts';
import type { PagesOptions, Visit } from '../visit.ts';
import { categoryDrawings } from './categories.ts';
import { demoList } from './demo-list.ts';
import { placeLine } from './place-line.ts';
import { pointStrip } from './point-card.ts';
import { productGrid } from './product-card.ts';

/** The start page: place, points near, categories, and what neighbours sell. */
export async function homePage(visit: Visit, { demoPeople }: PagesOptions): Promise<PageParts> {
  const { language, now, place } = visit;
  const words = browseWords[language].home;
  const near = nearOf(place);
  const { pickupPoints, categories, products } = await visit.ask(HomePageDocument, {
    near,
    sort: near ? 'NEAREST' : 'NEWEST',
  });
  return {
    title: words.title,
    description: shellWords[language].motto,
    main: html`<h1 class="unseen">${words.title}</h1>
${placeLine(visit)}
<section class="section" aria-labelledby="titik-dekat">
<div class="row spread"><h2 id="titik-dekat">${near ? words.points : words.pointsAnywhere}</h2><a class="more" href="/titik">${words.allPoints}</a></div>
${pointStrip(
  pickupPoints.edges.map(({ node }) => node),
  language,
  now,
)}
</section>
<section class="section" aria-labelledby="kategori-rumah">
<h2 id="kategori-rumah">${words.categories}</h2>
${categoryDrawings(categories, language)}
</section>
<section class="section" aria-labelledby="barang-rumah">
<h2 id="barang-rumah">${near ? words.near : words.newest}</h2>
${productGrid(
  products.edges.map(({ node }) => node),
  language,
)}
${
  products.pageInfo.hasNextPage
    ? html`<p class="paging"><a class="button second" href="/cari">${words.all}${icon('arrow-right')}</a></p>`
    : ''
}
</section>
${demoPeople ? demoList(demoPeople, language) : ''}`,
  };
}
