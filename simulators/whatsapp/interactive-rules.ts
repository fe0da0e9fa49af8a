import { asRecord } from '../stage/scope.ts';
import type { Choice, Content } from './content.ts';
import { Refusal } from './errors.ts';
import { needRecord, needRecords, needText, needUrl, optionalText } from './fields.ts';

type Fields = Record<string, unknown>;
const MAX_ROWS = 10;

/** Reads lists, reply buttons, link buttons and location requests, or throws the Refusal of the limit that is broken. */
export function readInteractive(given: Fields): Content {
  const frame = readFrame(given);
  const action = needRecord(given, 'action');
  if (given.type === 'button') return { ...frame, choices: { kind: 'button_reply', rows: readButtons(action) } };
  if (given.type === 'list') return { ...frame, choices: readList(action) };
  if (given.type === 'cta_url') return { ...frame, link: readLink(action) };
  if (given.type === 'location_request_message') {
    if (action.name !== 'send_location') throw new Refusal(131009, 'action.name must be send_location');
    return { ...frame, choices: { kind: 'button_reply', rows: [{ id: 'send_location', title: 'Kirim lokasi' }] } };
  }
  throw new Refusal(131009, 'interactive.type must be one of button, list, cta_url, location_request_message');
}

function readFrame(given: Fields): Content {
  const frame: Content = { text: needText(needRecord(given, 'body'), 'text', 1_024) };
  const header = asRecord(given.header);
  const footer = asRecord(given.footer);
  if (header) {
    if (header.type === 'image') frame.image = needUrl(needRecord(header, 'image'), 'link');
    else if (header.type === 'text') frame.header = needText(header, 'text', 60);
    else throw new Refusal(131009, 'header.type must be text or image');
    if (given.type === 'list' && header.type !== 'text') throw new Refusal(131009, 'the header of a list must be text');
  }
  if (footer) frame.footer = needText(footer, 'text', 60);
  return frame;
}

function readButtons(action: Fields): Choice[] {
  const rows = needRecords(action, 'buttons', 3).map((button) => {
    if (button.type !== 'reply') throw new Refusal(131009, 'buttons[].type must be reply');
    const reply = needRecord(button, 'reply');
    return { id: needText(reply, 'id', 256), title: needText(reply, 'title', 20) };
  });
  refuseTwins(
    rows.map(({ id }) => id),
    'button ids',
  );
  refuseTwins(
    rows.map(({ title }) => title),
    'button titles',
  );
  return rows;
}

function readList(action: Fields): NonNullable<Content['choices']> {
  const label = needText(action, 'button', 20);
  const sections = needRecords(action, 'sections', MAX_ROWS);
  const rows = sections.flatMap((section) => {
    const title = optionalText(section, 'title', 24);
    if (sections.length > 1 && !title)
      throw new Refusal(131008, 'sections[].title is required when there is more than one');
    return needRecords(section, 'rows', MAX_ROWS).map((row) => ({
      id: needText(row, 'id', 200),
      title: needText(row, 'title', 24),
      description: optionalText(row, 'description', 72),
    }));
  });
  if (rows.length > MAX_ROWS)
    throw new Refusal(131009, `the list has ${rows.length} rows, at most ${MAX_ROWS} in all are allowed`);
  refuseTwins(
    rows.map(({ id }) => id),
    'row ids',
  );
  return { kind: 'list_reply', label, rows };
}

function readLink(action: Fields): NonNullable<Content['link']> {
  if (action.name !== 'cta_url') throw new Refusal(131009, 'action.name must be cta_url');
  const parameters = needRecord(action, 'parameters');
  return { label: needText(parameters, 'display_text', 20), url: needUrl(parameters, 'url') };
}

function refuseTwins(values: string[], name: string): void {
  if (new Set(values).size !== values.length) throw new Refusal(131009, `${name} must differ from each other`);
}
