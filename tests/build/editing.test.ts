/**
 * An editor's first alert, by nothing but the three commands of the guide and what they say. `npm start`, the last of them, builds for now:
 * what has expired is built as expired, though nobody says which day it is and the last commit is older.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { dates } from '../../src/i18n/index.ts';
import { PLACEHOLDER, type Alert } from '../../src/schema/index.ts';
import { edit, errorsIn, valid } from '../support/content.ts';
import { textOf } from '../support/html.ts';
import { node, root } from '../support/run.ts';
import { freePort, startSite, type Started } from '../support/start.ts';

const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** The commands that the guide promises an alert by, as arguments of Node. */
const commands = (): string[][] => {
  const guide = readFileSync(path.join(root, 'content/pages/bien-tap.mdx'), 'utf8');
  const block = /## Ba lệnh[^]*?```sh\n([^]*?)```/.exec(guide)![1]!;
  return block
    .trim()
    .split('\n')
    .map((line) => {
      const [, name = '', options = ''] = /^npm (?:run )?(\w+)(?: -- (.*))?$/.exec(line)!;
      return [...scripts[name]!.replace(/^node /, '').split(' '), ...options.split(' ').filter(Boolean)];
    });
};

/** What the editor writes, by the field that the command names; in a list the next one for each place. */
const written = (loudspeaker: string): Record<string, string[]> => ({
  summary: ['Người lạ hứa việc nhẹ bên kia biên giới rồi thu giấy tờ. Hãy hỏi công an xã trước khi đi.'],
  'english.title': ['Fake jobs across the border'],
  'english.summary': [
    'Strangers promise easy work across the border and take your papers. Ask the commune police first.',
  ],
  method: ['viec-lam'],
  channels: ['mang-xa-hoi'],
  audience: ['nguoi-tim-viec'],
  severity: ['severe'],
  urgency: ['expected'],
  certainty: ['likely'],
  redFlags: ['Hứa lương cao, không cần tay nghề.', 'Giục đi ngay trong đêm.', 'Đòi giữ căn cước, hộ chiếu.'],
  'doNow.stop': ['Chưa đi, chưa gửi giấy tờ.'],
  // The tone stands where the site does not put it: `--fix` mends that.
  'doNow.check': ['Hỏi công an xã xem có hoà giải được không.'],
  'doNow.report': ['Gọi 113 khi có người bị giữ.'],
  dont: ['Đừng đưa căn cước cho người lạ.', 'Đừng đi đường mòn qua biên giới.'],
  ifVictim: ['Báo cho người nhà biết nơi đang ở.', 'Gọi 113 ngay khi có thể.'],
  // It has colons, so it goes into quotes, as the message about them says.
  loudspeaker: [JSON.stringify(loudspeaker)],
  verifiedAt: [dates.today().slice(0, 7)],
  sources: ['bao-cao-2023'],
  hotlines: ['"113"'],
  '(phần nội dung)': [
    'Người lạ nhắn tin, hứa việc nhẹ.',
    'Họ hẹn gặp ở gần biên giới.',
    'Nơi tuyển thật có địa chỉ và hợp đồng.',
  ],
});

