import { buildProgram } from '../build-program.ts';

/** Builds the program where it is out of date, before each start: `npm run build:program`. */
try {
  await buildProgram();
} catch (error) {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const mayNot = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  process.stderr.write(
    mayNot ? `${path}: may not be written; run npm run build as the owner of the folder\n` : `${message}\n`,
  );
  process.exitCode = 1;
}
