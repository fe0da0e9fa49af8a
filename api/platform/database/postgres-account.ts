import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartError } from '../start-error.ts';

/** The account under which PostgreSQL runs: empty for our own, else another's ids. */
export type RunAs = { uid: number; gid: number } | Record<string, never>;

/** PostgreSQL refuses to run as root: under root it runs as the owner of an existing cluster, or as `nobody`. Throws
 *  StartError when the existing cluster belongs to someone we cannot become. */
export function postgresAccount(existingCluster?: string): RunAs {
  const owner = existingCluster === undefined ? undefined : statSync(existingCluster);
  const self = process.getuid?.() ?? 0;
  if (self !== 0) {
    if (owner && owner.uid !== self) {
      throw new StartError(
        `The database in ${existingCluster} belongs to user ${owner.uid}, not to ${self} who starts Berjubel: ` +
          'start it as before (as root, perhaps), or choose another folder with DATA_DIR.',
      );
    }
    return {};
  }
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody();
}

/** True when the account can reach the folder: every folder above it lets it pass. */
export function canReach(folder: string, account: RunAs): boolean {
  if (account.uid === undefined) return true;
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === dirname(at)) return true;
  }
}

function nobody(): RunAs {
  const entry = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  return { uid: Number(entry?.[1] ?? 65_534), gid: Number(entry?.[2] ?? 65_534) };
}
