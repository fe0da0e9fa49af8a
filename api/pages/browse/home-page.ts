import { HomePageDocument, type HomePageQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, shellWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import type { PageParts } from '../page-route.ts';
import { nearOf } from '../place.ts';
import type { PagesOptions, Visit } from '../visit.ts';
import { categoryDrawings } from './categories.ts';
import { demoHint, demoList } from './demo-list.ts';
import { placeLine } from './place-line.ts';
import { pointStrip } from './point-card.ts';
import { productGrid } from './product-card.ts';

/** The start page: place, points near, categories, and what neighbours sell. */
export async function homePage(visit: Visit, { demoPeople }: PagesOptions): Promise<PageParts> {
  const { language, now, place } = visit;
  const words = browseWords[language].home;
  const near = nearOf(place);
  const { pickupPoints, categories, nearby, newest } = await visit.ask(HomePageDocument, {
    near,
    kecamatan: place?.kecamatan ?? '',
    withKecamatan: place !== null,
  });
  return {
    title: words.title,
    description: shellWords[language].motto,
    main: html`<h1 class="unseen">${words.title}</h1>
${demoPeople ? demoHint(language) : ''}
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
${place && nearby ? productSection('barang-dekat', nearby, `/cari?kecamatan=${place.kecamatan}`, visit) : ''}
${productSection('barang-baru', newest, '/cari', visit)}
${demoPeople ? demoList(demoPeople, language) : ''}`,
  };
}

/** Products under a heading: those of one district, named as their shops name it, or of the whole market. */
function productSection(
  id: 'barang-dekat' | 'barang-baru',
  { edges, pageInfo }: HomePageQuery['newest'],
  address: string,
  { language }: Visit,
): Html | string {
  const words = browseWords[language].home;
  const products = edges.map(({ node }) => node);
  const kecamatan = products[0]?.seller.kecamatan.name;
  if (!kecamatan) return '';
  const isNear = id === 'barang-dekat';
  return html`<section class="section" aria-labelledby="${id}">
<h2 id="${id}">${isNear ? words.near(kecamatan) : words.newest}</h2>
${productGrid(products, language)}
${
  pageInfo.hasNextPage
    ? html`<p class="paging"><a class="button second" href="${address}">${isNear ? words.allNear(kecamatan) : words.all}${icon('arrow-right')}</a></p>`
    : ''
}
</section>`;
}
