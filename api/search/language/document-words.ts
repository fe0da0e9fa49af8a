import { type Form, type Reading, readingsOf } from './forms.ts';

/** The texts of a product by which it is found. */
export interface DocumentTexts {
  readonly title: string;
  readonly category: string;
  readonly options: string;
  readonly skus: string;
  readonly shop: string;
  /** Slug of the kecamatan of the shop. */
  readonly kecamatan: string;
  readonly description: string;
}

/** How much a field says of what a product is: title A, category and options B, shop C, description D. */
export type FieldWeight = 'A' | 'B' | 'C' | 'D';

/** A form, where it stands and in what. */
export interface PlacedForm {
  readonly form: Form;
  readonly position: number;
  readonly weight: FieldWeight;
}

/** Words of a field that are looked at; a description may be a novel. */
const MOST_WORDS = 400;
/** Free places between fields, so that no phrase reaches from one into the next. */
const GAP = 5;
const LONGEST_FORM = 100;

/** Every form by which a product is found, with its place. The first word of the title is also found as `^`. */
export function documentForms(texts: DocumentTexts): PlacedForm[] {
  const placed: PlacedForm[] = [];
  let position = 1;
  const put = (
    text: string,
    weight: FieldWeight,
    formsOf: (readings: readonly Reading[], at: number) => Form[],
  ): void => {
    const readings = readingsOf(text).slice(0, MOST_WORDS);
    for (let at = 0; at < readings.length; at += 1) {
      for (const form of formsOf(readings, at))
        if (form.length <= LONGEST_FORM) placed.push({ form, position, weight });
      position += 1;
    }
    position += GAP;
  };
  put(texts.title, 'A', titleForms);
  put(texts.category, 'B', plainForms);
  put(texts.options, 'B', plainForms);
  put(texts.skus, 'D', (readings, at) => [readings[at]?.word ?? '']);
  put(texts.shop, 'C', withJoined);
  placed.push({ form: `@${texts.kecamatan}`, position, weight: 'C' });
  position += GAP;
  put(texts.description, 'D', plainForms);
  return placed;
}

const plainForms = (readings: readonly Reading[], at: number): Form[] => [...(readings[at]?.forms ?? [])];

/** Also joined with the next word, for those who write them as one. */
function withJoined(readings: readonly Reading[], at: number): Form[] {
  const [here, next] = [readings[at], readings[at + 1]];
  const forms = plainForms(readings, at);
  if (here?.kind === 'WORD' && next?.kind === 'WORD') forms.push(`+${here.word}${next.word}`);
  return forms;
}

function titleForms(readings: readonly Reading[], at: number): Form[] {
  const forms = withJoined(readings, at);
  return at === 0 ? [...forms, ...forms.filter((form) => !form.startsWith('+')).map((form) => `^${form}`)] : forms;
}
