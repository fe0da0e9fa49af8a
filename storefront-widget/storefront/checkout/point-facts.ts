import { html, type TemplateResult } from 'lit';
import type { Language } from '../../words/bilingual.ts';
import { buyWords } from '../../words/buy.ts';
import { day, distance } from '../../words/format.ts';
import { openingOf } from '../../words/opening.ts';
import type { CartPoint } from './point-picker.ts';

/** How many points are shown before one asks for the others. */
const SHOWN_AT_FIRST = 5;
/** Room at which it is worth saying that it runs out, in parcels. */
const LITTLE_ROOM = 20;

/** Whether a point is one that the person looks for: by name, place or street, whatever the case. */
export function matches({ pickupPoint: { name, address, kelurahan, kecamatan } }: CartPoint, text: string): boolean {
  const place = `${name} ${address} ${kelurahan.name} ${kecamatan.name}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => place.includes(word));
}

/** The first points, and the chosen one wherever it stands. */
export function shownAtFirst(points: readonly CartPoint[], chosen: string | null): readonly CartPoint[] {
  if (points.length <= SHOWN_AT_FIRST + 2) return points;
  return points.filter(({ pickupPoint }, at) => at < SHOWN_AT_FIRST || pickupPoint.id === chosen);
}

/** What one wants to know of a point before choosing it. */
export function drawPointFacts(point: CartPoint, language: Language, now: Date): TemplateResult {
  const { pickupPoint, distanceMetres, isAvailable, expectedPickupAt } = point;
  const words = buyWords[language].checkout;
  const { kelurahan, kecamatan, isOpenNow, roomLeft } = pickupPoint;
  const place = kelurahan.name === kecamatan.name ? kecamatan.name : `${kelurahan.name}, ${kecamatan.name}`;
  return html`<span class="row spread"><strong>${pickupPoint.name}</strong>
      ${distanceMetres == null ? '' : html`<span class="quiet small figures">${distance(distanceMetres, language)}</span>`}</span>
    <span class="quiet small">${place}</span>
    ${
      isAvailable
        ? html`<span class="small"><span class=${isOpenNow ? 'open-now' : 'closed-now'}>${openingOf(pickupPoint, language, now)}</span>${
            expectedPickupAt ? html` · ${words.expected(day(expectedPickupAt, language, now))}` : ''
          }</span>
          ${roomLeft <= LITTLE_ROOM ? html`<span class="few small">${words.room(roomLeft)}</span>` : html`<span class="quiet small">${words.room(roomLeft)}</span>`}`
        : html`<span class="few small">${reasonOf(point, language)}</span>`
    }`;
}

function reasonOf({ unavailableReason, excludedBy }: CartPoint, language: Language): string {
  const words = buyWords[language].checkout;
  if (unavailableReason === 'NOT_SERVED_BY_SELLER' && excludedBy.length > 0)
    return words.excludedBy(
      listed(
        excludedBy.map(({ name }) => name),
        language,
      ),
    );
  return words.notHere[unavailableReason ?? 'CLOSED'];
}

/** Names as one lists them: "A, B, dan C". */
export function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}
