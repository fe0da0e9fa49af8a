import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A browser as the package brings it, unpacked. */
export interface PackedBrowser {
  readonly executablePath: string;
  /** What it needs in its environment to find the libraries and fonts that came along. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * The browser from the package registry, unpacked once for each account and version. The package itself would unpack it where
 * another account's may lie, and take one that is half written for whole.
 */
export async function packedBrowser(): Promise<PackedBrowser> {
  const folder = join(tmpdir(), `berjubel-browser-${await version()}-${process.getuid?.() ?? 0}`);
  if (!(await isThere(folder))) await unpackInto(folder);
  return {
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  };
}

async function version(): Promise<string> {
  const described = await readFile(
    new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url),
    'utf8',
  );
  return (JSON.parse(described) as { version: string }).version;
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function unpackInto(folder: string): Promise<void> {
  const staging = await mkdtemp(`${folder}-`);
  const script = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
  // It brings its own libraries along only where it believes itself to be on AWS.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script], { env });
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontSettings(folder));
  // Whoever is first has made it for all.
  await rename(staging, folder).catch(async (error: { code?: string }) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    await rm(staging, { recursive: true, force: true });
  });
}

/** The package looks for its font in folders of its own choice: without any the browser ends at the first character that a page's font lacks. */
function fontSettings(folder: string): string {
  const inXml = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${inXml(join(folder, 'fonts'))}</dir>
  <cachedir>${inXml(join(folder, 'fonts-cache'))}</cachedir>
</fontconfig>
`;
}
