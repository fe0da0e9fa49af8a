import { browseWords, type Language, rupiah } from '../../../storefront-widget/words/index.ts';
import { type Html, html, trusted } from '../html.ts';
import type { Visit } from '../visit.ts';
import type { PageProduct } from './page-product.ts';

type PageVariant = PageProduct['variants'][number];

/** Variants of one first option, as a row: "keju: 100 g, 250 g". */
interface VariantRow {
  readonly label: string;
  readonly variants: readonly PageVariant[];
}

/** The variants to choose one from. Those of two options stand in rows, one for each value of the first. */
export function variantChips({ variants, priceRange }: PageProduct, chosen: string, { language }: Visit): Html {
  const words = browseWords[language].product;
  const axes = [...new Set(variants.flatMap(({ options }) => options.map(({ name }) => name)))];
  const rows = rowsOf(variants);
  const showPrice = priceRange.min !== priceRange.max;
  const chip = (variant: PageVariant, name: string, before = ''): Html =>
    variantChip(variant, { name, before, isChosen: variant.id === chosen, showPrice }, language);
  return html`<fieldset class="variants"><legend class="legend">${axes[0] && axes.length === 1 ? words.variantOf(axes[0]) : words.variant}</legend>
${
  rows
    ? rows.map(
        (row) =>
          html`<div class="variant-row"><span class="quiet" aria-hidden="true">${row.label}</span><div class="chips">${row.variants.map(
            (variant) => chip(variant, secondOption(variant), `${row.label}, `),
          )}</div></div>`,
      )
    : html`<div class="chips">${variants.map((variant) => chip(variant, variant.name))}</div>`
}</fieldset>`;
}

function variantChip(
  { id, price, stockLeft, inStock }: PageVariant,
  shown: { name: string; before: string; isChosen: boolean; showPrice: boolean },
  language: Language,
): Html {
  const state = inStock ? (shown.isChosen ? ' checked' : '') : ' disabled';
  const name = html`${shown.before ? html`<span class="unseen">${shown.before}</span>` : ''}${shown.name}`;
  return html`<label class="chip variant${inStock ? '' : ' sold-out'}"><input type="radio" name="varian" value="${id}" required data-price="${price}" data-stock="${stockLeft}"${trusted(state)}><span>${
    inStock ? name : html`<s>${name}</s><span class="unseen"> (${browseWords[language].product.soldOutVariant})</span>`
  }</span>${shown.showPrice ? html`<small class="figures">${rupiah(price)}</small>` : ''}</label>`;
}

/** Null unless every variant is of the same two options and the rows hold more than one each. */
function rowsOf(variants: readonly PageVariant[]): VariantRow[] | null {
  const axesOf = ({ options }: PageVariant): string => options.map(({ name }) => name).join();
  const [first] = variants;
  if (!first || variants.some((variant) => variant.options.length !== 2 || axesOf(variant) !== axesOf(first)))
    return null;
  const labels = [...new Set(variants.map(({ options }) => options[0]?.value ?? ''))];
  if (labels.length < 2 || labels.length === variants.length) return null;
  return labels.map((label) => ({
    label,
    variants: variants.filter(({ options }) => options[0]?.value === label),
  }));
}

function secondOption({ name, options }: PageVariant): string {
  return options[1]?.value ?? name;
}
