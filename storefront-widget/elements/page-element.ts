import { LitElement } from 'lit';
import type { Language } from '../words/bilingual.ts';
import { shellWords } from '../words/shell.ts';
import { ApiError } from './client.ts';

/**
 * Base of the elements on our own pages: draws into the page itself, so that one style sheet serves server and browser, and keeps
 * what every page needs: the language, whether an answer is awaited, and what went wrong, in words.
 */
export abstract class PageElement extends LitElement {
  static override properties = { isBusy: { state: true }, problem: { state: true } };

  /** Whether an act is under way; its buttons then wait. */
  declare protected isBusy: boolean;
  /** What went wrong last, for the person; empty when nothing did. */
  declare protected problem: string;

  constructor() {
    super();
    this.isBusy = false;
    this.problem = '';
  }

  protected override createRenderRoot(): HTMLElement {
    // What the server drew inside was for the time before this.
    this.replaceChildren();
    return this;
  }

  protected get language(): Language {
    return document.documentElement.lang === 'en' ? 'en' : 'id';
  }

  /** Does what may fail. A refusal by the API is shown in its own words, a lost connection in ours; anything else is a fault. */
  protected async act(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    const held = document.activeElement;
    this.isBusy = true;
    this.problem = '';
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.problem = sentenceOf(error, this.language);
      if (error.code === 'UNAUTHENTICATED') goToSignIn();
    } finally {
      this.isBusy = false;
      void this.updateComplete.then(() => returnFocus(held));
    }
  }
}

/** A button that waits loses the focus: it has it again, unless the act has led it elsewhere. */
function returnFocus(held: Element | null): void {
  if (held instanceof HTMLElement && document.activeElement === document.body) held.focus({ preventScroll: true });
}

/** What a person is told when the API refuses as a whole. */
function sentenceOf(error: ApiError, language: Language): string {
  const words = shellWords[language];
  if (error.code === 'OFFLINE') return words.offline;
  return error.code === 'INTERNAL' ? words.broken : error.message;
}

/** Leads to the sign-in page, and back here afterwards. */
export function goToSignIn(): void {
  location.href = `/masuk?kembali=${encodeURIComponent(location.pathname + location.search)}`;
}
