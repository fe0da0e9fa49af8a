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

const place = ({ path }) => {
  const at = LONG.findIndex((name) => path.includes(name));
  return at < 0 ? LONG.length : at;
};

/** The order of the test files: what takes long begins early, the others as they come. */
export default class Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => place(one) - place(other));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
