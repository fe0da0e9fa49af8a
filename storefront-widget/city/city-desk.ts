import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import {
  CompleteTaskDocument,
  TakeTaskDocument,
  TasksDocument,
  type TaskViewFragment,
  WorkPlacesDocument,
} from '../operations/generated/graphql.ts';
import { missedWords } from '../words/missed.ts';
import { shellWords } from '../words/shell.ts';
import { workWords } from '../words/work.ts';
import { deskLinks } from './desk-links.ts';
import { type Done, taskCard } from './task-card.ts';

/** `<berjubel-city-desk>`: the curator's tasks: what the program could not settle by itself. */
export class CityDesk extends PageElement {
  static override properties = {
    ...PageElement.properties,
    isCurator: { state: true },
    isDone: { state: true },
    tasks: { state: true },
    nextPage: { state: true },
    said: { state: true },
    wrong: { state: true },
  };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;
  declare private isDone: boolean;
  declare private tasks: readonly TaskViewFragment[] | null;
  /** Where the list goes on; null when it is shown to its end. */
  declare private nextPage: string | null;
  declare private said: string;
  /** The task that was refused last, and why; null when none was. */
  declare private wrong: { readonly taskId: string; readonly sentence: string } | null;

  constructor() {
    super();
    this.isCurator = null;
    this.isDone = false;
    this.tasks = null;
    this.nextPage = null;
    this.said = '';
    this.wrong = null;
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
    const { tasks } = await ask(TasksDocument, { done: this.isDone, after: this.nextPage });
    this.tasks = [...(this.tasks ?? []), ...tasks.edges.map(({ node }) => node)];
    this.nextPage = tasks.pageInfo.hasNextPage ? (tasks.pageInfo.endCursor ?? null) : null;
  }

  #show(isDone: boolean): void {
    this.isDone = isDone;
    this.tasks = null;
    this.nextPage = null;
    void this.act(() => this.#load());
  }

  override render(): TemplateResult {
    const words = workWords[this.language];
    if (this.isCurator === false) {
      return noWorkHere(this.language);
    }
    const chip = (isDone: boolean, label: string): TemplateResult =>
      html`<button class="chip" aria-pressed=${this.isDone === isDone} ?disabled=${this.isBusy} @click=${() => this.#show(isDone)}>${label}</button>`;
    return html`${deskLinks('tasks', this.language)}
      <div class="chips" role="group" aria-label=${words.city.title}>${chip(false, words.city.open)} ${chip(true, words.city.finished)}
        <a class="chip" href="#tidak-ketemu">${missedWords[this.language].title}</a></div>
      <p class="unseen" role="status">${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.tasks === null ? html`<p class="quiet section" role="status">${shellWords[this.language].loading}</p>` : nothing}
      ${this.tasks?.length === 0 ? html`<div class="empty"><img src="/drawings/empty-orders.svg" alt="" width="160" height="160"><p class="quiet">${this.isDone ? words.city.noneDone : words.city.none}</p></div>` : nothing}
      <ul class="stack section">${this.tasks?.map((task) => html`<li class="card stack-tight">${this.#card(task)}</li>`)}</ul>
      ${this.nextPage === null ? nothing : html`<button class="button second" ?disabled=${this.isBusy} @click=${() => this.act(() => this.#load())}>${words.city.more}</button>`}
      ${this.isCurator ? html`<berjubel-search-misses class="section"></berjubel-search-misses>` : nothing}`;
  }

  #card(task: TaskViewFragment): TemplateResult {
    const wrong = this.wrong?.taskId === task.id ? this.wrong.sentence : '';
    return taskCard(
      task,
      { isBusy: this.isBusy, wrong, complete: (done) => this.#complete(task, done), take: () => this.#take(task) },
      this.language,
    );
  }

  #take(task: TaskViewFragment): void {
    void this.act(async () => {
      const { takeTask } = await ask(TakeTaskDocument, { input: { taskId: task.id, takeOver: task.owner !== null } });
      const refused = takeTask.userErrors[0]?.message;
      this.wrong = refused ? { taskId: task.id, sentence: refused } : null;
      const { task: taken } = takeTask;
      if (taken) this.tasks = (this.tasks ?? []).map((each) => (each.id === taken.id ? taken : each));
    });
  }

  #complete(task: TaskViewFragment, { note, reference, outcome }: Done): void {
    void this.act(async () => {
      const { completeTask } = await ask(CompleteTaskDocument, {
        input: { taskId: task.id, note, reference, outcome },
      });
      const refused = completeTask.userErrors[0]?.message;
      this.wrong = refused ? { taskId: task.id, sentence: refused } : null;
      if (!completeTask.task) return;
      this.said = workWords[this.language].city.completed;
      this.tasks = (this.tasks ?? []).filter(({ id }) => id !== task.id);
    });
  }
}
