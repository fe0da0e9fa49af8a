import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildProgram } from '../../api/build-program.ts';

/** Builds the program, which tests start as its users do, and starts one PostgreSQL with the migrated template for the whole run;
 *  both reach the test files through BERJUBEL_TEST_PROGRAM and BERJUBEL_TEST_DATABASE. When one of them fails, the run goes on: the
 *  files that ask for it fail, and are counted. Gives what stops it and waits until its folder is gone. */
export default async function startTestDatabase(): Promise<() => Promise<void>> {
  process.env.BERJUBEL_TEST_PROGRAM = await buildProgram().catch((error: Error) => {
    process.stderr.write(`The program cannot be built: ${error.message}\n`);
    return 'the program that cannot be built';
  });
  const script = fileURLToPath(new URL('./database-server.ts', import.meta.url));
  // A group of its own, so that Ctrl-C leaves it the time to clear up once its input closes.
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  process.env.BERJUBEL_TEST_DATABASE = await firstLine(child).catch((error: Error) =>
    JSON.stringify({ failure: error.message }),
  );
  child.unref();
  child.stdout.destroy();
  return async () => {
    if (child.exitCode !== null) return;
    // Waiting for a child that is not counted would let the process end here, before it is gone.
    child.ref();
    const exit = once(child, 'exit');
    child.stdin.end();
    await exit;
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`The test database did not start (${code}); its reason stands above.`)),
    );
    if (child.stdout) createInterface(child.stdout).once('line', resolve);
  });
}
