import { isWithin } from '../../operations/product-filter.ts';

/** A category that is ticked holds what stands below it, so of those on one branch the last one ticked counts: the others are taken off. */
export function keepApart(form: HTMLFormElement, ticked: EventTarget | null): void {
  if (!(ticked instanceof HTMLInputElement) || ticked.name !== 'kategori' || !ticked.checked) return;
  for (const other of form.querySelectorAll<HTMLInputElement>('input[name="kategori"]:checked'))
    if (other !== ticked && (isWithin(other.value, ticked.value) || isWithin(ticked.value, other.value)))
      other.checked = false;
}
