import {
  StatementPageDocument,
  type StatementPageQuery,
  type StatementPageQueryVariables,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import {
  calendarDay,
  dayAndTime,
  type Language,
  moneyWords,
  rupiah,
  timeOfDay,
} from '../../../storefront-widget/words/index.ts';
import { isDay, wibDay } from '../../platform/wib.ts';
import { type Html, html } from '../html.ts';
import type { Shown } from '../page-route.ts';
import { ApiRefusal, type Visit } from '../visit.ts';

type Statement = NonNullable<StatementPageQuery['statement']>;
type Movement = Statement['movements']['edges'][number]['node'];

/** Days in WIB that are asked for, `2026-11-28`. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * The statement of a shop, point or community over some days, as whoever may see it reads it: without scripts, on a phone, printed. Days
 * that are none, still to come, or in the wrong order, are said and replaced by the present month.
 */
export async function statementPage(visit: Visit): Promise<Shown> {
  const { language, query, params } = visit;
  const ownerId = params.ownerId ?? '';
  const month = { from: `${wibDay(visit.now).slice(0, 7)}-01`, to: wibDay(visit.now) };
  const asked = { from: query.get('from') ?? month.from, to: query.get('to') ?? month.to };
  const isRight = isDay(asked.from) && isDay(asked.to) && asked.from <= asked.to && asked.from <= month.to;
  const days = isRight ? asked : month;
  const page = isRight ? { asOf: query.get('asOf'), after: query.get('after') } : { asOf: null, after: null };
  const statement = await statementOver(visit, { ownerId, ...days, ...page });
  if (!statement) return null;
  const words = moneyWords[language];
  return {
    title: `${words.statement} ${statement.ownerName}`,
    isPrivate: true,
    isPersonal: true,
    main: html`<div class="statement-page stack">
<p class="unprinted"><a class="reach" href="${deskOf(statement, visit)}">${words.toDesk}</a></p>
<div><h1>${words.statement}</h1><p><strong>${statement.ownerName}</strong></p><p class="quiet">${words.days(calendarDay(days.from, language), calendarDay(days.to, language))}</p></div>
${isRight ? '' : html`<p class="note warm" role="alert">${words.wrongDays}</p>`}
${daysForm(ownerId, days, month.to, language)}
${statementTable(statement, page.after === null, visit)}
${furtherLink(statement, ownerId, days, language)}
<p class="quiet small">${statement.isFinal ? words.isFinal : words.isOpen(dayAndTime(statement.asOf, language, visit.now))}</p>
</div>`,
  };
}

/** Where the reader came from: the city, or their own desk. */
function deskOf({ ownerKind }: Statement, { ctx }: Visit): string {
  if (ctx.actor.roles.some(({ role }) => role === 'CURATOR')) return '/kota/pencairan';
  return { SELLER: '/jual', POINT: '/konter', COMMUNITY: '/komunitas' }[ownerKind];
}

/** The statement; null where the address is not of one that the caller may see. */
async function statementOver(visit: Visit, asked: StatementPageQueryVariables): Promise<Statement | null> {
  try {
    return (await visit.ask(StatementPageDocument, asked)).statement ?? null;
  } catch (error) {
    // A cursor or an instant that somebody wrote into the address.
    if (error instanceof ApiRefusal && error.code === 'BAD_USER_INPUT') return null;
    throw error;
  }
}

function daysForm(ownerId: string, { from, to }: Days, today: string, language: Language): Html {
  const words = moneyWords[language];
  return html`<form class="card stack-tight unprinted" method="get" action="/rekening-koran/${ownerId}">
<div class="days"><div class="field"><label for="from">${words.from}</label><input id="from" name="from" type="date" required value="${from}" max="${today}"></div>
<div class="field"><label for="to">${words.to}</label><input id="to" name="to" type="date" required value="${to}" max="${today}"></div></div>
<p class="acts"><button class="button second">${words.show}</button>
<button class="button plain" formaction="/ledger/statements/${ownerId}.csv">${words.download}</button></p></form>`;
}

function statementTable({ opening, closing, movements }: Statement, isFirst: boolean, visit: Visit): Html {
  const words = moneyWords[visit.language];
  const { edges, pageInfo } = movements;
  const sum = (label: string, amount: number): Html =>
    html`<tr class="all"><th scope="row">${label}</th><td>${rupiah(amount)}</td></tr>`;
  return html`<div class="card statement"><table><thead class="unseen"><tr><th scope="col">${words.movement}</th><th scope="col">${words.changed}</th></tr></thead><tbody>
${isFirst ? sum(words.opening, opening) : ''}
${edges.map(({ node }) => movementRow(node, visit))}
${edges.length === 0 ? html`<tr><td colspan="2" class="quiet">${words.noMovements}</td></tr>` : ''}
${pageInfo.hasNextPage ? '' : sum(words.closing, closing)}
</tbody></table></div>`;
}

function movementRow({ at, memo, code, amount, balance }: Movement, { language }: Visit): Html {
  const words = moneyWords[language];
  const changed =
    amount === 0 ? html`<span class="quiet">${words.moved}</span>` : amount > 0 ? `+${rupiah(amount)}` : rupiah(amount);
  const when = `${calendarDay(wibDay(new Date(at)), language)}, ${timeOfDay(at, language)}`;
  return html`<tr><th scope="row">${memo}${code ? html`<br><span class="figures small">${code}</span>` : ''}<br><span class="quiet small">${when}</span></th>
<td>${changed}<br><span class="quiet small">${words.balance} ${rupiah(balance)}</span></td></tr>`;
}

function furtherLink({ movements, asOf }: Statement, ownerId: string, { from, to }: Days, language: Language): Html {
  const { hasNextPage, endCursor } = movements.pageInfo;
  if (!hasNextPage || !endCursor) return html``;
  const query = new URLSearchParams({ from, to, asOf, after: endCursor });
  return html`<p class="unprinted"><a class="button second" href="/rekening-koran/${ownerId}?${query.toString()}">${moneyWords[language].further}</a></p>`;
}
