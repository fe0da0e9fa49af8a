import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';

/** What became of an act at the counter, to be read at arm's length. */
export interface Outcome {
  readonly kind: 'good' | 'bad';
  /** One word in huge type. */
  readonly word: string;
  readonly lines: readonly string[];
}

/** The outcome in huge type and colour; announced to screen readers. */
export function outcomePanel(outcome: Outcome | null): TemplateResult | typeof nothing {
  if (!outcome) return nothing;
  return html`<div class="outcome ${outcome.kind}" role=${outcome.kind === 'bad' ? 'alert' : 'status'} ${ref(intoView)}>
    <strong>${outcome.word}</strong>
    ${outcome.lines.map((line) => html`<p>${line}</p>`)}
  </div>`;
}

/** Below a form it may stand under the edge of a phone, where nobody would see it. */
function intoView(panel: Element | undefined): void {
  requestAnimationFrame(() => panel?.scrollIntoView({ block: 'nearest' }));
}

/** A short sound: rising for done, low for not. Silent where the phone does not allow it. */
export function sound(kind: Outcome['kind']): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  volume.gain.value = 0.1;
  tone.frequency.setValueAtTime(kind === 'good' ? 660 : 220, audio.currentTime);
  if (kind === 'good') tone.frequency.setValueAtTime(990, audio.currentTime + 0.12);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.25);
  tone.onended = () => void audio.close();
}
