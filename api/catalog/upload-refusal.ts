import type { Context } from '../platform/context.ts';
import { type Sentence, say } from '../platform/graphql/user-errors.ts';
import { DomainError } from '../platform/refusal.ts';
import { UPLOAD_SENTENCES } from './upload-sentences.ts';

/** Why a file was not taken, by name and in the caller's language. */
export function uploadRefusal({ language }: Context, error: unknown): { code: string; message: string } {
  const code = error instanceof DomainError ? error.code : 'FILE_MISSING';
  const sentence = (UPLOAD_SENTENCES as Readonly<Record<string, Sentence>>)[code] ?? UPLOAD_SENTENCES.FILE_MISSING;
  return { code, message: say(sentence, language, {}) };
}
