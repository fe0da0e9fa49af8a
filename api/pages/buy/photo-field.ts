import { type Language, photoWords } from '../../../storefront-widget/words/index.ts';
import { REVIEW_LIMITS } from '../../reviews/index.ts';
import { type Html, html } from '../html.ts';

/** A photo that a form holds already. */
export interface FormPhoto {
  /** Public id of the upload. */
  readonly id: string;
  readonly photoUrl: string | null;
}

/**
 * Photos of a form: those there are as ticked boxes `foto`, of which one may be taken off, and a field `berkas` for more. Scripts make it an
 * element that sends photos up at once and shows them.
 */
export function photoField(photos: readonly FormPhoto[], name: string, language: Language): Html {
  const words = photoWords[language];
  const most = REVIEW_LIMITS.photos;
  return html`<berjubel-photos name="foto" most="${most}"><fieldset><legend class="legend">${words.label(most)}</legend>
${photos.length > 0 ? html`<div class="ticks">${photos.map((photo, at) => kept(photo, words.keep(at + 1)))}</div>` : ''}
<input type="file" name="berkas" accept="image/*" multiple aria-label="${words.label(most)}" aria-describedby="foto-${name}"><span class="hint" id="foto-${name}">${words.hint}</span></fieldset></berjubel-photos>`;
}

function kept({ id, photoUrl }: FormPhoto, label: string): Html {
  return html`<label class="tick"><input type="checkbox" name="foto" value="${id}" checked>${photoUrl ? html`<img src="${photoUrl}" alt="" width="72" height="72">` : ''}<span>${label}</span></label>`;
}
