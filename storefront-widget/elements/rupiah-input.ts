import { html, nothing, type TemplateResult } from 'lit';
import { fieldWords } from '../words/field.ts';
import { rupiah } from '../words/format.ts';
import { typedRupiah } from '../words/typed-rupiah.ts';
import { pageLanguage } from './language.ts';

/** A field for a sum of money. */
export interface RupiahInput {
  readonly id: string;
  /** Under which the form sends it; none where `typed` takes it. */
  readonly name?: string;
  /** In rupiah; 1 when left out. */
  readonly least?: number;
  /** In rupiah; any when left out. */
  readonly most?: number;
  /** True when left out. */
  readonly isRequired?: boolean;
  /** Id of what explains it. */
  readonly describedBy?: string;
  readonly isWrong?: boolean;
  /** Whether the dialog around it opens with the focus in it. */
  readonly isFirst?: boolean;
  /** Called with the sum in rupiah as it is typed; 0 while it is none. */
  readonly typed?: (amount: number) => void;
}

/**
 * Takes whole rupiah with points or without: a field for numbers reads 5.000 as five. The form is not sent before it is a sum within its bounds,
 * and what was understood is shown with points.
 */
export function rupiahInput(field: RupiahInput): TemplateResult {
  const { id, name, isRequired = true, describedBy, isWrong, isFirst, typed } = field;
  const judge = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    input.setCustomValidity(faultOf(input.value, field));
    typed?.(typedRupiah(input.value) ?? 0);
  };
  const show = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const amount = typedRupiah(input.value);
    if (amount !== null) input.value = rupiah(amount).slice(2);
  };
  return html`<input id=${id} name=${name ?? nothing} type="text" inputmode="numeric" autocomplete="off" maxlength="20" ?required=${isRequired} ?autofocus=${isFirst}
    aria-describedby=${describedBy ?? nothing} aria-invalid=${isWrong ? 'true' : nothing} @input=${judge} @change=${show}>`;
}

/** The sum that a form sends under a name, in rupiah; null where nothing was typed. */
export function rupiahOf(fields: FormData, name: string): number | null {
  return typedRupiah(String(fields.get(name) ?? ''));
}

/** Why what was typed cannot be taken; empty when it can. */
function faultOf(text: string, { least = 1, most = Number.POSITIVE_INFINITY }: RupiahInput): string {
  const words = fieldWords[pageLanguage()];
  if (text.trim() === '') return '';
  const amount = typedRupiah(text);
  if (amount === null) return words.notASum;
  if (amount < least) return words.atLeast(rupiah(least));
  return amount > most ? words.atMost(rupiah(most)) : '';
}
