import cross from 'lucide-static/icons/x.svg?raw';
import { pageLanguage } from '../../elements/language.ts';
import { shellWords } from '../../words/shell.ts';

/** Shows a part of the page in a sheet from below; it goes back to its place when the sheet is closed. */
export function openSheet(part: HTMLElement, label: string): void {
  const place = document.createComment('');
  part.before(place);
  const sheet = document.createElement('dialog');
  sheet.className = 'sheet';
  sheet.setAttribute('aria-label', label);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'sheet-close';
  close.setAttribute('aria-label', shellWords[pageLanguage()].close);
  close.innerHTML = cross.replace('<svg', '<svg aria-hidden="true" focusable="false"');
  close.addEventListener('click', () => sheet.close());
  sheet.append(close, part);
  // A press beside the sheet closes it.
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet) sheet.close();
  });
  sheet.addEventListener('close', () => {
    place.replaceWith(part);
    sheet.remove();
  });
  document.body.append(sheet);
  sheet.showModal();
}
