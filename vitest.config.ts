import { defineConfig } from 'vitest/config';
import Reporter from './test/support/reporter.ts';
import Sequencer from './test/support/sequencer.ts';

/** Test files share a process, so that each of the two loads the program once and not once for each file. */
export default defineConfig({
  ssr: { resolve: { conditions: ['node'] } }, // packages are taken as the program takes them, not as a bundler would
  test: {
    include: ['test/**/*.test.ts'],
    experimental: { viteModuleRunner: false, nodeLoader: false },
    execArgv: ['--import', 'tsx', '--expose-gc'], // a bar weighs the memory
    pool: 'forks',
    isolate: false,
    maxWorkers: 2,
    setupFiles: ['reflect-metadata'], // decorators write their types there
    globalSetup: ['test/support/global-setup.ts'],
    reporters: [new Reporter()],
    sequence: { sequencer: Sequencer, hooks: 'list' },
    testTimeout: 30_000,
    hookTimeout: 30_000,
    slowTestThreshold: 10_000, // milliseconds above which a test is named though it passed
    disableConsoleIntercept: true,
  },
});
