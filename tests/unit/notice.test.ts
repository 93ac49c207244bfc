import { describe, expect, test } from 'vitest';
import { noticeOf } from '../../src/schema/index.ts';

const words = (length: number) => 'bốn '.repeat(length / 4).trim();
const short = {
  title: 'Dọa khóa SIM',
  redFlags: ['Một.', 'Hai.', 'Ba.', 'Bốn.'],
  doNow: { stop: 'Gác máy. Không bấm.', check: 'Ra cửa hàng. Hỏi người nhà.', report: 'Gọi 113. Báo ngân hàng.' },
};

describe('what stands on a notice', () => {
  test('is everything, where everything fits', () => {
    expect(noticeOf(short)).toEqual({ titleSize: 48, signs: short.redFlags, ...short.doNow });
  });

  test('is whole sentences from the beginning, where not', () => {
    const doNow = {
      stop: `Gác máy. ${words(160)}. ${words(160)}.`,
      check: `Hỏi người nhà. ${words(200)}.`,
      report: `Gọi 113. ${words(200)}.`,
    };
    const notice = noticeOf({ ...short, redFlags: [words(160), words(160), words(160)], doNow })!;
    expect(notice.signs.length).toBeGreaterThanOrEqual(2);
    for (const verb of ['stop', 'check', 'report'] as const) {
      expect(doNow[verb].startsWith(notice[verb])).toBe(true);
      expect(notice[verb]).toMatch(/\.$/);
    }
    expect(`${notice.stop}${notice.check}${notice.report}`.length).toBeLessThan(Object.values(doNow).join('').length);
  });

  test('has a smaller title rather than no room', () => {
    const long = {
      ...short,
      redFlags: [words(80), words(80)],
      doNow: { stop: words(80), check: words(80), report: words(80) },
    };
    expect(noticeOf(long)!.titleSize).toBe(48);
    expect(noticeOf({ ...long, title: words(100) })!.titleSize).toBeLessThan(48);
  });

  test('is nothing where two signs and one sentence each are too much', () => {
    expect(
      noticeOf({
        title: words(120),
        redFlags: [words(180), words(180)],
        doNow: { stop: words(240), check: words(240), report: words(240) },
      }),
    ).toBeNull();
  });
});
