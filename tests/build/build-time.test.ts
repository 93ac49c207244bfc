/** A build is for now: what has expired since the last commit is built as expired, though nobody says which day it is. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dates } from '../../src/i18n/index.ts';
import { edit, valid } from '../support/content.ts';
import { textOf } from '../support/html.ts';
import { environment, root } from '../support/run.ts';
import { copySources } from '../support/sources.ts';

const work = mkdtempSync(path.join(tmpdir(), 'build-time-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const DAY = 86_400_000;
const id = 'doa-khoa-sim';
const project = path.join(work, 'project');
const out = path.join(work, 'site');
const read = (file: string): string => readFileSync(path.join(out, file), 'utf8');
const run = (command: string, args: string[], variables: Record<string, string | undefined> = {}): string => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...environment(), SOURCE_DATE_EPOCH: undefined, ...variables },
    timeout: 110_000,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stdout}${stderr}`);
  return stdout;
};

// Vietnam's yesterday, and a commit three days before.
const expiry = dates.inVietnam(new Date(Date.now() - DAY));
const committed = Math.floor(Date.now() / 1000) - 3 * 86_400;
let started = 0;

beforeAll(() => {
  copySources(project);
  // Share images that the project has drawn need not be drawn again.
  symlinkSync(path.join(root, 'node_modules/.cache'), path.join(project, 'node_modules/.cache'), 'junction');
  rmSync(path.join(project, 'content'), { recursive: true });
  cpSync(valid, path.join(project, 'content'), { recursive: true });
  // Whatever the day of this machine, it was published before.
  edit(project, `content/alerts/${id}.mdx`, 'publishedAt: 2026-11-20', `publishedAt: ${dates.monthsBefore(expiry, 2)}`);
  edit(project, `content/alerts/${id}.mdx`, 'expiresAt: 2027-05-20', `expiresAt: ${expiry}`);
  const date = `${committed} +0000`;
  const author = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@x.example',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@x.example',
  };
  run('git', ['init', '--quiet']);
  run('git', ['add', 'content', 'src', 'package.json']);
  run('git', ['commit', '--quiet', '--message', 'x'], { ...author, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  expect(Number(run('git', ['log', '-1', '--format=%ct']))).toBe(committed);
  started = Math.floor(Date.now() / 1000);
  run(process.execPath, [path.join(project, 'src/publish/build.ts')], { OUT_DIR: out });
});

test('in HTML', () => {
  expect(textOf(read(`canh-bao/${id}/index.html`))).toContain(`Đã hết hạn ${dates.day(expiry)}`);
  expect(read(`canh-bao/${id}/to-roi/index.html`)).toMatch(/class="sheet [^"]*expired"/);
  expect(read('index.html')).not.toContain(`href="/canh-bao/${id}/"`);
});

test('in the text for loudspeakers', () => {
  expect(read(`canh-bao/${id}/loa.txt`)).toContain(`ĐÃ HẾT HẠN ngày ${dates.day(expiry)}, không đọc nữa.`);
});

test('in CAP', () => {
  const index = read('canh-bao/cap.xml');
  expect(index).not.toContain(`${id}/cap.xml`);
  expect(index).toContain('gia-danh-cong-an/cap.xml');
  expect(read(`canh-bao/${id}/cap.xml`)).toContain(`<expires>${expiry}T23:59:59+07:00</expires>`);
});

test('and build.json names the moment, from which verify builds again', () => {
  const { sourceDateEpoch } = JSON.parse(read('build.json')) as { sourceDateEpoch: number };
  expect(sourceDateEpoch).toBeGreaterThanOrEqual(started);
  expect(sourceDateEpoch).toBeLessThanOrEqual(Date.now() / 1000);
});