const DAY = 86_400_000;
const work = mkdtempSync(path.join(tmpdir(), 'editing-'));
const folder = path.join(work, 'content');
/** An alert whose last day was Vietnam's yesterday. */
const expired = 'doa-khoa-sim';
const expiry = dates.inVietnam(new Date(Date.now() - DAY));
let site: Started;
let port = 0;
let started = 0;
beforeAll(async () => {
  cpSync(valid, folder, { recursive: true });
  // Whatever the day of this machine, it was published before.
  edit(folder, `alerts/${expired}.mdx`, 'publishedAt: 2026-11-20', `publishedAt: ${dates.monthsBefore(expiry, 2)}`);
  edit(folder, `alerts/${expired}.mdx`, 'expiresAt: 2027-05-20', `expiresAt: ${expiry}`);

  const [create, check, start, ...more] = commands();
  expect(more).toEqual([]);
  const created = node([...create!, '--kind', 'alert', '--title', 'Việc nhẹ lương cao ở bên kia biên giới'], {
    CONTENT_DIR: folder,
  });
  expect(created.code, created.out).toBe(0);
  const file = path.join(folder, /(alerts\/\S+\.mdx)/.exec(created.out)![1]!);
  expect(node(check!, { CONTENT_DIR: folder }).code).toBe(1);

  const { loudspeaker } = loadContent(folder).entries.find(({ kind }) => kind === 'alerts')!.data as Alert;
  const words = written(loudspeaker);
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [, line, field] of created.out.matchAll(/dòng (\d+): “(.+?)” chưa được điền/g)) {
    const index = Number(line) - 1;
    const value = words[field!]?.shift();
    if (value === undefined) throw new Error(`${field!} is asked for, and the test has nothing to write.`);
    lines[index] = lines[index]!.replace(PLACEHOLDER, () => value);
  }
  expect(lines.join('\n')).not.toContain(PLACEHOLDER);
  writeFileSync(file, lines.join('\n'));

  const checked = node(check!, { CONTENT_DIR: folder });
  expect(checked.code, errorsIn(checked.out)).toBe(0);
  expect(checked.out).toContain('Nội dung đạt');

  expect(start).toEqual(['-r', './src/check-node-version.cjs', 'src/publish/start.ts']);
  port = await freePort();
  started = Math.floor(Date.now() / 1000);
  site = await startSite({
    CONTENT_DIR: folder,
    OUT_DIR: path.join(work, 'site'),
    PORT: String(port),
    // A path as people write it, without the slash at its end.
    SITE_BASE: 'cb',
    PRECOMPRESS: '0',
    SOURCE_DATE_EPOCH: '',
  });
});
afterAll(() => {
  site.stop();
  rmSync(work, { recursive: true, force: true });
});
const read = async (address: string): Promise<string> => {
  const response = await fetch(new URL(address, site.address));
  expect(response.status, address).toBe(200);
  return response.text();
};

test('it is served at the address that the last command names', async () => {
  expect(site.address).toBe(`http://localhost:${port}/cb/`);
  expect(await read('')).toContain('<title>Cảnh báo Cao Bằng');
});

test('three commands lead from nothing to a page', async () => {
  const shown = textOf(await read('canh-bao/viec-nhe-luong-cao-o-ben-kia-bien-gioi/'));
  for (const words of [
    'Việc nhẹ lương cao ở bên kia biên giới',
    'Giục đi ngay trong đêm.',
    'có hòa giải được không.',
    'Họ hẹn gặp ở gần biên giới.',
  ])
    expect(shown).toContain(words);
  expect(textOf(await read('canh-bao/'))).toContain('Việc nhẹ lương cao ở bên kia biên giới');
});

describe('an alert that expired yesterday', () => {
  test('is marked in HTML, and off the home page', async () => {
    expect(textOf(await read(`canh-bao/${expired}/`))).toContain(`Đã hết hạn ${dates.day(expiry)}`);
    expect(await read(`canh-bao/${expired}/to-roi/`)).toMatch(/class="sheet [^"]*expired"/);
    expect(await read('')).not.toContain(`href="/cb/canh-bao/${expired}/"`);
  });

  test('is marked in the text for loudspeakers', async () => {
    expect(await read(`canh-bao/${expired}/loa.txt`)).toContain(`ĐÃ HẾT HẠN ngày ${dates.day(expiry)}, không đọc nữa.`);
  });

  test('has expired in CAP, and is not in its feed', async () => {
    const index = await read('canh-bao/cap.xml');
    expect(index).not.toContain(`${expired}/cap.xml`);
    expect(index).toContain('gia-danh-cong-an/cap.xml');
    expect(await read(`canh-bao/${expired}/cap.xml`)).toContain(`<expires>${expiry}T23:59:59+07:00</expires>`);
  });

  test('has expired by build.json, which names the moment from which verify builds again', async () => {
    const { sourceDateEpoch } = JSON.parse(await read('build.json')) as { sourceDateEpoch: number };
    expect(sourceDateEpoch).toBeGreaterThanOrEqual(started);
    expect(sourceDateEpoch).toBeLessThanOrEqual(Date.now() / 1000);
  });
});
