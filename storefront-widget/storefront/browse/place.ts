import { pageLanguage } from '../../elements/language.ts';
import { browseWords } from '../../words/browse.ts';

/** How long a phone may take to find out where it is, in milliseconds. */
const PATIENCE = 12_000;

/** The list of places, made quicker: finds the visitor when asked to, and narrows the list while one types. */
export class Place extends HTMLElement {
  connectedCallback(): void {
    const tools = this.querySelector<HTMLElement>('.locate');
    const button = this.querySelector<HTMLButtonElement>('[data-locate]');
    const filter = this.querySelector<HTMLInputElement>('[data-filter]');
    if (!tools || !button || !filter) return;
    tools.hidden = false;
    button.hidden = !('geolocation' in navigator);
    button.addEventListener('click', () => this.#locate(button));
    filter.addEventListener('input', () => this.#narrow(filter.value));
    // Enter in the filter must not choose the first place of the form.
    filter.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }

  #locate(button: HTMLButtonElement): void {
    const words = browseWords[pageLanguage()].place;
    const label = [...button.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const wait = (isBusy: boolean): void => {
      button.setAttribute('aria-busy', String(isBusy));
      if (label) label.textContent = isBusy ? words.locating : words.locate;
    };
    wait(true);
    this.#say('');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#send(coords.latitude, coords.longitude),
      (error) => {
        wait(false);
        this.#say(error.code === error.PERMISSION_DENIED ? words.locateDenied : words.locateFailed);
      },
      { maximumAge: 300_000, timeout: PATIENCE },
    );
  }

  /** Three decimals are some hundred metres: enough to find the ward, and no more than that. */
  #send(latitude: number, longitude: number): void {
    const form = this.querySelector('form');
    const [north, east] = ['lintang', 'bujur'].map((name) => form?.elements.namedItem(name));
    if (!form || !(north instanceof HTMLInputElement) || !(east instanceof HTMLInputElement)) return;
    north.value = latitude.toFixed(3);
    east.value = longitude.toFixed(3);
    form.submit();
  }

  #say(message: string): void {
    const place = this.querySelector<HTMLElement>('.locate .wrong');
    if (!place) return;
    place.textContent = message;
    place.hidden = message === '';
  }

  #narrow(text: string): void {
    const wanted = text.trim().toLowerCase();
    let shown = 0;
    for (const group of this.querySelectorAll<HTMLElement>('.place-list > details, .place-buttons')) {
      const items = [...group.querySelectorAll<HTMLElement>('li[data-name]')];
      for (const item of items) item.hidden = !(item.dataset.name ?? '').toLowerCase().includes(wanted);
      const left = items.filter((item) => !item.hidden).length;
      if (group instanceof HTMLDetailsElement) {
        group.hidden = left === 0;
        // A group of that name holds one open at a time; a search opens all that match.
        group.toggleAttribute('open', wanted !== '' && left > 0);
        if (wanted === '') group.setAttribute('name', 'kecamatan');
        else group.removeAttribute('name');
      } else if (!group.closest('details')) shown += left;
      else shown += left;
    }
    const none = this.querySelector<HTMLElement>('[data-none]');
    if (none) none.hidden = shown > 0;
  }
}
