import type { TestSequencer, TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: begun last, one of them would run on alone. */
const LONG = [
  'security/bad-input.test',
  'browser/every-page',
  'program/starting',
  'security/mutations',
  'faults/kills',
  'security/bad-input-questions',
  'bars/notifications',
  'check/code',
  'pages/in-the-browser',
  'security/field-roads',
  'seeds/killed-seed',
  'program/commands',
  'database/killed',
  'security/bad-input-http',
  'browser/market-steps',
];

/** The order of the test files: what takes long begins early, the others as they come. */
export default class Sequencer implements TestSequencer {
  sort(files: TestSpecification[]): TestSpecification[] {
    return files.toSorted((one, other) => place(one) - place(other));
  }

  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

function place({ moduleId }: TestSpecification): number {
  const at = LONG.findIndex((name) => moduleId.includes(name));
  return at < 0 ? LONG.length : at;
}
