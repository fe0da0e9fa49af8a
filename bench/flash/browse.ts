import { setTimeout as pause } from 'node:timers/promises';
import { DOCUMENT_IDS } from '../documents.ts';

/** Asks for the catalogue's first page so many times a second, however slow the answers are; gives their times in milliseconds. */
export async function browseAtFixedRate(urls: readonly string[], rate: number, over: AbortSignal): Promise<number[]> {
  const began = performance.now();
  const asked: Promise<number>[] = [];
  for (let at = 0; !over.aborted; at += 1) {
    const wait = began + (at / rate) * 1000 - performance.now();
    if (wait > 1) await pause(wait, undefined, { signal: over }).catch(() => {});
    if (over.aborted) break;
    const answered = timeOf(urls[at % urls.length] ?? '');
    answered.catch(() => {}); // told in the end
    asked.push(answered);
  }
  return Promise.all(asked);
}

async function timeOf(url: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', 'x-client': 'api' },
    body: JSON.stringify({ documentId: DOCUMENT_IDS.list, variables: { first: 20 } }),
  });
  const text = await answer.text();
  if (answer.status !== 200 || !text.includes('"edges":[{')) throw new Error(`the catalogue answered ${answer.status}`);
  return performance.now() - began;
}
