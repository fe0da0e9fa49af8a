/** What a toast says, and where it may lead. */
export interface ToastMessage {
  readonly text: string;
  readonly link?: { readonly href: string; readonly label: string };
  /** What may be done about it, for example undone; the toast then goes. */
  readonly act?: { readonly label: string; readonly run: () => void };
}

const EVENT = 'berjubel:toast';
/** Long enough to read a sentence and reach its link, in milliseconds. */
const SHOWN_FOR = 7_000;

/** Says something in passing, also to screen readers, without taking the focus. */
export function showToast(message: ToastMessage): void {
  window.dispatchEvent(new CustomEvent<ToastMessage>(EVENT, { detail: message }));
}

/** Where toasts appear: once in every page. A toast stays while it is pointed at or focused. */
export class Toast extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    this.setAttribute('role', 'status');
    window.addEventListener(EVENT, this.#show);
    this.addEventListener('pointerenter', this.#hold);
    this.addEventListener('focusin', this.#hold);
    this.addEventListener('pointerleave', this.#letGo);
    this.addEventListener('focusout', this.#letGo);
  }

  disconnectedCallback(): void {
    window.removeEventListener(EVENT, this.#show);
    window.clearTimeout(this.#timer);
  }

  #show = (event: Event): void => {
    const { text, link, act } = (event as CustomEvent<ToastMessage>).detail;
    const toast = document.createElement('p');
    toast.className = 'toast';
    const sentence = document.createElement('span');
    sentence.textContent = text;
    toast.append(sentence);
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = link.href;
      anchor.textContent = link.label;
      toast.append(anchor);
    }
    if (act) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = act.label;
      button.addEventListener('click', () => {
        this.replaceChildren();
        act.run();
      });
      toast.append(button);
    }
    this.replaceChildren(toast);
    this.#letGo();
  };

  #hold = (): void => window.clearTimeout(this.#timer);

  #letGo = (): void => {
    this.#hold();
    this.#timer = window.setTimeout(() => this.replaceChildren(), SHOWN_FOR);
  };
}
