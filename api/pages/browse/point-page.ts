import { PointPageDocument, type PointPageQuery } from '../../../storefront-widget/operations/generated/graphql.ts';
import { pointWords, rupiah } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import { icon } from '../icon.ts';
import type { Shown } from '../page-route.ts';
import type { Visit } from '../visit.ts';
import { openingLine } from './point-card.ts';

type PagePoint = NonNullable<PointPageQuery['pickupPoint']>;

/** A pickup point: /titik/<slug>. Null when there is none. */
export async function pointPage(visit: Visit): Promise<Shown> {
  const { language, now } = visit;
  const { pickupPoint: point } = await visit.ask(PointPageDocument, { slug: visit.params.slug ?? '' });
  if (!point) return null;
  const words = pointWords[language];
  const { latitude, longitude } = point.location;
  const map = `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`;
  return {
    title: point.name,
    description: `${words.kindsLong[point.kind]}. ${point.address}`,
    main: html`<nav class="trail" aria-label="${words.title}"><ol><li><a href="/titik">${words.title}</a></li></ol></nav>
<div class="point-page">
<div class="stack">
<div class="stack-tight"><p class="quiet small">${words.kinds[point.kind]} · ${words.kindsLong[point.kind]}</p>
<h1>${point.name}</h1>
<p class="facts">${openingLine(point, language, now)}</p></div>
${point.isFull ? html`<p class="note warm">${words.fullHelp}</p>` : ''}
<dl class="facts-list">
<div><dt>${words.address}</dt><dd>${point.address}${point.address.includes(point.kecamatan.name) ? '' : html`<br>${point.kelurahan.name}, ${point.kecamatan.name}`}</dd></div>
<div><dt>${words.roomLabel}</dt><dd>${point.isFull ? words.full : words.room(point.roomLeft)}</dd></div>
<div><dt>${words.holding}</dt><dd>${words.holdingDays(point.holdingDays)}</dd></div>
</dl>
<div class="row"><a class="button second" href="${map}" rel="noopener" target="_blank">${icon('navigation')}${words.map}</a>
<a class="button plain" href="geo:${latitude},${longitude}?q=${latitude},${longitude}(${encodeURIComponent(point.name)})">${words.geo}</a></div>
<div class="row"><a class="button" href="/cari?titik=${point.slug}">${words.goods}</a>
<form action="/tempat" method="post"><input type="hidden" name="kembali" value="/titik/${point.slug}"><button class="button plain" name="tempat" value="titik:${point.slug}">${icon('map-pin')}${words.useAsPlace}</button></form></div>
</div>
<div class="stack">
${hoursTable(point, visit)}
${fees(point, visit)}
</div>
</div>`,
  };
}

function hoursTable({ hours }: PagePoint, { language, now }: Visit): Html {
  const words = pointWords[language];
  // In WIB, seven hours ahead of UTC; Monday is 1.
  const today = new Date(now.getTime() + 7 * 3_600_000).getUTCDay() || 7;
  const clock = (time: string): string => (language === 'id' ? time.replace(':', '.') : time);
  return html`<section class="card" aria-labelledby="jam"><h2 id="jam">${words.hours}</h2><table class="hours"><tbody>${words.days.map(
    (name, at) => {
      const day = at + 1;
      const open = hours.filter(({ dayOfWeek }) => dayOfWeek === day);
      return html`<tr${trusted(day === today ? ' class="today"' : '')}><th scope="row">${name}${day === today ? html` <span class="quiet small">${words.today}</span>` : ''}</th><td class="figures">${
        open.length === 0
          ? words.dayOff
          : open.map(({ opens, closes }, which) => html`${which > 0 ? ', ' : ''}${clock(opens)}–${clock(closes)}`)
      }</td></tr>`;
    },
  )}</tbody></table></section>`;
}

function fees({ feeSmall, feeMedium, feeLarge }: PagePoint, { language }: Visit): Html {
  const words = pointWords[language];
  return html`<section class="card" aria-labelledby="ongkos"><h2 id="ongkos">${words.fees}</h2><dl class="facts-list">
<div><dt>${words.feeOf.small}</dt><dd class="figures">${rupiah(feeSmall)}</dd></div>
<div><dt>${words.feeOf.medium}</dt><dd class="figures">${rupiah(feeMedium)}</dd></div>
<div><dt>${words.feeOf.large}</dt><dd class="figures">${rupiah(feeLarge)}</dd></div>
</dl></section>`;
}
