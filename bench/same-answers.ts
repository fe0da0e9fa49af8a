import { deepStrictEqual } from 'node:assert/strict';
import type { MeasuredServer } from './child.ts';
import { type Asked, requestTo, type Scenario, type ServerName } from './scenarios.ts';

/** Asks both servers the same and throws where they differ: a baseline that does less would flatter nobody. */
export async function expectSameAnswers(
  servers: Readonly<Record<ServerName, MeasuredServer>>,
  scenario: Scenario,
  asked: readonly Asked[],
): Promise<void> {
  if (scenario.once) return;
  for (const each of asked.slice(0, 20)) {
    const [api, baseline] = await Promise.all([
      answer(servers.api, 'api', scenario, each),
      answer(servers.baseline, 'baseline', scenario, each),
    ]);
    deepStrictEqual(api, baseline, `${scenario.name}: the servers answer differently to ${JSON.stringify(each)}`);
  }
}

async function answer(server: MeasuredServer, name: ServerName, scenario: Scenario, asked: Asked): Promise<unknown> {
  const { method, path, headers, body } = requestTo(name, scenario, asked);
  const response = await fetch(server.url + path, { method, headers, body: body ?? null });
  const text = await response.text();
  if (response.status !== 200) throw new Error(`${name} answered ${scenario.name} with ${response.status}: ${text}`);
  return JSON.parse(text);
}
