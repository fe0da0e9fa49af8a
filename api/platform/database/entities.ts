import { StoredEvent } from '../jobs/stored-event.ts';

/** Entities of the mechanism itself. */
export const platformEntities = [StoredEvent];
