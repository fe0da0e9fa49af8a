import { buildProgram } from '../build-program.ts';

/** Builds the program where it is out of date, and prints its folder: `npm run build:program`, and before each start. */
try {
  process.stdout.write(await buildProgram());
} catch (error) {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const mayNotWrite =
    ['EACCES', 'EPERM', 'EROFS'].includes(code ?? '') && ['mkdir', 'rename', 'utime'].includes(syscall ?? '');
  process.stderr.write(
    mayNotWrite ? 'api/dist may not be written: run npm run build as the owner of the folder\n' : `${message}\n`,
  );
  process.exitCode = 1;
}
