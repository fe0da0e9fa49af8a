import {
  type PickupPointKind,
  PointsPageDocument,
  type PointsPageQuery,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import { distance, pointWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import type { PageParts } from '../page-route.ts';
import { nearOf } from '../place.ts';
import type { Visit } from '../visit.ts';
import { placeLine } from './place-line.ts';
import { openingLine } from './point-card.ts';

/** What a point looks like in the list of all. */
type ListedPoint = PointsPageQuery['pickupPoints']['edges'][number]['node'];

const KINDS: Readonly<Record<string, PickupPointKind>> = { dcomart: 'D_COMART', swadep: 'SWADEP' };

/** All pickup points, nearest first: /titik?kecamatan=&jaringan=. */
export async function pointsPage(visit: Visit): Promise<PageParts> {
  const { language, query } = visit;
  const words = pointWords[language];
  const kecamatan = query.get('kecamatan') || null;
  const network = query.get('jaringan') ?? '';
  const kind = KINDS[network] ?? null;
  const { pickupPoints, kecamatans } = await visit.ask(PointsPageDocument, {
    near: nearOf(visit.place),
    kecamatan,
    kind,
  });
  const points = pickupPoints.edges.map(({ node }) => node);
  const address = (change: { kecamatan?: string | null; jaringan?: string | null }): string => {
    const asked = { kecamatan, jaringan: kind && network, ...change };
    const wanted = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) if (value) wanted.set(name, value);
    return wanted.size > 0 ? `/titik?${wanted}` : '/titik';
  };
  const chip = (label: string, href: string, isChosen: boolean): Html =>
    html`<li><a class="chip" href="${href}"${trusted(isChosen ? ' aria-current="true"' : '')}>${label}</a></li>`;
  return {
    title: words.title,
    description: words.intro,
    main: html`<h1>${words.title}</h1>
<p class="intro quiet">${words.intro}</p>
${placeLine(visit)}
<nav class="stack-tight" aria-label="${words.whichKind}"><ul class="chips">
${chip(words.all, address({ jaringan: null }), !kind)}
${Object.entries(KINDS).map(([name, one]) => chip(words.kinds[one], address({ jaringan: name }), kind === one))}
</ul></nav>
<nav aria-label="${words.whichKecamatan}"><ul class="chips swipe">
${chip(words.all, address({ kecamatan: null }), !kecamatan)}
${kecamatans.map((one) => chip(one.name, address({ kecamatan: one.slug }), kecamatan === one.slug))}
</ul></nav>
<p class="count-and-sort" role="status">${words.found(points.length)}</p>
${
  points.length > 0
    ? html`<ul class="point-list">${points.map((point) => html`<li>${pointRow(point, visit)}</li>`)}</ul>`
    : html`<div class="empty"><img src="/drawings/empty-search.svg" alt="" width="160" height="160"><p>${words.none}</p><a class="button second" href="/titik">${words.all}</a></div>`
}`,
  };
}

function pointRow(point: ListedPoint, { language, now }: Visit): Html {
  const words = pointWords[language];
  return html`<a class="point-card" href="/titik/${point.slug}">
<span class="name">${point.name}</span>
<span class="facts">${openingLine(point, language, now)}</span>
<span class="quiet small">${point.address}</span>
<span class="facts small">${point.distanceMetres == null ? '' : html`<span>${icon('map-pin')}${distance(point.distanceMetres, language)}</span>`}<span>${icon('package')}${point.isFull ? words.full : words.room(point.roomLeft)}</span></span>
</a>`;
}
