import type pg from 'pg';
import type { MeasuredServer } from './child.ts';
import { DOCUMENT_IDS } from './documents.ts';

/** What a page of so many products takes of the database. */
export interface PageCost {
  readonly first: number;
  readonly statements: number;
  /** Rows that left the tables, as EXPLAIN ANALYZE counts them. */
  readonly rows: number;
}

interface Plan {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

/** Statements and rows of product lists of several sizes, measured by running the sent statements again. */
export async function pageCosts(
  api: MeasuredServer,
  admin: pg.Client,
  sizes: readonly number[],
): Promise<readonly PageCost[]> {
  const costs: PageCost[] = [];
  for (const first of sizes) {
    const sent = await api.statementsOf(() => askList(api.url, first));
    let rows = 0;
    for (const { text, values } of sent) {
      const explained = await admin.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, timing off, format json) ${text}`,
        [...values],
      );
      rows += rowsOf(explained.rows[0]?.['QUERY PLAN'][0].Plan);
    }
    costs.push({ first, statements: sent.length, rows });
  }
  return costs;
}

async function askList(url: string, first: number): Promise<void> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-client': 'api' },
    body: JSON.stringify({ documentId: DOCUMENT_IDS.list, variables: { first } }),
  });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`a list of ${first} answered ${response.status}: ${text}`);
}

function rowsOf(plan: Plan | undefined): number {
  if (!plan) return 0;
  const own = plan['Relation Name'] ? plan['Actual Rows'] * plan['Actual Loops'] : 0;
  return (plan.Plans ?? []).reduce((sum, below) => sum + rowsOf(below), own);
}
