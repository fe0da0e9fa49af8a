import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import {
  CompleteTaskDocument,
  TasksDocument,
  type TaskViewFragment,
  WorkPlacesDocument,
} from '../operations/generated/graphql.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';

/** `<berjubel-city-desk>`: the curator's tasks: what the program could not settle by itself. */
export class CityDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    isDone: { state: true },
    tasks: { state: true },
    said: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private isDone: boolean;
  declare private tasks: readonly TaskViewFragment[] | null;
  declare private said: string;

  constructor() {
    super();
    this.isCurator = null;
    this.isDone = false;
    this.tasks = null;
    this.said = '';
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      this.isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
      if (this.isCurator) await this.#load();
    });
  }

  async #load(): Promise<void> {
    const { tasks } = await ask(TasksDocument, { done: this.isDone });
    this.tasks = tasks.edges.map(({ node }) => node);
  }

  #show(isDone: boolean): void {
    this.isDone = isDone;
    this.tasks = null;
    void this.act(() => this.#load());
  }

  override render(): TemplateResult {
    const words = workWords[this.language];
    if (this.isCurator === false) {
      return noWorkHere(this.language);
    }
    const chip = (isDone: boolean, label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.isDone === isDone} @click=${() => this.#show(isDone)}>${label}</button>`;
    return html`<div class="chips" role="group" aria-label=${words.city.title}>${chip(false, words.city.open)} ${chip(true, words.city.finished)}</div>
      <p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.tasks === null ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.tasks?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${words.city.none}</p></div>` : nothing}
      <ul class="stack section">${this.tasks?.map((task) => html`<li class="card stack-tight">${this.#task(task)}</li>`)}</ul>`;
  }

  #task(task: TaskViewFragment): TemplateResult {
    const words = workWords[this.language].city;
    return html`<div class="row spread"><strong>${words.kinds[task.kind]}</strong>${task.amount ? html`<span class="price">${rupiah(task.amount)}</span>` : nothing}</div>
      <p>${task.title}</p>
      <p class="quiet small">${task.detail}</p>
      <p class="quiet small">${task.orderCode ?? ''} ${words.since(dayAndTime(task.createdAt, this.language))}</p>
      ${
        task.doneAt
          ? html`<p class="small">${task.note ?? ''}</p>`
          : html`<form class="stack-tight" @submit=${(event: SubmitEvent) => this.#complete(event, task)}>
            <div class="field">
              <label for="note-${task.id}">${words.note}</label>
              <input id="note-${task.id}" name="note" type="text" required maxlength="300" aria-describedby="hint-${task.id}" />
              <span class="hint" id="hint-${task.id}">${words.noteHint}</span>
            </div>
            <button class="button" type="submit" ?disabled=${this.isBusy}>${words.complete}</button>
          </form>`
      }`;
  }

  #complete(event: SubmitEvent, task: TaskViewFragment): void {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note') ?? '').trim();
    if (note === '') return;
    void this.act(async () => {
      const { completeTask } = await ask(CompleteTaskDocument, { input: { taskId: task.id, note } });
      this.problem = completeTask.userErrors[0]?.message ?? '';
      if (!completeTask.task) return;
      this.said = workWords[this.language].city.completed;
      this.tasks = (this.tasks ?? []).filter(({ id }) => id !== task.id);
    });
  }
}
