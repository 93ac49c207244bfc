import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildTime, environment, InvalidVariable, projectRoot } from '../../src/environment.ts';
import { dates } from '../../src/i18n/index.ts';
import { root } from '../support/run.ts';

const names = [
  'SITE_URL',
  'SITE_BASE',
  'PORT',
  'SOURCE_DATE_EPOCH',
  'PRECOMPRESS',
  'ADMIN',
  'ADMIN_REPOSITORY',
  'CONTENT_DIR',
  'OUT_DIR',
  'CACHE_DIR',
  'BASE_REF',
  'LANG',
];

test('the root of the project is found from the source', () => {
  expect(projectRoot).toBe(root);
});

test('without variables everything has its default, and an empty variable is an absent one', () => {
  const defaults = {
    siteUrl: undefined,
    siteBase: '/',
    port: 4321,
    sourceDateEpoch: undefined,
    precompress: 'quick',
    admin: false,
    adminRepository: undefined,
    contentDir: path.join(root, 'content'),
    outDir: path.join(root, 'dist'),
    cacheDir: path.join(root, 'node_modules/.astro'),
    baseRef: undefined,
    lang: undefined,
  };
  expect(environment({})).toEqual(defaults);
  expect(environment(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(defaults);
});

test.each([
  [{ SITE_URL: 'https://x.example/' }, { siteUrl: 'https://x.example' }],
  [{ SITE_URL: 'http://localhost:8080' }, { siteUrl: 'http://localhost:8080' }],
  [{ SITE_BASE: 'cb' }, { siteBase: '/cb/' }],
  [{ SITE_BASE: '//a%20b//c/' }, { siteBase: '/a%20b/c/' }],
  [{ PORT: '65535' }, { port: 65535 }],
  [{ SOURCE_DATE_EPOCH: '0' }, { sourceDateEpoch: 0 }],
  [{ PRECOMPRESS: '0' }, { precompress: '0' }],
  [
    { ADMIN: '1', ADMIN_REPOSITORY: 'gitlab:a/b/c' },
    { admin: true, adminRepository: 'gitlab:a/b/c' },
  ],
  [{ ADMIN: '0' }, { admin: false }],
  [
    { OUT_DIR: '/srv/site', CONTENT_DIR: 'x' },
    { outDir: path.resolve('/srv/site'), contentDir: path.join(root, 'x') },
  ],
])('%j', (variables, expected) => {
  expect(environment(variables)).toMatchObject(expected);
});

describe('what a variable may not hold is refused by its name', () => {
  test.each(
    Object.entries({
      SITE_URL: ['x', 'ftp://x.example', 'https://x.example/path', 'https://u@x.example', 'https://x.example/?q'],
      SITE_BASE: ['https://x.example', '/a b/', '../a', 'C:/Program Files/Git/name', '/a?b'],
      PORT: ['0', '-1', '65536', '80.5', 'abc', '1e3'],
      SOURCE_DATE_EPOCH: ['yesterday', '-1', '1.5', '1e9', ' 1', '999999999999'],
      PRECOMPRESS: ['1', 'toString'],
      ADMIN: ['true'],
      ADMIN_REPOSITORY: ['owner/name', 'svn:owner/name', 'github:owner'],
    }).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
  )('%s=%s', (name, value) => {
    expect(() => environment({ [name]: value })).toThrow(InvalidVariable);
    expect(() => environment({ [name]: value })).toThrow(new RegExp(`^${name} must be .*, not “`));
  });
});

test('today is the day in Vietnam of the moment that the site is built for', () => {
  const before = process.env.SOURCE_DATE_EPOCH;
  try {
    // 17:00 in Greenwich is midnight in Vietnam.
    process.env.SOURCE_DATE_EPOCH = String(Date.UTC(2020, 1, 28, 16, 59, 59) / 1000);
    expect(dates.today()).toBe('2020-02-28');
    process.env.SOURCE_DATE_EPOCH = String(Date.UTC(2020, 1, 28, 17) / 1000);
    expect(dates.today()).toBe('2020-02-29');
    process.env.SOURCE_DATE_EPOCH = '';
    expect(Math.abs(buildTime().getTime() - Date.now())).toBeLessThan(60_000);
  } finally {
    if (before === undefined) delete process.env.SOURCE_DATE_EPOCH;
    else process.env.SOURCE_DATE_EPOCH = before;
  }
});
