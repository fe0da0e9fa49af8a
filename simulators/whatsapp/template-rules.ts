import { asRecord } from '../stage/scope.ts';
import type { Content } from './content.ts';
import { Refusal } from './errors.ts';
import { needRecord, needText } from './fields.ts';
import { fillTemplate, findTemplate, type Template } from './templates.ts';

type Fields = Record<string, unknown>;
const LONGEST_PARAMETER = 200;
const LONGEST_CODE = 15;
const LONGEST_BODY = 1_024;

/** Reads a template message and fills it in; refuses unknown names (132001), wrong counts (132000) and wrong forms (132012). */
export function readTemplate(given: Fields): Content {
  const name = needText(given, 'name', 512);
  const code = needText(needRecord(given, 'language'), 'code', 20);
  const found = findTemplate(name, code);
  if (!found) throw new Refusal(132001, `template name (${name}) does not exist in ${code}`);
  const { template, language } = found;
  const components = Array.isArray(given.components) ? given.components.map((each) => asRecord(each) ?? {}) : [];
  const parameters = readParameters(template, components);
  const text = fillTemplate(template.body[language], parameters);
  if ([...text].length > LONGEST_BODY)
    throw new Refusal(132005, `the filled text is longer than ${LONGEST_BODY} characters`);
  const content: Content = {
    text,
    footer: template.footer?.[language],
    template: { name, language, category: template.category, parameters },
  };
  if (!template.copyCode) return refuseButtons(components, content);
  return { ...content, code: { value: readCode(components, parameters), label: template.copyCode[language] } };
}

function readParameters(template: Template, components: Fields[]): string[] {
  const bodies = components.filter((each) => isType(each, 'body'));
  if (bodies.length > 1) throw new Refusal(132012, 'components has more than one body');
  const texts = readTexts(bodies[0]);
  const expected = template.parameters.length;
  if (texts.length !== expected) {
    throw new Refusal(
      132000,
      `number of localizable_params (${texts.length}) does not match the expected number (${expected})`,
    );
  }
  return texts;
}

/** The one-time code stands in the body and again in the button that copies it. */
function readCode(components: Fields[], parameters: string[]): string {
  const buttons = components.filter((each) => isType(each, 'button'));
  const button = buttons[0];
  if (!button || buttons.length > 1)
    throw new Refusal(132000, 'an authentication template needs one button component with the code');
  if (String(button.sub_type).toLowerCase() !== 'url' || String(button.index) !== '0') {
    throw new Refusal(132012, 'the button component needs sub_type url and index 0');
  }
  const [code, ...more] = readTexts(button);
  if (code === undefined || more.length > 0) throw new Refusal(132000, 'the button component needs one parameter');
  if (code !== parameters[0]) throw new Refusal(132012, 'the code in the button differs from the code in the body');
  if (code.length > LONGEST_CODE) throw new Refusal(132012, `the code is longer than ${LONGEST_CODE} characters`);
  return code;
}

function refuseButtons(components: Fields[], content: Content): Content {
  if (components.some((each) => isType(each, 'button')))
    throw new Refusal(132012, 'this template has no button with parameters');
  return content;
}

function readTexts(component: Fields | undefined): string[] {
  const given = component?.parameters ?? [];
  if (!Array.isArray(given)) throw new Refusal(132012, 'parameters must be a list');
  return given.map((each) => {
    const { type, text } = asRecord(each) ?? {};
    if (type !== 'text' || typeof text !== 'string') throw new Refusal(132012, 'parameters must be of type text');
    if (text.trim() === '') throw new Refusal(131008, 'a parameter is empty');
    if (/[\n\r\t]| {5}/.test(text))
      throw new Refusal(132012, 'a parameter has a line break, a tab or five spaces in a row');
    if ([...text].length > LONGEST_PARAMETER)
      throw new Refusal(132012, `a parameter is longer than ${LONGEST_PARAMETER} characters`);
    return text;
  });
}

function isType(component: Fields, type: string): boolean {
  return String(component.type).toLowerCase() === type;
}
