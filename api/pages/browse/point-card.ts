import type { PointCardFragment } from '../../../storefront-widget/operations/generated/graphql.ts';
import { dayAndTime, distance, type Language, pointWords, timeOfDay } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';

/** Whether a point is open, as people say it: "buka sampai 21.00", "tutup, buka besok, Rabu 25 Nov, 08.00". */
export function openingOf(
  point: Pick<PointCardFragment, 'isOpenNow' | 'opensAt' | 'closesAt'>,
  language: Language,
  now: Date,
): string {
  const words = pointWords[language];
  if (point.isOpenNow) return point.closesAt ? words.openUntil(timeOfDay(point.closesAt, language)) : words.open;
  return point.opensAt ? words.opens(dayAndTime(point.opensAt, language, now)) : words.closed;
}

/** One line on whether and until when a point is open, and whether it is full. */
export function openingLine(point: PointCardFragment, language: Language, now: Date): Html {
  const words = pointWords[language];
  return html`<span class="${point.isOpenNow ? 'open-now' : 'closed-now'}">${openingOf(point, language, now)}</span>${
    point.isFull
      ? html`<span class="few">${words.full}</span>`
      : point.isAcceptingOrders
        ? ''
        : html`<span class="few">${words.notAccepting}</span>`
  }`;
}

/** Points in a strip that is swiped sideways on a phone. */
export function pointStrip(points: readonly PointCardFragment[], language: Language, now: Date): Html {
  return html`<ul class="point-strip">${points.map(
    (point) => html`<li><a class="point-card" href="/titik/${point.slug}">
<span class="name">${point.name}</span>
<span class="facts">${openingLine(point, language, now)}</span>
<span class="quiet small">${point.kelurahan.name}${
      point.distanceMetres == null ? `, ${point.kecamatan.name}` : ` · ${distance(point.distanceMetres, language)}`
    }</span>
</a></li>`,
  )}</ul>`;
}
