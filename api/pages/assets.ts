import { readFileSync } from 'node:fs';
import { PROJECT_FOLDER } from '../platform/project-folder.ts';
import { StartError } from '../platform/start-error.ts';

/** Where the build puts the pages' scripts and styles. */
export const ASSETS_FOLDER = new URL('storefront-widget/dist/pages/', PROJECT_FOLDER);

/** Drawings and the mark, served as they stand. */
export const DRAWINGS_FOLDER = new URL('storefront-widget/assets/drawings/', PROJECT_FOLDER);

/** Areas of the site, each with one script and its styles. */
export type Area = 'storefront' | 'seller' | 'point' | 'city' | 'community';

/** The addresses of an area's script and styles; their names carry a hash. */
export interface AreaAssets {
  readonly script: string;
  readonly styles: readonly string[];
}

interface ManifestEntry {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

/** Reads the build's manifest. Throws a StartError when the pages were never built. */
export function readAssets(): Readonly<Record<Area, AreaAssets>> {
  const file = new URL('manifest.json', ASSETS_FOLDER);
  let manifest: Record<string, ManifestEntry>;
  try {
    manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, ManifestEntry>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartError('The pages are not built yet: run npm run build');
  }
  const assetsOf = (area: Area): AreaAssets => {
    const entry = manifest[`${area}/main.ts`];
    if (!entry) throw new StartError(`The build has no pages for ${area}: run npm run build`);
    return {
      script: `/assets/${entry.file}`,
      styles: [...new Set(stylesOf(manifest, entry))].map((path) => `/assets/${path}`),
    };
  };
  return {
    storefront: assetsOf('storefront'),
    seller: assetsOf('seller'),
    point: assetsOf('point'),
    city: assetsOf('city'),
    community: assetsOf('community'),
  };
}

/** Styles of an entry and of what it imports, the imported ones first. */
function stylesOf(manifest: Record<string, ManifestEntry>, entry: ManifestEntry): string[] {
  return [
    ...(entry.imports ?? []).flatMap((name) => (manifest[name] ? stylesOf(manifest, manifest[name]) : [])),
    ...(entry.css ?? []),
  ];
}
