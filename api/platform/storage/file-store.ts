import { Disk, errors } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { newKey } from '../keys.ts';

/** Keeps files by name: in a folder, later in an S3-compatible store. Names are made by the program, never by a client. */
export interface FileStore {
  /** Stores a file whole: nobody ever reads a part of it. Storing the same name again replaces it. */
  put(name: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The file, null when there is none. */
  get(name: string): Promise<Buffer | null>;
  exists(name: string): Promise<boolean>;
}

/** A store in a folder of this machine; the folder is made when first written to. */
export function folderStore(folder: string): FileStore {
  return diskStore(new Disk(new FSDriver({ location: folder, visibility: 'private' })));
}

function diskStore(disk: Disk): FileStore {
  return {
    async put(name, bytes, contentType) {
      // Written beside and moved into place, so that a reader or a crash never meets half a file.
      const beside = `arriving/${newKey()}`;
      await disk.put(beside, bytes, { contentType });
      await disk.move(beside, name, { contentType });
    },
    async get(name) {
      try {
        return Buffer.from(await disk.getBytes(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    exists: (name) => disk.exists(name),
  };
}

function isMissing(error: unknown): boolean {
  if (!(error instanceof errors.E_CANNOT_READ_FILE)) return false;
  return (error.cause as { code?: string } | undefined)?.code === 'ENOENT';
}

declare module '../context.ts' {
  interface Ports {
    /** Where pictures and files lie. */
    readonly files: FileStore;
  }
}
