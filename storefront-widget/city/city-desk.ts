import { html, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import {
  AskForRefundAccountDocument,
  CompleteTaskDocument,
  TakeTaskDocument,
  TasksDocument,
  type TaskViewFragment,
} from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { missedWords } from '../words/missed.ts';
import { workWords } from '../words/work.ts';
import { CuratorList, type Listed, type ListWords } from './curator-list.ts';
import { type Done, taskCard } from './task-card.ts';

/** `<berjubel-city-desk>`: the curator's tasks: what the program could not settle by itself. */
export class CityDesk extends CuratorList<TaskViewFragment> {
  static override properties = { ...CuratorList.properties, notAsked: { state: true } };

  /** Whose buyer was not asked again, and why; null when that was not tried, or the buyer was. */
  declare private notAsked: { readonly id: string; readonly sentence: string } | null;

  protected override readonly here = 'tasks';

  constructor() {
    super();
    this.notAsked = null;
  }

  protected override get words(): ListWords {
    const { title, open, finished: ended, none, noneDone: noneEnded, more } = workWords[this.language].city;
    return { title, open, ended, none, noneEnded, more };
  }

  protected override async read(done: boolean, after: string | null): Promise<Listed<TaskViewFragment>> {
    return (await ask(TasksDocument, { done, after })).tasks;
  }

  protected override renderWays(): TemplateResult {
    return html`<a class="chip" href="#tidak-ketemu">${missedWords[this.language].title}</a>`;
  }

  protected override renderPage(): TemplateResult {
    return html`${super.renderPage()}<berjubel-search-misses class="section"></berjubel-search-misses>`;
  }

  protected override renderItem(task: TaskViewFragment): TemplateResult {
    const acts = {
      complete: (done: Done) => this.#complete(task, done),
      take: () => this.#take(task),
      askAgain: () => this.#askAgain(task),
    };
    const notAsked = this.notAsked?.id === task.id ? this.notAsked.sentence : '';
    return taskCard(task, { isBusy: this.isBusy, wrong: this.wrongOf(task), notAsked, ...acts }, this.language);
  }

  #askAgain({ id }: TaskViewFragment): void {
    void this.act(async () => {
      this.said = '';
      const { askForRefundAccount } = await ask(AskForRefundAccountDocument, { input: { taskId: id } });
      const sentence = askForRefundAccount.userErrors[0]?.message;
      this.notAsked = sentence ? { id, sentence } : null;
      if (!askForRefundAccount.task) return;
      this.replace(askForRefundAccount.task);
      this.said = disputeWords[this.language].account.asked;
    });
  }

  #take({ id, owner }: TaskViewFragment): void {
    void this.act(async () => {
      const { takeTask } = await ask(TakeTaskDocument, { input: { taskId: id, takeOver: owner !== null } });
      const sentence = takeTask.userErrors[0]?.message;
      this.wrong = sentence ? { id, sentence } : null;
      if (!takeTask.task) return;
      this.replace(takeTask.task);
      // The button that was pressed is gone: what comes next is to say how it was done.
      await this.updateComplete;
      this.querySelector<HTMLElement>(`#form-${CSS.escape(id)} :is(input, select)`)?.focus();
    });
  }

  #complete({ id }: TaskViewFragment, done: Done): void {
    void this.act(async () => {
      const { completeTask } = await ask(CompleteTaskDocument, { input: { taskId: id, ...done } });
      const sentence = completeTask.userErrors[0]?.message;
      this.wrong = sentence ? { id, sentence } : null;
      if (completeTask.task) await this.finish({ id }, workWords[this.language].city.completed);
    });
  }
}
