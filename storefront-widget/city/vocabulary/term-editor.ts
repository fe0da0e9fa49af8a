import { html, nothing, type TemplateResult } from 'lit';
import type { EffectViewFragment } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { vocabularyWords } from '../../words/vocabulary.ts';
import { effectList } from './effect-list.ts';
import type { TermDraft } from './term-draft.ts';
import { type FormActs, termForm } from './term-form.ts';
import { isWrong, wrongLine } from './term-refusal.ts';

/** What the editor does with a draft, and what is known of it. */
export interface EditorActs extends FormActs {
  /** What it would do; null until that was asked. */
  readonly effects: readonly EffectViewFragment[] | null;
  readonly save: (reason: string) => void;
}

/** A draft of a term. It can be saved once its effect is on the screen; whoever writes on has to look again. */
export function termEditor(draft: TermDraft, acts: EditorActs, language: Language): TemplateResult {
  const words = vocabularyWords[language];
  const name = draft.original?.term ?? '';
  const title = draft.isRemoval ? words.takingOut(name) : draft.original ? words.changing(name) : words.adding;
  return html`<section class="section stack" aria-labelledby="editor-title">
    <h2 id="editor-title" tabindex="-1">${title}</h2>
    ${termForm(draft, acts, language)}
    <p class="wrong" role="alert">${acts.wrong.field === null ? acts.wrong.message : ''}</p>
    ${acts.effects ? drawEffects(draft, acts.effects, acts, language) : nothing}
  </section>`;
}

function drawEffects(
  { isRemoval }: TermDraft,
  effects: readonly EffectViewFragment[],
  { isBusy, wrong, save }: EditorActs,
  language: Language,
): TemplateResult {
  const words = vocabularyWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    save(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim());
  };
  return html`<h2 id="effects-title" tabindex="-1">${words.effects}</h2>
    <p class="quiet">${words.nothingSaved}</p>
    ${effectList(effects, language)}
    <form class="stack" @submit=${submit}>
      <div class="field"><label for="change-reason">${words.reason}</label>
        <input id="change-reason" name="reason" type="text" required minlength="3" maxlength="500" autocomplete="off" aria-describedby="reason-hint reason-wrong" aria-invalid=${isWrong('reason', wrong)}>
        <span class="hint" id="reason-hint">${words.reasonHint}</span>
        ${wrongLine('reason', wrong)}</div>
      <div class="row"><button class="button ${isRemoval ? 'ends' : ''}" type="submit" ?disabled=${isBusy}>${isRemoval ? words.removeForGood : words.save}</button></div>
    </form>`;
}
