/** The life of an alert in the Common Alerting Protocol, and the table that its messages are held against. */
import { describe, expect, test } from 'vitest';
import { examples } from '../components/examples/AlertCard.ts';
import { capMessage, isGrave } from '../../src/feeds/index.ts';
import type { Alert, Entry } from '../../src/schema/index.ts';
import { capFlaws } from '../support/cap.ts';

const { alert: example } = examples[0]!.props as unknown as { alert: Entry<'alerts'> };
const hotline = () =>
  ({
    kind: 'hotlines',
    id: '113',
    data: { display: '113', answers: { vi: 'Công an', en: 'Police' } },
  }) as unknown as Entry<'hotlines'>;
const message = (change: Partial<Alert>): string =>
  capMessage(
    {
      ...example,
      data: { ...example.data, publishedAt: '2026-11-20', updatedAt: undefined, severity: 'severe', ...change },
    },
    { hotline },
  );
const field = (xml: string, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
const withdrawn = { date: '2026-12-01', reason: 'Tin báo không đúng.' };

describe('an alert', () => {
  test('begins as an Alert that refers to nothing', () => {
    const xml = message({});
    expect(capFlaws(xml)).toEqual([]);
    expect(field(xml, 'msgType')).toBe('Alert');
    expect(field(xml, 'references')).toBeUndefined();
  });

  test('is followed by an Update that refers to it, by name and moment', () => {
    const [first, next] = [message({}), message({ updatedAt: '2026-11-25' })];
    expect(capFlaws(next)).toEqual([]);
    expect(field(next, 'msgType')).toBe('Update');
    expect(field(next, 'references')).toBe(
      ['sender', 'identifier', 'sent'].map((name) => field(first, name)).join(','),
    );
    expect(field(next, 'identifier')).not.toBe(field(first, 'identifier'));
  });

  test('a second Update has a name of its own', () => {
    expect(field(message({ updatedAt: '2026-11-26' }), 'identifier')).not.toBe(
      field(message({ updatedAt: '2026-11-25' }), 'identifier'),
    );
  });

  test('ends in a Cancel that refers to both, and says why', () => {
    const xml = message({ updatedAt: '2026-11-25', withdrawn });
    expect(capFlaws(xml)).toEqual([]);
    expect(field(xml, 'msgType')).toBe('Cancel');
    const earlier = [message({}), message({ updatedAt: '2026-11-25' })].map((each) =>
      ['sender', 'identifier', 'sent'].map((name) => field(each, name)).join(','),
    );
    expect(field(xml, 'references')).toBe(earlier.join(' '));
    expect(field(xml, 'description')).toBe(withdrawn.reason);
    expect(field(xml, 'urgency')).toBe('Past');
  });
});

test('only the two gravest severities are sent to warning systems', () => {
  expect(
    (['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const).filter((severity) => isGrave({ severity })),
  ).toEqual(['extreme', 'severe']);
});

test('what XML cannot hold is left out', () => {
  expect(capFlaws(message({ title: 'Chuông \u0007 và \u000b & ]]> \ufffe' }))).toEqual([]);
});

test.each([
  ['an unknown status', (xml: string) => xml.replace('>Test<', '>Trial<')],
  ['a moment of Greenwich', (xml: string) => xml.replace(/<sent>(.{19})\+07:00/, '<sent>$1Z')],
  ['no scope', (xml: string) => xml.replace(/<scope>.*?<\/scope>/, '')],
  [
    'elements in another order',
    (xml: string) => xml.replace(/(<identifier>.*?<\/identifier>)(<sender>.*?<\/sender>)/, '$2$1'),
  ],
  ['a name with a space', (xml: string) => xml.replace('<identifier>', '<identifier>a ')],
  ['a comma in the sender', (xml: string) => xml.replace('<sender>', '<sender>a,')],
  ['an unknown element', (xml: string) => xml.replace('<info>', '<info><level>3</level>')],
  ['an area without a name', (xml: string) => xml.replace(/<areaDesc>.*?<\/areaDesc>/, '')],
  ['an info without a category', (xml: string) => xml.replace(/<category>.*?<\/category>/, '')],
  ['two of what may stand once', (xml: string) => xml.replace(/(<event>.*?<\/event>)/, '$1$1')],
  ['another version', (xml: string) => xml.replace('cap:1.2', 'cap:1.1')],
])('the table refuses %s', (_, spoil) => {
  const xml = message({});
  expect(spoil(xml)).not.toBe(xml);
  expect(capFlaws(spoil(xml))).not.toEqual([]);
});
