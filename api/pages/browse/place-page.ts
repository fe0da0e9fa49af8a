import { PlacesDocument, type PlacesQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import { icon } from '../icon.ts';
import { type PageParts, safeReturn } from '../page-route.ts';
import type { Visit } from '../visit.ts';

/** Where to say where one is: /tempat?kembali=…. Every place is a button of one plain form. */
export async function placePage(visit: Visit): Promise<PageParts> {
  const { language, place, query } = visit;
  const words = browseWords[language].place;
  const places = await visit.ask(PlacesDocument, {});
  return {
    title: words.title,
    isPrivate: true,
    isPersonal: true,
    main: html`<berjubel-place class="place-page">
<h1>${words.title}</h1>
<p class="intro quiet">${words.help}</p>
${query.get('luar') === '1' ? html`<p class="note warm" role="alert">${words.outside}</p>` : ''}
<form action="/tempat" method="post">
<input type="hidden" name="kembali" value="${safeReturn(query.get('kembali'))}">
<input type="hidden" name="lintang"><input type="hidden" name="bujur">
<div class="locate stack-tight" hidden>
<button class="button wide" type="button" data-locate>${icon('locate-fixed')}${words.locate}</button>
<p class="wrong" role="alert" hidden></p>
<div class="field"><label for="saring-tempat">${words.filter}</label><input id="saring-tempat" type="search" autocomplete="off" data-filter></div>
<p class="quiet" role="status" data-none hidden>${words.none}</p>
</div>
<section class="section" aria-labelledby="daftar-kecamatan"><h2 id="daftar-kecamatan">${words.kecamatan}</h2>
<div class="place-list">${places.kecamatans.map((kecamatan) => kecamatanPlaces(kecamatan, words))}</div></section>
<section class="section" aria-labelledby="daftar-titik"><h2 id="daftar-titik">${words.points}</h2>
<ul class="place-buttons">${places.pickupPoints.edges.map(
      ({ node }) =>
        html`<li data-name="${node.name}"><button class="chip" name="tempat" value="titik:${node.slug}">${node.name}</button></li>`,
    )}</ul></section>
${place ? html`<p class="section"><button class="button plain" name="tempat" value="">${icon('x')}${words.forget}</button></p>` : ''}
</form>
</berjubel-place>`,
  };
}

function kecamatanPlaces(
  kecamatan: PlacesQuery['kecamatans'][number],
  words: (typeof browseWords)['id']['place'],
): Html {
  return html`<details name="kecamatan"><summary>${kecamatan.name}${icon('chevron-down')}</summary>
<ul class="place-buttons">
<li data-name="${kecamatan.name}"><button class="chip" name="tempat" value="kecamatan:${kecamatan.slug}">${words.whole(kecamatan.name)}</button></li>
${kecamatan.kelurahans.map(
  ({ slug, name }) =>
    html`<li data-name="${name} ${kecamatan.name}"><button class="chip" name="tempat" value="kelurahan:${slug}">${name}</button></li>`,
)}
</ul></details>`;
}
