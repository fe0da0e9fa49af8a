import { asRecord } from '../stage/scope.ts';
import { Refusal } from './errors.ts';

type Fields = Record<string, unknown>;

/** A JSON object under that name. */
export function needRecord(given: Fields, name: string): Fields {
  const found = asRecord(given[name]);
  if (!found) throw new Refusal(131008, `${name} is required`);
  return found;
}

/** A list of JSON objects under that name, from one to `most` of them. */
export function needRecords(given: Fields, name: string, most: number): Fields[] {
  const found = given[name];
  if (!Array.isArray(found) || found.length === 0) throw new Refusal(131008, `${name} needs at least one entry`);
  if (found.length > most)
    throw new Refusal(131009, `${name} has ${found.length} entries, at most ${most} are allowed`);
  return found.map((each, index) => {
    const record = asRecord(each);
    if (!record) throw new Refusal(131009, `${name}[${index}] must be an object`);
    return record;
  });
}

/** A text that is there and has at most `most` characters. */
export function needText(given: Fields, name: string, most: number): string {
  const text = optionalText(given, name, most);
  if (text === undefined || text.trim() === '') throw new Refusal(131008, `${name} is required`);
  return text;
}

/** A text of at most `most` characters, or nothing. */
export function optionalText(given: Fields, name: string, most: number): string | undefined {
  const text = given[name];
  if (text === undefined || text === null) return undefined;
  if (typeof text !== 'string') throw new Refusal(131009, `${name} must be a text`);
  const length = [...text].length;
  if (length > most) throw new Refusal(131009, `${name} has ${length} characters, at most ${most} are allowed`);
  return text;
}

/** A link of the web: nothing else may stand behind a button. */
export function needUrl(given: Fields, name: string): string {
  const text = needText(given, name, 2_000);
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Refusal(131009, `${name} must be a link that begins with http:// or https://`);
  }
  return text;
}

/** A coordinate from -`most` to `most`; the provider takes numbers and texts. */
export function needNumber(given: Fields, name: string, most: number): number {
  const value = Number(given[name] ?? Number.NaN);
  if (!Number.isFinite(value) || Math.abs(value) > most)
    throw new Refusal(131009, `${name} must be from -${most} to ${most}`);
  return value;
}
