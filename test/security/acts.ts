import type { ActorName, Who } from './cast.ts';
import type { Stage } from './stage.ts';
import type { Things } from './things.ts';

/** What acts are about: the stage, and what A has on it. */
export interface Scene {
  readonly stage: Stage;
  readonly things: Things;
}

/** The same input about something of A's and about nothing. */
export interface TwinInputs {
  readonly theirs: object;
  readonly missing: object;
}

/** A mutation on something of A's. */
export interface Act {
  /** The mutation; several acts may be of one. */
  readonly name: string;
  /** Whom the mutation's own rule lets in; others are FORBIDDEN, or have to sign in. */
  readonly open: Who;
  /** Who may do it to A's. The others who are let in get a refusal, as if nothing were there. */
  readonly may: Who;
  /** Its input for this actor, with whatever it needs made anew. */
  input(scene: Scene, as: ActorName): Promise<object> | object;
  /** What the payload shows of what was changed. */
  readonly gives: string;
  /** The refusal of who is let in and may not; NOT_FOUND unless said. */
  readonly refusal?: string;
  /** Who really does it; everybody who may unless said. Others would change their own part in the play. */
  readonly doneBy?: Who;
  /** Where the input names something by an id or a code: each is asked about A's and about nothing by those who may not. */
  twins?(scene: Scene, as: ActorName): Promise<readonly TwinInputs[]> | readonly TwinInputs[];
}

/** Inputs that differ in one field. */
export function differing(input: object, field: string, missing: unknown): TwinInputs {
  return { theirs: input, missing: { ...input, [field]: missing } };
}
